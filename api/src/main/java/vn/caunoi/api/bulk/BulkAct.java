package vn.caunoi.api.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/** What is done with each of many cases. */
public enum BulkAct {
    /** Of overdue ones: why they are. */
    EXPLAIN(Role.HEAD, Role.INSPECTOR),
    URGE(Role.HEAD, Role.INSPECTOR),
    REASSIGN(Role.HEAD),
    EXTEND(Role.HEAD);

    private final Set<Role> who;

    BulkAct(Role... who) {
        this.who = Set.of(who);
    }

    /** The word in addresses and bundles. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isFor(Actor actor) {
        return who.stream().anyMatch(actor::is);
    }

    public static Optional<BulkAct> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }

    /** Those somebody may do at all; of each case it is judged anew. */
    public static List<BulkAct> offered(Actor actor) {
        return Arrays.stream(values()).filter(act -> act.isFor(actor)).toList();
    }
}
