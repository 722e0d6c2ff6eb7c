package vn.caunoi.api.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.LetterText;

/** A form filled from a case: what is not known is left as dots. */
final class FilledForm {

    /** What stands where something is to be written in. */
    static final String OPEN = "……………";

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
    private static final String MAYBE = "? ";

    private FilledForm() {}

    static LetterText of(LetterForm form, Map<String, String> words) {
        return new LetterText(
                filled(form.subject(), words),
                filled(form.addressee(), words),
                String.join("\n", body(form, words)),
                String.join(
                        "\n",
                        form.recipients().stream()
                                .map(line -> filled(line, words))
                                .toList()));
    }

    private static List<String> body(LetterForm form, Map<String, String> words) {
        List<String> lines = new ArrayList<>();
        for (String line : form.body()) {
            boolean maybe = line.startsWith(MAYBE);
            if (maybe && !isComplete(line, words)) continue;
            lines.add(filled(maybe ? line.substring(MAYBE.length()) : line, words));
        }
        return lines;
    }

    private static boolean isComplete(String line, Map<String, String> words) {
        return WORD.matcher(line).results().allMatch(word -> words.containsKey(word.group(1)));
    }

    private static String filled(String line, Map<String, String> words) {
        return WORD.matcher(line).replaceAll(word -> Matcher.quoteReplacement(words.getOrDefault(word.group(1), OPEN)));
    }
}
