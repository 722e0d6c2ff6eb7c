package vn.caunoi.core.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitChange.Kind;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Refusal.Violation;

/** Whether the changes of a plan fit together, by themselves; whether their units are there is asked elsewhere. */
public final class PlannedChanges {

    private static final int MOST = 2_000;
    private static final int LONGEST = 200;

    private final List<UnitChange> changes;
    private final List<Violation> wrong = new ArrayList<>();
    private final Set<UnitId> ended;
    private final Set<String> seen = new HashSet<>();

    private PlannedChanges(List<UnitChange> changes) {
        this.changes = changes;
        this.ended =
                changes.stream().filter(UnitChange::ends).map(UnitChange::unit).collect(Collectors.toSet());
    }

    /** Refuses them with all that is wrong, by {@code changes[0].to}. */
    public static void check(List<UnitChange> changes) {
        PlannedChanges planned = new PlannedChanges(changes);
        planned.check();
        if (!planned.wrong.isEmpty()) throw Refusal.invalid(planned.wrong);
    }

    private void check() {
        if (changes.isEmpty()) wrong("changes", "required", "must be given");
        if (changes.size() > MOST) wrong("changes", "too-long", "has at most " + MOST + " lines");
        for (int i = 0; i < changes.size(); i++) check("changes[" + i + "].", changes.get(i));
    }

    private void check(String at, UnitChange change) {
        boolean once = change.kind() == Kind.HAND_OVER || seen.add(once(change));
        if (!once) wrong(at + "unit", "twice", "is changed twice in the same way");
        switch (change.kind()) {
            case ESTABLISH -> {
                name(at, change.name());
                parent(at, change);
            }
            case RENAME -> name(at, change.name());
            case MOVE -> parent(at, change);
            case MERGE, END -> successor(at, change);
            case HAND_OVER -> {
                successor(at, change);
                if (change.places().isEmpty() && change.categories().isEmpty())
                    wrong(at + "places", "required", "names neither a village nor a category");
            }
        }
        boolean changedAndEnded =
                (change.kind() == Kind.RENAME || change.kind() == Kind.MOVE) && ended.contains(change.unit());
        if (changedAndEnded) wrong(at + "unit", "ends", "ends by the same plan");
    }

    private static String once(UnitChange change) {
        return (change.ends() ? "ends" : change.kind().name()) + " " + change.unit();
    }

    private void name(String at, @Nullable String name) {
        if (name == null || name.isBlank()) wrong(at + "name", "required", "must be given");
        else if (name.length() > LONGEST) wrong(at + "name", "too-long", "has at most " + LONGEST + " characters");
    }

    private void parent(String at, UnitChange change) {
        UnitId parent = change.parent();
        if (parent == null) return;
        if (parent.equals(change.unit())) wrong(at + "parent", "same-unit", "must be another unit");
        if (ended.contains(parent)) wrong(at + "parent", "ends", "ends by the same plan");
    }

    private void successor(String at, UnitChange change) {
        UnitId to = change.to();
        if (to == null) wrong(at + "to", "required", "must be given");
        else if (to.equals(change.unit())) wrong(at + "to", "same-unit", "must be another unit");
        else if (ended.contains(to)) wrong(at + "to", "ends", "ends by the same plan");
    }

    private void wrong(String field, String code, String message) {
        wrong.add(new Violation(field, code, message));
    }
}
