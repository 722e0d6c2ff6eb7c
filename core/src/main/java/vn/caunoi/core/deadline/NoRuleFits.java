package vn.caunoi.core.deadline;

/** The deadline table has no row for a question: a gap that a designer must close. */
public final class NoRuleFits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoRuleFits(RuleQuestion question, String table) {
        super("no row of " + table + " fits kind " + question.kind() + ", stage " + question.stage() + ", "
                + question.circumstances().stream().sorted().toList() + " on " + question.on());
    }
}
