package vn.caunoi.processes.rules;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.routing.Routing;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.core.table.TableName;
import vn.caunoi.core.timekeeping.AmendedRule;

/** The rules of this program as they would be with what a draft brings, on any day; nothing is published. */
public final class Proposed {

    private Proposed() {}

    /**
     * Limits of the draft stand in place of those in force; its further rows answer what nothing in force does.
     *
     * @throws BrokenTable when its table cannot be used
     */
    public static Rules rules(Rules inForce, ProposedRules proposed) {
        Map<String, AmendedRule> limits = new HashMap<>();
        proposed.limits().forEach(limit -> limits.put(limit.row(), limit));
        Rules rules = extended(inForce, proposed.tables().get(TableName.DEADLINES));
        if (limits.isEmpty()) return rules;
        return question -> {
            DeadlineRule answer = rules.ruleFor(question);
            AmendedRule limit = limits.get(AmendedRule.rowOf(answer.id()));
            return limit == null ? answer : limit.rule(answer.version(), question.stage());
        };
    }

    /**
     * @param table whose rows answer what nothing in force does; null for none
     * @throws BrokenTable when it cannot be used
     */
    public static Rules extended(Rules inForce, @Nullable String table) {
        if (table == null) return inForce;
        DmnRules more = DmnRules.of(bytes(table));
        return question -> {
            try {
                return inForce.ruleFor(question);
            } catch (NoRuleFits none) {
                return more.ruleFor(question);
            }
        };
    }

    /** @throws BrokenTable when its table cannot be used */
    public static Routing routing(Routing inForce, ProposedRules proposed) {
        String table = proposed.tables().get(TableName.ROUTING);
        if (table == null) return inForce;
        DmnRouting own = DmnRouting.of(bytes(table));
        return inForce instanceof RoutingInForce kept ? kept.with(own) : own;
    }

    /** @throws BrokenTable when its table cannot be used */
    public static Ladder ladder(Ladder inForce, ProposedRules proposed) {
        String table = proposed.tables().get(TableName.ESCALATION);
        return table == null ? inForce : DmnLadder.of(bytes(table));
    }

    private static byte[] bytes(String table) {
        return table.getBytes(StandardCharsets.UTF_8);
    }
}
