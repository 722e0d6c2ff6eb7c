package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.petition.CaseCommand.AnswerTogether;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part;

/** Petitions about one thing: one of them is worked, the others were merged into it and are answered with it. */
@Component
public class Matters {

    private final CaseFiles files;
    private final Clock clock;

    Matters(CaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** The petition that is worked for a merged one. */
    public Optional<CaseFile> lead(CaseFile file) {
        boolean merged = file.status() == Status.CLOSED
                && file.closing() != null
                && file.closing().ground() == ClosingGround.MERGED;
        if (!merged) return Optional.empty();
        return linked(file, Relation.MERGED_INTO).stream()
                .findFirst()
                .flatMap(lead -> files.byId(lead, Visibility.everything()));
    }

    /** Those merged into a petition that are still closed so, as the reader may see them; oldest link first. */
    public List<CaseFile> merged(CaseFile lead, Visibility to) {
        return linked(lead, Relation.MERGED_FROM).stream()
                .flatMap(one -> files.byId(one, to).stream())
                .filter(one -> one.closing() != null && one.closing().ground() == ClosingGround.MERGED)
                .filter(one -> one.status() == Status.CLOSED)
                .toList();
    }

    /** What is to be recorded of those merged when the answer or decision of the one that was worked is sent. */
    List<PetitionCommand> answered(PetitionId petition, Act act, Map<String, Object> data) {
        if (act != Act.ANSWER && act != Act.SEND_ANSWER && act != Act.SEND_RESOLUTION) return List.of();
        CaseFile lead = files.byId(petition, Visibility.everything()).orElse(null);
        LocalDate sentOn = act == Act.ANSWER ? today() : day(data.get("sentOn"));
        if (lead == null || sentOn == null) return List.of();
        String number = act == Act.SEND_ANSWER ? text(data.get("number")) : number(lead);
        return merged(lead, Visibility.everything()).stream()
                .<PetitionCommand>map(one -> new AnswerTogether(one.id(), petition, sentOn, number))
                .toList();
    }

    private static @Nullable String number(CaseFile lead) {
        return lead.resolution() == null ? null : lead.resolution().number();
    }

    private static List<PetitionId> linked(CaseFile file, Relation relation) {
        return file.links().stream()
                .filter(link -> link.relation() == relation)
                .map(Part.Link::petition)
                .distinct()
                .toList();
    }

    /** What cannot be read is refused by the task itself. */
    private static @Nullable LocalDate day(@Nullable Object given) {
        try {
            return given == null ? null : LocalDate.parse(given.toString().strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable String text(@Nullable Object given) {
        return given == null || given.toString().isBlank()
                ? null
                : given.toString().strip();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
    }
}
