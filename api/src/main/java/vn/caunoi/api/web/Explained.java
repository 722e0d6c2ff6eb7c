package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.caunoi.processes.studio.Told;

/** Changes of a process as sentences in the language of the reader. */
@Component
class Explained {

    private static final String NOTHING = "–";
    private static final String LIST = "\\|";
    private static final Pattern LENGTH = Pattern.compile("P(?:(\\d+)([DWMY]))?(?:T(\\d+)([HM]))?");
    private static final Pattern LOGICAL = Pattern.compile("[a-z]+\\.[a-z-]+");

    private final Words say;
    private final CellWords cells;

    Explained(Words say, CellWords cells) {
        this.say = say;
        this.cells = cells;
    }

    List<String> sentences(List<Told> all) {
        return all.stream().map(this::sentence).toList();
    }

    private String sentence(Told one) {
        String language = Words.locale().getLanguage();
        List<String> v =
                one.values().stream().map(value -> Told.in(language, value)).toList();
        String name = Told.in(language, one.name());
        return switch (one.what()) {
            case TASK_ADDED ->
                told(
                        one,
                        name,
                        group(v.get(0)),
                        form(v.get(1)),
                        outcomes(v.get(1), v.get(2)),
                        names(v.get(3)),
                        names(v.get(4)));
            case ACTION_ADDED -> told(one, name, action(v.get(0)), names(v.get(1)), names(v.get(2)));
            case WAIT_ADDED -> told(one, name, awaited(v.get(0)), names(v.get(1)), names(v.get(2)));
            case CHOICE_ADDED -> told(one, name, names(v.get(0)), names(v.get(1)));
            case REACTION_ADDED ->
                told(
                        one,
                        awaited(v.get(0)),
                        names(v.get(1)),
                        names(v.get(2)),
                        say.text(v.get(3).equals("false") ? "explain.goeson" : "explain.stops"));
            case WHENEVER_ADDED -> told(one, name, awaited(v.get(0)), names(v.get(1)));
            case END_ADDED -> told(one, name, names(v.get(0)));
            case WORKER -> told(one, name, group(v.get(0)), group(v.get(1)));
            case ASSIGNED -> say.text(v.get(0).equals("true") ? "explain.ASSIGNED" : "explain.ANYBODY", name);
            case FORM -> told(one, name, form(v.get(0)), form(v.get(1)));
            case TIME, EVENT -> told(one, name, awaited(v.get(0)), awaited(v.get(1)));
            case ACTION -> told(one, name, action(v.get(0)), action(v.get(1)));
            case INPUT -> told(one, name, say.or("explain.input." + v.get(0), v.get(0)), v.get(1), v.get(2));
            case WAY_ADDED ->
                v.get(2).isEmpty()
                        ? told(one, names(v.get(0)), names(v.get(1)))
                        : say.text("explain.WAY_ADDED_WHEN", names(v.get(0)), names(v.get(1)), v.get(2));
            case WAY_REMOVED -> told(one, names(v.get(0)), names(v.get(1)));
            case CONDITION -> told(one, names(v.get(0)), names(v.get(1)), condition(v.get(2)), condition(v.get(3)));
            case FORM_ADDED -> told(one, form(name), outcomes(name, v.get(0)));
            case FORM_REMOVED -> told(one, form(name));
            case OUTCOME_ADDED,
                    OUTCOME_REMOVED,
                    FIELD_ADDED,
                    FIELD_ADDED_REQUIRED,
                    FIELD_REMOVED,
                    FIELD_REQUIRED,
                    FIELD_OPTIONAL,
                    FIELD_CHANGED -> told(one, form(name), outcome(name, v.get(0)), v.size() > 1 ? v.get(1) : "");
            case PROCESS_NAMED, STEP_NAMED, DRAWN -> told(one, v.get(0), v.size() > 1 ? v.get(1) : "");
            case STEP_REMOVED, DOCUMENTED -> told(one, name);
            case CITIZEN, CITIZEN_EN, NAME_EN -> told(one, name, v.get(0), v.get(1));
            case GROUND -> told(one, name, ground(v.get(0)), ground(v.get(1)));
            case WAIVED -> told(one, say.word("studio.legal", v.get(0)), v.get(1));
            case WAIVED_NO_MORE -> told(one, say.word("studio.legal", v.get(0)));
            case LIMIT -> told(one, said(v), limit(v.get(2), v.get(3)), limit(v.get(4), v.get(5)));
            case LIMIT_SOURCE, LETTER -> told(one, said(v));
            case ROW_ADDED, ROW_REMOVED, ROW_CHANGED, ROW_MOVED ->
                told(one, say.word("studio.table", v.get(0)), name, cells(one.what(), v));
        };
    }

    /** After the name of the table: columns with what they said and say. */
    private String cells(Told.What what, List<String> values) {
        List<String> told = new ArrayList<>();
        for (int at = 1; at + 2 < values.size(); at += 3) {
            if (values.get(at).equals("row")) continue;
            String before = cell(values.get(at), values.get(at + 1));
            String now = cell(values.get(at), values.get(at + 2));
            String said =
                    switch (what) {
                        case ROW_ADDED -> now;
                        case ROW_REMOVED -> before;
                        default -> before + " → " + now;
                    };
            told.add(say.word("studio.table.column", values.get(at)) + ": " + said);
        }
        return String.join("; ", told);
    }

    private String cell(String column, String said) {
        String worded = cells.test(column, said);
        return worded.isEmpty() ? NOTHING : worded;
    }

    private String ground(String word) {
        return say.or("studio.ground." + word, word);
    }

    private String said(List<String> inBoth) {
        return say.either(inBoth.get(0), inBoth.get(1));
    }

    private String limit(String amount, String unit) {
        return amount + " " + say.word("limit", unit);
    }

    private String told(Told one, Object... words) {
        return say.text("explain." + one.what(), words);
    }

    private String group(String word) {
        return say.word("group", word.toUpperCase(Locale.ROOT));
    }

    private String form(String id) {
        return say.or("form." + id, id);
    }

    private String outcomes(String form, String ids) {
        return Arrays.stream(ids.split(LIST)).map(id -> outcome(form, id)).collect(Collectors.joining(", "));
    }

    /** One that comes with a model is called by its label already. */
    private String outcome(String form, String id) {
        return say.or("outcome." + form + "." + id, say.or("outcome." + id, id));
    }

    private String action(String topic) {
        return say.or("explain.action." + topic, topic);
    }

    private String condition(String text) {
        return text.isEmpty() ? say.text("explain.otherwise") : text;
    }

    private String names(String joined) {
        return Arrays.stream(joined.split(LIST)).map(this::named).collect(Collectors.joining(", "));
    }

    private String named(String name) {
        return switch (name) {
            case Told.BEGINNING -> say.text("explain.beginning");
            case Told.END -> say.text("explain.end");
            default -> say.text("explain.named", name);
        };
    }

    /** An event by its words, a time in days and hours. */
    private String awaited(String what) {
        if (LOGICAL.matcher(what).matches()) return say.or("event." + what, what);
        Matcher length = LENGTH.matcher(what);
        if (!length.matches()) return what;
        String days = length.group(1) == null ? "" : say.text("explain.length." + length.group(2), length.group(1));
        String hours = length.group(3) == null ? "" : say.text("explain.length.T" + length.group(4), length.group(3));
        return (days + " " + hours).strip();
    }
}
