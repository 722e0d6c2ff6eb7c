package vn.caunoi.core.directory;

import java.util.Set;

/**
 * Who gives a command, as known when it is given.
 *
 * @param id account name
 * @param unit the unit the officer belongs to
 * @param covers the unit and all units below it (what the officer may see)
 * @param roles what the officer may do
 */
public record Actor(OfficerId id, UnitId unit, Set<UnitId> covers, Set<Role> roles) {
    public Actor {
        covers = Set.copyOf(covers);
        roles = Set.copyOf(roles);
    }

    /** Somebody of one unit only. */
    public static Actor of(String id, String unit, Role... roles) {
        return new Actor(new OfficerId(id), new UnitId(unit), Set.of(new UnitId(unit)), Set.of(roles));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean covers(UnitId other) {
        return covers.contains(other);
    }
}
