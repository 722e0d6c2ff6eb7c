package vn.caunoi.core.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.caunoi.core.timekeeping.AmendedRule;

/**
 * What a change would bring beside its diagram; nothing of it is in force.
 *
 * @param limits in the place of those in force
 * @param tables whole, by table
 */
public record ProposedRules(Collection<AmendedRule> limits, Map<TableName, String> tables) {

    public static final ProposedRules NONE = new ProposedRules(List.of(), Map.of());

    public ProposedRules {
        limits = List.copyOf(limits);
        tables = Map.copyOf(tables);
    }

    public boolean isNone() {
        return limits.isEmpty() && tables.isEmpty();
    }
}
