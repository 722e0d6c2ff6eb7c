package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.actions.ActionProblem;
import vn.caunoi.processes.engine.NotACondition;

/**
 * Every sentence that a check says, in English, with {@code {0}} for what it names. Its {@link #code()} is permanent: pages
 * say it in other languages by it, under {@code studio.told.} and the code.
 */
public enum Sentence {
    // What the file is.
    ELEMENT_NOT_ALLOWED("Line {0}: <{1}> is not allowed."),
    ATTRIBUTE_NOT_ALLOWED("Line {0}: <{1}> may not have the attribute {2}."),
    EXPRESSION_NOT_ALLOWED("Line {0}: expressions stand in conditions only, not in <{1}>."),
    ONE_PROCESS("A file holds exactly one process."),
    KEY("The id of the process is its key for ever: small letters, digits and hyphens."),
    OTHER_KEY("The draft is of the process {0}"),
    NOT_EXECUTABLE("The process is not marked as executable."),
    PROCESS_NAME("The process has no name."),
    DUPLICATE_ID("The id stands twice in the file."),
    ID_LONG("The id is too long."),
    LEADS_TO_NOTHING("Line {0}: {1} leads to nothing."),
    SCHEMA("The file is not BPMN 2.0: {0}"),
    UNREADABLE_SPACES("The file has too many name spaces."),
    UNREADABLE_XML("The file is not well-formed XML, near line {0}."),
    UNREADABLE_UTF("The file is not written in UTF-8."),
    UNREADABLE_LARGE("The file is larger than 2 MB."),
    UNREADABLE_DOCTYPE("A document type is not allowed."),
    UNREADABLE_EMPTY("The file is empty."),
    UNREADABLE_DEEP("The file is nested too deeply."),
    UNREADABLE_MANY("The file has too many elements."),
    UNREADABLE_ENTITIES("Entities are not allowed, near line {0}."),

    // Ways and steps.
    FLOW_WITHIN("The flow does not join two steps of one process."),
    ONE_START("There must be exactly one start event, not {0}."),
    START_EVENT("The start of an event subprocess says what it waits for."),
    START_RULE("A process is started by rule: its start event waits for nothing."),
    NO_DEFAULT("No way is marked as the default: a case could get stuck here."),
    CONDITION_NEEDED("This way needs a condition, or must be the default."),
    CONDITION_PLACE("A condition stands on a way out of a choosing gateway that is not its default."),
    UNREACHABLE("No way leads here."),
    DEAD_END("No way leads on from here to an end event."),
    NO_END("From here no end event can be reached."),

    // Forms; those without a full stop are told within another.
    FORM_WORDS("The form \"{0}\", {1}."),
    WORDS_FORM_VI("the name: no Vietnamese label"),
    WORDS_FORM_EN("the name: no English label"),
    WORDS_OUTCOME_VI("outcome {0}: no Vietnamese label"),
    WORDS_OUTCOME_EN("outcome {0}: no English label"),
    WORDS_FIELD_VI("outcome {0}, field {1}: no Vietnamese label"),
    WORDS_FIELD_EN("outcome {0}, field {1}: no English label"),
    WORDS_OPTION_VI("outcome {0}, field {1}, option {2}: no Vietnamese label"),
    WORDS_OPTION_EN("outcome {0}, field {1}, option {2}: no English label"),
    IN_OUTCOME("outcome {0}: {1}"),
    IN_FIELD("outcome {0}, field {1}: {2}"),
    FORM_ID("the id is not a word"),
    FORM_FIELD_ID("the id is not a camelCase word"),
    FORM_NO_OUTCOME("no outcome"),
    FORM_OUTCOME_TWICE("outcome {0} twice"),
    FORM_FIELD_TWICE("field {0} twice"),
    FORM_ACT_NEEDS("{0} needs a required field {1}"),
    FORM_NO_OPTIONS("no options"),
    FORM_OPTION_TWICE("an option twice"),
    FORM_NO_BOUNDS("takes no bounds"),
    FORM_BOUND("unknown bound {0}"),
    FORM_LENGTH("a length is not negative"),
    FORM_CROSSED("the bounds cross"),
    FORM_WORDS_LONG("a label is longer than {0}"),
    BAD_FORM_TWICE("The form stands twice in the file."),
    BAD_FORM_JSON("Line {0}: this is not the JSON of a form."),

    // Tasks.
    TASK_NAME("People read the name of a task: it has none."),
    UNKNOWN_FORM("There is no form \"{0}\"."),
    UNKNOWN_GROUP("The candidate group is one of clerk, officer, head; not \"{0}\"."),
    ASSIGNEE("The assignee is the word \"assigned\", or left out."),
    UNKNOWN_OUTCOME("The form \"{0}\" has no outcome \"{1}\"."),
    OUTCOME_NOT_HANDLED("After the outcome \"{0}\" the process goes on as after any other."),

    // Actions.
    ACTION_TYPE("A service task is an action: type external, with a topic."),
    UNKNOWN_ACTION(ActionProblem.Why.NO_ACTION),
    ACTION_NO_INPUT(ActionProblem.Why.NO_INPUT),
    ACTION_INPUT_MISSING(ActionProblem.Why.MISSING),
    ACTION_INPUT_ONE_OF(ActionProblem.Why.ONE_OF),
    ACTION_INPUT_NUMBER(ActionProblem.Why.NUMBER),
    ACTION_INPUT_LENGTH(ActionProblem.Why.LENGTH),
    ONLY_ACTIONS("Only actions have inputs."),

    // Conditions.
    CONDITION_WRITTEN("A condition is written ${…}."),
    CONDITION_FORMAL("Line {0}: a condition is a formal expression."),
    CONDITION_NOT(NotACondition.Why.NOT_ONE),
    CONDITION_LONG(NotACondition.Why.LONG),
    CONDITION_NOT_UNDERSTOOD(NotACondition.Why.NOT_UNDERSTOOD),
    CONDITION_NOT_UNDERSTOOD_IN(NotACondition.Why.NOT_UNDERSTOOD_IN),
    CONDITION_PARENTHESIS(NotACondition.Why.PARENTHESIS),
    CONDITION_FACT(NotACondition.Why.FACT),
    CONDITION_SORTS(NotACondition.Why.SORTS),
    CONDITION_ORDER(NotACondition.Why.ORDER),
    CONDITION_DAY_TEXT(NotACondition.Why.DAY_TEXT),
    CONDITION_DAY(NotACondition.Why.DAY),
    CONDITION_TRUTHS(NotACondition.Why.TRUTHS),
    CONDITION_TRUTH(NotACondition.Why.TRUTH),

    // Events and times.
    EVENT_ONE("A step waits for one thing only."),
    EVENT_NONE("This step does not say what it waits for."),
    EVENT_NOT_HERE("This step cannot have a <{0}>."),
    UNKNOWN_EVENT("No event of a petition is named \"{0}\"."),
    TIMER("A timer is a constant: P5D, PT4H or 2026-12-31T17:00:00+07:00."),

    // The drawing.
    NOT_DRAWN_STEP("The step has no shape in the drawing."),
    NOT_DRAWN_FLOW("The flow has no line in the drawing."),
    DRAWING_UNKNOWN("Line {0}: the drawing shows what the file does not hold."),
    DRAWING_PLACE("Line {0}: the drawing stands where no screen is."),

    // Whether every way is sound.
    NOT_PROVEN_STRANDED("There are too many ways at once to prove that no case is stranded."),
    TOO_LARGE_FOR_LAW(
            "There are too many ways through this diagram to see whether the law is kept on each: make it smaller."),
    TWICE_AT_ONCE("Two ways of one case can come here at the same time: what follows would be done twice."),
    STRANDED("A case can wait here for ever, for a way that it never takes."),

    // Words for readers.
    NO_ENGLISH("Who reads English sees \"{0}\" here."),
    ENGLISH_LENGTH("The English name of a task has 1 to {0} characters."),
    UNKNOWN_NOTICE("There is no notice \"{0}\"; there are {1}."),
    NOTICE_REACHES("The notice \"{0}\" reaches {1}, not \"{2}\"."),

    // What the law demands.
    REST_PLACE("Only a timed wait between two steps has a ground to rest on."),
    REST_GROUND("The law knows no ground \"{0}\" to rest on."),
    REST("The case rests here while its time runs: say on which ground of the law, or let the time run beside a step."),
    CITIZEN_VIETNAMESE("What citizens read is written in English and not in Vietnamese."),
    CITIZEN_LENGTH("What citizens read has at most {0} characters."),
    NO_LIMIT("The deadline table has no row for the stage \"{0}\" of kind {1} on {2}: such a case would stop here."),
    NO_LIMIT_UNDECLARED(
            "The deadline table has no row for the stage \"{0}\" of kind not declared on {1}: such a case would stop here."),
    NO_LIMIT_WITH(
            "The deadline table has no row for the stage \"{0}\" of kind {1} {2} on {3}: such a case would stop here."),
    NO_LIMIT_UNDECLARED_WITH(
            "The deadline table has no row for the stage \"{0}\" of kind not declared {1} on {2}: such a case would stop here."),
    WAIVER_PLACE("A step is waived in the extensions of the process only."),
    WAIVER_UNKNOWN("The law demands no step \"{0}\" of this process."),
    WAIVER_REASON("The step \"{0}\" is waived without a reason (1 to {1} characters)."),
    WAIVER_TWICE("The step \"{0}\" is waived twice."),
    LEGAL_STEP("Step of the law \"{0}\": {1} ({2})."),
    LEGAL_STEP_NOWHERE("Step of the law \"{0}\": {1} ({2}): no step does it."),
    LEGAL_STEP_WAY("Step of the law \"{0}\": {1} ({2}): a way leads to \"{3}\" without it."),

    // What comes with a model.
    PART_ROW("Row {0}: {1}"),
    PART_PILOT("Limits, tables and letters are for all units; publish them without a pilot."),
    PART_LETTERS("This is not the JSON of forms of letters."),
    TABLE_ONE("The file has not exactly one decision table."),
    TABLE_PART("Line {0}: {1} is not allowed."),
    TABLE_LANGUAGE("Line {0}: written in {1}, not in FEEL."),
    TABLE_NAME("The decision is called \"{0}\"."),
    TABLE_POLICY("The hit policy is {0}."),
    TABLE_MANY("There are more than {0} rows."),
    TABLE_TWICE("The row stands there twice."),
    TABLE_COLUMNS("The column \"{0}\" was added, removed or changed."),
    TABLE_ROW_ID("The row has no id of letters and digits."),
    TABLE_ROW_NAME("The rule {0} calls itself {1}."),
    TABLE_CELLS("The row has not one cell for each column."),
    TABLE_TEST("The condition \"{0}\" cannot be read."),
    TABLE_NEVER("The condition \"{0}\" never holds."),
    TABLE_VALUE("The value \"{0}\" cannot be read."),
    TABLE_NEW_WORD("\"{0}\" is not used in the shipped table."),
    TABLE_NO("\"{0}\" is no {1}."),
    TABLE_UNIT_UNKNOWN("The unit \"{0}\" is not known."),
    TABLE_UNIT_ENDED("The unit \"{0}\" is no more."),
    TABLE_OVERLAP("A case can fit the rows {0} and {1} at once."),

    // Why a table cannot be used.
    BROKEN_NO_TABLE("no table is kept here"),
    BROKEN_UNREADABLE("{0}: cannot be read"),
    BROKEN_UNCLEAR("{0}: no clear answer to {1}"),
    BROKEN_POLICY("{0}: hit policy is not {1}"),
    BROKEN_LANGUAGE("{0}: written in {1}, not in FEEL"),
    BROKEN_NAME("{0}: rule {1} calls itself {2}"),
    BROKEN_TWICE("{0}: row {1} is there twice"),
    BROKEN_OTHERS("{0}: row {1} is for others than before"),
    BROKEN_NO_LIMIT("{0}: row {1} has no limit"),
    BROKEN_CELL("{0}: row {1}: cannot read {2}"),
    BROKEN_VALUE("{0}: row {1}: {2} is {3}"),
    BROKEN_LIMIT("{0}: row {1}: no such limit"),
    BROKEN_HANDLING("{0}: row {1}: no such handling"),
    BROKEN_RUNG("{0}: row {1}: no such rung"),
    BROKEN_UNIT("{0}: row {1}: names no unit"),

    // Why a process cannot go on.
    STUCK_LONG("The case has gone on for too long"),
    STUCK_DEEP("The diagram is nested too deep"),
    STUCK_CIRCLES("The diagram goes in circles"),
    STUCK_FORM("There is no form \"{0}\""),
    STUCK_GROUP("There is no group \"{0}\""),
    STUCK_ACTION("There is no action \"{0}\""),
    STUCK_FACT("There is no fact {0}"),
    STUCK_STEP("There is no step {0}"),
    STUCK_MISSING("The other version has no such step: {0}"),
    STUCK_MODEL("No model of {0} is published"),
    STUCK_VERSION("No version {0} of {1} is published"),
    STUCK_BASIS("The petition is not {0} yet"),
    STUCK_ORDERED("No diagram limits what was ordered"),
    STUCK_ROUTE("Row {0} of {1} names a unit that is not there"),
    STUCK_LIMIT("no row of {0} fits kind {1}, stage {2}, {3} on {4}"),
    STUCK_FAILED("The process could not go on ({0})"),

    /** What somebody else has said, as it is. */
    AS_SAID("{0}");

    private final List<String> texts;

    /** @param english with the numbers of its values in their order, each once */
    Sentence(String english) {
        this.texts = List.of(english.split("\\{\\d}", -1));
    }

    Sentence(NotACondition.Why why) {
        this(why.english() + ".");
    }

    Sentence(ActionProblem.Why why) {
        this(why.english() + ".");
    }

    /** Why a condition is none. */
    static Sentence about(NotACondition.Why why) {
        return switch (why) {
            case LONG -> CONDITION_LONG;
            case NOT_ONE -> CONDITION_NOT;
            case NOT_UNDERSTOOD -> CONDITION_NOT_UNDERSTOOD;
            case NOT_UNDERSTOOD_IN -> CONDITION_NOT_UNDERSTOOD_IN;
            case PARENTHESIS -> CONDITION_PARENTHESIS;
            case FACT -> CONDITION_FACT;
            case NO_FACT -> STUCK_FACT;
            case SORTS -> CONDITION_SORTS;
            case ORDER -> CONDITION_ORDER;
            case DAY_TEXT -> CONDITION_DAY_TEXT;
            case DAY -> CONDITION_DAY;
            case TRUTHS -> CONDITION_TRUTHS;
            case TRUTH -> CONDITION_TRUTH;
        };
    }

    /** What is wrong with a use of an action. */
    static Sentence about(ActionProblem.Why why) {
        return switch (why) {
            case NO_ACTION -> UNKNOWN_ACTION;
            case NO_INPUT -> ACTION_NO_INPUT;
            case MISSING -> ACTION_INPUT_MISSING;
            case ONE_OF -> ACTION_INPUT_ONE_OF;
            case NUMBER -> ACTION_INPUT_NUMBER;
            case LENGTH -> ACTION_INPUT_LENGTH;
        };
    }

    /** The permanent word. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How much it names. */
    public int size() {
        return texts.size() - 1;
    }

    /** With {@code {0}} for what it names. */
    public String english() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < size(); i++) numbers.add("{" + i + "}");
        return english(numbers);
    }

    /** @throws IllegalArgumentException for more or fewer values than it names */
    public Said of(Object... values) {
        return new Said(this, written(values), null);
    }

    /** The same with a sentence as the last of what it names. */
    public Said around(Said last, Object... before) {
        List<String> all = written(before);
        all.add(last.english());
        return new Said(this, all, last);
    }

    private static List<String> written(Object... values) {
        List<String> written = new ArrayList<>();
        for (Object value : values) written.add(String.valueOf(value));
        return written;
    }

    String english(List<String> values) {
        StringBuilder said = new StringBuilder(texts.getFirst());
        for (int i = 0; i < values.size(); i++) said.append(values.get(i)).append(texts.get(i + 1));
        return said.toString();
    }

    boolean beginsWithValue() {
        return texts.getFirst().isEmpty();
    }

    /** How much of its own it says. */
    int length() {
        return texts.stream().mapToInt(String::length).sum();
    }

    /** What stands between its texts; null when something else was said. Takes no longer than the text is long. */
    @Nullable List<String> values(String said) {
        if (size() == 0) return said.equals(texts.getFirst()) ? List.of() : null;
        String last = texts.getLast();
        if (!said.startsWith(texts.getFirst()) || !said.endsWith(last)) return null;
        int end = said.length() - last.length();
        int at = texts.getFirst().length();
        List<String> values = new ArrayList<>();
        for (String text : texts.subList(1, size())) {
            int next = said.indexOf(text, at);
            if (next < 0 || next + text.length() > end) return null;
            values.add(said.substring(at, next));
            at = next + text.length();
        }
        if (at > end) return null;
        values.add(said.substring(at, end));
        return values;
    }
}
