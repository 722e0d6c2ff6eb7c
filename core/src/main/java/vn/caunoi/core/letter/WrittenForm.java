package vn.caunoi.core.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;

/** A form as it is written down: {@code === id}, lines {@code word: value}, {@code ---}, and the text. */
final class WrittenForm {

    private static final String BEGIN = "=== ";
    private static final String END_OF_HEAD = "---";

    private final String id;
    private final Map<String, String> head = new HashMap<>();
    private final List<String> body = new ArrayList<>();
    private boolean inBody;

    private WrittenForm(String id) {
        this.id = id;
    }

    static List<LetterForm> all(List<String> lines) {
        List<WrittenForm> forms = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(BEGIN))
                forms.add(new WrittenForm(line.substring(BEGIN.length()).strip()));
            else if (!forms.isEmpty()) forms.getLast().take(line);
            else if (!line.isBlank() && !line.startsWith("#"))
                throw new IllegalArgumentException("forms of letters begin with a line \"=== id\", not with: " + line);
        }
        return forms.stream().map(WrittenForm::read).toList();
    }

    private void take(String line) {
        if (inBody) body.add(line.strip());
        else if (line.strip().equals(END_OF_HEAD)) inBody = true;
        else if (!line.isBlank() && !line.startsWith("#")) takeHead(line);
    }

    private void takeHead(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) throw wrong("has a line without a colon: " + line);
        head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private LetterForm read() {
        try {
            return new LetterForm(
                    id,
                    Integer.parseInt(must("edition")),
                    must("name"),
                    must("english"),
                    must("law"),
                    must("confidence"),
                    LocalDate.parse(must("from")),
                    kinds(),
                    may("sort"),
                    may("title"),
                    must("subject"),
                    may("addressee"),
                    parted(must("recipients")),
                    withoutBlankEnd(),
                    milestone(),
                    may("opens").isEmpty() ? null : may("opens"),
                    fills(),
                    may("signers").isEmpty() ? null : parted(may("signers")));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("the form " + id + " has a day or number that is none", e);
        }
    }

    private static List<String> parted(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    private Set<Kind> kinds() {
        Set<Kind> kinds = new HashSet<>();
        for (String word : may("kinds").split("\\s+")) if (!word.isEmpty()) kinds.add(Kind.valueOf(word));
        return kinds;
    }

    private @Nullable Milestone milestone() {
        String word = may("requires");
        return word.isEmpty() ? null : Milestone.valueOf(word);
    }

    private Map<String, String> fills() {
        Map<String, String> fills = new HashMap<>();
        for (String pair : may("fills").split("\\s+")) {
            if (pair.isEmpty()) continue;
            String[] sides = pair.split("=", 2);
            if (sides.length < 2 || !LetterForm.FACTS.contains(sides[1]))
                throw wrong("fills with what no letter tells: " + pair);
            fills.put(sides[0], sides[1]);
        }
        return fills;
    }

    private List<String> withoutBlankEnd() {
        List<String> lines = new ArrayList<>(body);
        while (!lines.isEmpty() && lines.getLast().isEmpty()) lines.removeLast();
        if (lines.isEmpty()) throw wrong("has no text");
        return lines;
    }

    private String must(String word) {
        String value = may(word);
        if (value.isEmpty()) throw wrong("does not tell its " + word);
        return value;
    }

    private String may(String word) {
        return head.getOrDefault(word, "");
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("the form " + id + " " + what);
    }
}
