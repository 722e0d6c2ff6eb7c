package vn.caunoi.core.deadline;

/**
 * The deadline table, as the core asks it. It is asked before a command, never on replay: the answer is
 * recorded in the event.
 */
public interface Rules {

    /**
     * The one row that fits.
     *
     * @throws NoRuleFits when no row of the table answers the question
     */
    DeadlineRule ruleFor(RuleQuestion question);
}
