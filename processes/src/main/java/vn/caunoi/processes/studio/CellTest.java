package vn.caunoi.processes.studio;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a condition lets through: words, or numbers and days in a row. The little of FEEL that tables of this house
 * are written in, so that rows can be compared without asking an engine.
 *
 * @param only the words that fit; null for any
 * @param not words that do not fit
 * @param from least number or day since 1970
 * @param to greatest
 */
record CellTest(@Nullable Set<String> only, Set<String> not, long from, long to) {

    static final CellTest ANY = new CellTest(null, Set.of(), Long.MIN_VALUE, Long.MAX_VALUE);

    private static final String WORD = "\"[^\"\\\\]*\"";
    private static final String WORDS = WORD + "(?:\\s*,\\s*" + WORD + ")*";
    private static final Pattern LISTED = Pattern.compile(WORDS);
    private static final Pattern EXCEPTED = Pattern.compile("not\\(\\s*(" + WORDS + ")\\s*\\)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DAY = Pattern.compile("date\\(\\s*\"(\\d{4}-\\d{2}-\\d{2})\"\\s*\\)");
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)?\\s*(.+)");
    private static final Pattern BETWEEN = Pattern.compile("([\\[\\](])\\s*(.+?)\\s*\\.\\.\\s*(.+?)\\s*([\\])\\[])");

    /** Null when it is none of what a column of this type may hold. */
    static @Nullable CellTest read(String type, String cell) {
        String text = cell.strip();
        if (text.isEmpty() || text.equals("-")) return ANY;
        return switch (type) {
            case "string" -> words(text);
            case "boolean" -> text.equals("true") || text.equals("false") ? only(Set.of(text)) : null;
            case "integer", "date" -> row(type, text);
            default -> null;
        };
    }

    private static CellTest only(Set<String> words) {
        return new CellTest(words, Set.of(), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static @Nullable CellTest words(String text) {
        if (LISTED.matcher(text).matches()) return only(split(text));
        Matcher excepted = EXCEPTED.matcher(text);
        return excepted.matches() ? new CellTest(null, split(excepted.group(1)), Long.MIN_VALUE, Long.MAX_VALUE) : null;
    }

    private static Set<String> split(String words) {
        return Pattern.compile(WORD)
                .matcher(words)
                .results()
                .map(word -> word.group().substring(1, word.group().length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable CellTest row(String type, String text) {
        Matcher between = BETWEEN.matcher(text);
        if (between.matches()) {
            Long from = point(type, between.group(2));
            Long to = point(type, between.group(3));
            if (from == null || to == null) return null;
            long first = between.group(1).equals("[") ? from : from + 1;
            long last = between.group(4).equals("]") ? to : to - 1;
            return new CellTest(null, Set.of(), first, last);
        }
        Matcher compared = COMPARED.matcher(text);
        Long at = compared.matches() ? point(type, compared.group(2)) : null;
        if (at == null) return null;
        return switch (Objects.requireNonNullElse(compared.group(1), "")) {
            case "<" -> new CellTest(null, Set.of(), Long.MIN_VALUE, at - 1);
            case "<=" -> new CellTest(null, Set.of(), Long.MIN_VALUE, at);
            case ">" -> new CellTest(null, Set.of(), at + 1, Long.MAX_VALUE);
            case ">=" -> new CellTest(null, Set.of(), at, Long.MAX_VALUE);
            default -> new CellTest(null, Set.of(), at, at);
        };
    }

    private static @Nullable Long point(String type, String text) {
        if (type.equals("integer")) return NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
        Matcher day = DAY.matcher(text);
        try {
            return day.matches() ? LocalDate.parse(day.group(1)).toEpochDay() : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** What both let through. */
    CellTest and(CellTest other) {
        Set<String> excepted = new HashSet<>(not);
        excepted.addAll(other.not);
        Set<String> both = only == null ? other.only : only;
        if (only != null && other.only != null) {
            both = new TreeSet<>(only);
            both.retainAll(other.only);
        }
        return new CellTest(both, excepted, Math.max(from, other.from), Math.min(to, other.to));
    }

    /** Whether nothing fits. */
    boolean isEmpty() {
        return from > to || only != null && not.containsAll(only);
    }

    /** The words it names. */
    Set<String> named() {
        Set<String> named = new TreeSet<>(not);
        if (only != null) named.addAll(only);
        return named;
    }

    /** Whether a value of a result is what its column holds. */
    static boolean isValue(String type, String cell) {
        String text = cell.strip();
        return switch (type) {
            case "string" -> text.matches(WORD);
            case "integer" -> NUMBER.matcher(text).matches();
            case "boolean" -> Arrays.asList("true", "false").contains(text);
            default -> false;
        };
    }
}
