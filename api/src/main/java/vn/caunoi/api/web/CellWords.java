package vn.caunoi.api.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The cells of decision tables by the words of the house, for who reads what they say rather than the table. */
@Component("cells")
class CellWords {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)");
    private static final Pattern FROM = Pattern.compile("([<>]=?) date\\(\"(\\d{4})-(\\d{2})-(\\d{2})\"\\)");

    private final Words say;
    private final Names names;

    CellWords(Words say, Names names) {
        this.say = say;
        this.names = names;
    }

    /** All of a row in one line; empty where it holds for any. @param conditions as {@code column: test} */
    public String row(List<String> conditions) {
        return conditions.stream().map(this::condition).collect(Collectors.joining("; "));
    }

    /** Kind and stage of a row, as far as it asks for them. */
    public String of(String kind, String stage) {
        return Stream.of(test("kind", kind), test("stage", stage))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String condition(String said) {
        int end = said.indexOf(": ");
        if (end < 0) return said;
        String column = said.substring(0, end);
        return say.word("studio.table.column", column) + ": " + test(column, said.substring(end + 2));
    }

    /** A cell as people say it, a test or what a row answers; empty where it holds for any. */
    public String test(String column, String test) {
        String plain = test.strip();
        if (plain.equals("-")) return "";
        if (plain.equals("true") || plain.equals("false")) return say.text(plain.equals("true") ? "yes" : "no");
        Matcher except = NOT.matcher(plain);
        if (except.matches()) return say.text("cells.not", test(column, except.group(1)));
        Matcher day = FROM.matcher(plain);
        if (day.matches()) return day.group(1) + " " + day.group(4) + "/" + day.group(3) + "/" + day.group(2);
        return QUOTED.matcher(plain)
                .replaceAll(word -> Matcher.quoteReplacement(word(column, word.group(1))))
                .replaceAll("\\s*,\\s*", ", ");
    }

    private String word(String column, String code) {
        return switch (column) {
            case "kind" -> say.word("option", code);
            case "stage" -> say.word("deadline", code);
            case "at" -> names.unit(code);
            // of limits it is what they are counted in
            case "unit" -> say.or("limit." + code, names.unit(code));
            case "category" -> say.word("category", code);
            case "ground" -> say.word("option", code);
            case "occasion" -> say.word("occasion", code);
            case "handling" -> say.word("handling", code);
            case "outcome" -> say.or("outcome.triage." + code, say.word("outcome", code));
            case "to" -> say.word("told", code);
            default -> code;
        };
    }
}
