package vn.caunoi.api.officer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.casefile.CaseFile;

/** Gathers petitions about one thing into one that is worked: each is merged into it, or told why not. */
@Component
public class GatherDesk {

    /** @param why a {@link Reason} by name; {@code UNKNOWN} for one that is not there */
    public record Left(String petition, String why) {}

    /** @param merged codes */
    public record Gathered(List<String> merged, List<Left> left) {}

    private static final int MOST = 100;

    private final VisibleCases cases;
    private final RelatedDesk related;

    GatherDesk(VisibleCases cases, RelatedDesk related) {
        this.cases = cases;
        this.related = related;
    }

    /** Each on its own: one that cannot be merged holds up no other. */
    public Gathered gather(String id, CaseInput.Gather given, Actor by) {
        CaseFile lead = cases.find(id, by);
        if (lead.status() == Status.CLOSED) throw Refusal.because(Reason.ALREADY_CLOSED);
        Input input = new Input();
        List<@Nullable String> petitions = Objects.requireNonNullElse(given.petitions(), List.of());
        if (petitions.isEmpty()) input.present("petitions", null);
        if (petitions.size() > MOST) input.wrong("petitions", "too-great", "are at most " + MOST);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        List<String> merged = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        for (String petition : petitions)
            merge(Objects.requireNonNullElse(petition, ""), lead, reason, by, merged, left);
        return new Gathered(merged, left);
    }

    private void merge(String petition, CaseFile lead, String reason, Actor by, List<String> merged, List<Left> left) {
        try {
            CaseFile file = cases.find(petition, by);
            related.merge(petition, new CaseInput.Merge(lead.id().value(), reason), by);
            merged.add(file.code());
        } catch (NotFound unknown) {
            left.add(new Left(petition, "UNKNOWN"));
        } catch (Refusal refusal) {
            left.add(new Left(petition, refusal.reason().name()));
        }
    }
}
