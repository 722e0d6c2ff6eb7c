package vn.caunoi.api.reception;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.likeness.Repeats;
import vn.caunoi.projections.reception.Visits;

/**
 * Finds earlier visits of the same person, and the matter that visits about one thing are of. What was told about a
 * denunciation is neither found nor compared.
 */
@Component
public class RepeatDesk {

    private static final int MOST = 5;

    private final ReceptionDesk desk;
    private final Repeats repeats;
    private final Visits visits;

    RepeatDesk(ReceptionDesk desk, Repeats repeats, Visits visits) {
        this.desk = desk;
        this.repeats = repeats;
        this.visits = visits;
    }

    /** Earlier visits that may have been about the same; none of its own matter. */
    public List<Repeats.Earlier> before(Visits.Entry visit, Actor by) {
        if (visit.sealed()) return List.of();
        VisitId matter = visit.matterOf();
        return repeats.before(visit.id(), Visibility.of(by), MOST).stream()
                .filter(one -> !one.id().equals(matter) && !matter.equals(one.first()))
                .toList();
    }

    /** All visits of its matter, itself among them; none when it stands alone. */
    public List<Visits.Entry> matter(Visits.Entry visit, Actor by) {
        List<Visits.Entry> all = visits.matter(visit.matterOf(), Visibility.of(by));
        return all.size() > 1 || visit.first() != null ? all : List.of();
    }

    /**
     * The visit after which the matter of another is named. Refused for one that cannot be seen, whose words nobody may
     * read, and when others are joined to the visit already, for they would be left behind.
     */
    VisitId first(@Nullable String given, VisitId visit, Actor by) {
        Input input = new Input();
        String which = input.required("visit", given, VisitForms.SHORT);
        input.mustBeValid();
        Visits.Entry earlier;
        try {
            earlier = desk.find(which, by);
        } catch (NotFound none) {
            throw unknown();
        }
        if (earlier.sealed() || desk.find(visit.value(), by).sealed()) throw unknown();
        if (visits.matter(visit, Visibility.everything()).size() > 1)
            throw Input.refusal("visit", "has-others", "has other visits joined to it");
        return earlier.matterOf();
    }

    private static RuntimeException unknown() {
        return Input.refusal("visit", "unknown", "is not a visit that you can see");
    }
}
