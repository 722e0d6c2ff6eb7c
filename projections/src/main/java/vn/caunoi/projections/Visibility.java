package vn.caunoi.projections;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;

/**
 * What somebody may see. A case outside of it is not there: no error tells it from one that does not exist.
 *
 * @param all every case, whatever its unit
 * @param units otherwise the units whose cases are seen
 * @param identities whether the names in confidential petitions are seen
 * @param reader who reads: what is about them is not there for them; null for the machinery of the house
 */
public record Visibility(
        boolean all,
        Set<UnitId> units,
        boolean identities,
        @Nullable Actor reader) {
    private static final Set<Role> CASE_WORK = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    public Visibility {
        units = Set.copyOf(units);
    }

    public Visibility(boolean all, Set<UnitId> units, boolean identities) {
        this(all, units, identities, null);
    }

    /** For the machinery of the house itself, never for a request. */
    public static Visibility everything() {
        return new Visibility(true, Set.of(), true);
    }

    public static Visibility of(Set<UnitId> units) {
        return new Visibility(false, units, true);
    }

    /**
     * Inspectors see all but sealed identities; clerks, officers and heads what their unit covers; designers and
     * administrators no case, and observers none but by {@link #observing}.
     */
    public static Visibility of(Actor actor) {
        if (actor.is(Role.INSPECTOR)) return new Visibility(true, Set.of(), false, actor);
        Set<UnitId> seen = actor.roles().stream().anyMatch(CASE_WORK::contains) ? actor.covers() : Set.of();
        return new Visibility(false, seen, true, actor);
    }

    /** Every case that is not about the observer; whoever asks with it shows no names and no texts. */
    public static Visibility observing(Actor actor) {
        return new Visibility(true, Set.of(), false, actor);
    }

    /** The same reader, of these units only. */
    public Visibility within(Set<UnitId> some) {
        return new Visibility(false, some, identities, reader);
    }

    /** Inspectors know of every denunciation, also while they look at one unit; others of those of their units only. */
    public boolean knowsOfDenunciations() {
        return all || reader != null && reader.is(Role.INSPECTOR);
    }

    /** For a condition that leaves out what is about the reader. */
    public String readerName() {
        return reader == null ? "" : reader.id().value();
    }

    public boolean sees(UnitId unit) {
        return all || units.contains(unit);
    }

    /** For {@code unit = any(?)}. */
    public String[] unitNames() {
        return units.stream().map(UnitId::value).sorted().toArray(String[]::new);
    }
}
