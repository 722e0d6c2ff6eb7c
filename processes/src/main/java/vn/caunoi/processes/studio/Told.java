package vn.caunoi.processes.studio;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One change of a process, told for people who read no diagrams; the page puts it into a sentence.
 *
 * @param element id in the diagram, of a form, or the name of a part
 * @param name of the step as people read it; empty where none is meant
 * @param values what the sentence names, in the order that {@link What} tells
 */
public record Told(What what, String element, String name, List<String> values) {

    /** The beginning of a process, where a neighbouring step would be named. */
    public static final String BEGINNING = "@beginning";

    /** The end of a process, where a neighbouring step would be named. */
    public static final String END = "@end";

    private static final char BETWEEN = '\u001f';
    private static final Pattern BOTH = Pattern.compile("([^|\u001f]*)\u001f([^|\u001f]*)");

    /** A word that is said in both languages, as a value or a part of one. */
    static String inBoth(String vi, String en) {
        return vi.equals(en) ? vi : vi + BETWEEN + en;
    }

    /** A name or value in one language, {@code vi} or {@code en}. */
    public static String in(String language, String value) {
        return BOTH.matcher(value).replaceAll(language.equals("en") ? "$2" : "$1");
    }

    public Told {
        values = List.copyOf(values);
    }

    /** What changed. Lists within a value are joined with {@code |}. */
    public enum What {
        /** Before, now. */
        PROCESS_NAMED,
        /** Group, form, outcomes, steps before, steps after. */
        TASK_ADDED,
        /** Topic, steps before, steps after. */
        ACTION_ADDED,
        /** Event or time, steps before, steps after. */
        WAIT_ADDED,
        /** Steps before, ways on. */
        CHOICE_ADDED,
        /** Time or event, step, what follows, {@code true} where it ends the step. */
        REACTION_ADDED,
        /** Event or time, what follows. */
        WHENEVER_ADDED,
        /** Steps before. */
        END_ADDED,
        STEP_REMOVED,
        /** Before, now. */
        STEP_NAMED,
        /** Groups before, now. */
        WORKER,
        /** {@code true} where only whom the case is assigned to works. */
        ASSIGNED,
        /** Forms before, now. */
        FORM,
        /** Before, now. */
        TIME,
        /** Events before, now. */
        EVENT,
        /** Topics before, now. */
        ACTION,
        /** Name of the input, before, now. */
        INPUT,
        /** From, to, on which condition. */
        WAY_ADDED,
        /** From, to. */
        WAY_REMOVED,
        /** From, to, before, now. */
        CONDITION,
        /** In Vietnamese before, now. */
        CITIZEN,
        /** In English before, now. */
        CITIZEN_EN,
        /** Name in English before, now. */
        NAME_EN,
        /** Grounds of the law to rest on before, now. */
        GROUND,
        /** Step of the law, reason. */
        WAIVED,
        /** Step of the law. */
        WAIVED_NO_MORE,
        DOCUMENTED,
        /** Outcomes. */
        FORM_ADDED,
        FORM_REMOVED,
        /** Outcome. */
        OUTCOME_ADDED,
        OUTCOME_REMOVED,
        /** Outcome, field. */
        FIELD_ADDED,
        FIELD_ADDED_REQUIRED,
        FIELD_REMOVED,
        FIELD_REQUIRED,
        FIELD_OPTIONAL,
        FIELD_CHANGED,
        /** What it is for in Vietnamese and English, amount and unit before, amount and unit now. */
        LIMIT,
        /** A limit stays and is otherwise worded or sourced: what it is for in Vietnamese and English. */
        LIMIT_SOURCE,
        /** Table, then for each cell that says something its column, nothing, and what it says. */
        ROW_ADDED,
        /** Table, then for each cell that said something its column, what it said, and nothing. */
        ROW_REMOVED,
        /** Table, then for each cell that differs its column, before, now. */
        ROW_CHANGED,
        /** Table. */
        ROW_MOVED,
        /** In Vietnamese, in English. */
        LETTER,
        /** How many were drawn elsewhere. */
        DRAWN
    }
}
