package vn.caunoi.processes.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Days between which a table cannot answer differently, for it compares the day with those it names only: what was
 * answered for one holds for all up to the next.
 */
final class Spans {

    private static final String DAY = "on";
    private static final Pattern NAMED = Pattern.compile("date\\(\"(\\d{4}-\\d{2}-\\d{2})\"\\)");
    private static final Pattern COMPARED = Pattern.compile(
            "-|(?:<|<=|>|>=)?\\s*" + NAMED + "|[\\[(\\]]\\s*" + NAMED + "\\s*\\.\\.\\s*" + NAMED + "\\s*[\\])\\[]");
    private static final Pattern WORD = Pattern.compile("\\b" + DAY + "\\b");

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

    private final TreeSet<LocalDate> begins;

    /** False of a table that does more with a day than to compare it. */
    private final boolean known;

    private Spans(TreeSet<LocalDate> begins, boolean known) {
        this.begins = begins;
        this.known = known;
    }

    static Spans of(DmnModelInstance model) {
        List<Input> inputs = List.copyOf(model.getModelElementsByType(Input.class));
        Set<Integer> ofDays = new HashSet<>();
        for (int at = 0; at < inputs.size(); at++) {
            String asked = asked(inputs.get(at));
            if (asked.equals(DAY)) ofDays.add(at);
            else if (WORD.matcher(asked).find()) return new Spans(new TreeSet<>(), false);
        }
        TreeSet<LocalDate> begins = new TreeSet<>();
        for (Rule rule : model.getModelElementsByType(Rule.class))
            if (!compares(rule.getInputEntries(), ofDays, begins)) return new Spans(new TreeSet<>(), false);
        return new Spans(begins, true);
    }

    private static String asked(Input input) {
        var expression = input.getInputExpression();
        if (expression == null || expression.getText() == null) return "";
        return Objects.requireNonNullElse(expression.getText().getTextContent(), "")
                .strip();
    }

    /** A day that is named begins a span, and so does the day after it: one may be the last of something. */
    private static boolean compares(Collection<InputEntry> cells, Set<Integer> ofDays, Set<LocalDate> begins) {
        int at = 0;
        for (InputEntry cell : cells) {
            String text = cell.getTextContent().strip();
            boolean plain = ofDays.contains(at++)
                    ? COMPARED.matcher(text).matches()
                    : !WORD.matcher(text.replaceAll("\"[^\"]*\"", "")).find();
            if (!plain) return false;
            Matcher day = NAMED.matcher(text);
            while (day.find()) {
                LocalDate named = LocalDate.parse(day.group(1));
                begins.add(named);
                begins.add(named.plusDays(1));
            }
        }
        return true;
    }

    /** The day that stands for this one; never a later one. */
    LocalDate of(LocalDate day) {
        if (!known) return day;
        LocalDate begin = begins.floor(day);
        return begin == null ? BEFORE_ALL : begin;
    }
}
