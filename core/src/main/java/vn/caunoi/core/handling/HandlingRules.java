package vn.caunoi.core.handling;

import java.util.Optional;

/** The handling table, as it is asked before a petition is told what it proposes; never on replay. */
public interface HandlingRules {

    /** The first row that fits; none when the table of an authority has a gap there. */
    Optional<HandlingRule> ruleFor(HandlingQuestion question);
}
