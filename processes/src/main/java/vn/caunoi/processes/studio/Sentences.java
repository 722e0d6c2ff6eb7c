package vn.caunoi.processes.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence that a check says, in {@code studio/sentences.txt}: a permanent word and the English with {@code {0}} for
 * what it names. What a rule said is known again by its English, so that pages can say it in another language.
 */
public final class Sentences {

    private static final String FILE = "/studio/sentences.txt";

    /**
     * A sentence that was said.
     *
     * @param values what it names, in its order; each may be a sentence itself
     */
    public record Said(String code, List<String> values) {}

    /** @param texts that stand around its values: one more than there are values */
    private record Sentence(String code, List<String> texts) {

        int length() {
            return texts.stream().mapToInt(String::length).sum();
        }

        /** What stands between its texts; null when something else was said. Takes no longer than the text is long. */
        @Nullable List<String> values(String said) {
            if (texts.size() == 1) return said.equals(texts.getFirst()) ? List.of() : null;
            String last = texts.getLast();
            if (!said.startsWith(texts.getFirst()) || !said.endsWith(last)) return null;
            int end = said.length() - last.length();
            int at = texts.getFirst().length();
            List<String> values = new ArrayList<>();
            for (String text : texts.subList(1, texts.size() - 1)) {
                int next = said.indexOf(text, at);
                if (next < 0 || next + text.length() > end) return null;
                values.add(said.substring(at, next));
                at = next + text.length();
            }
            if (at > end) return null;
            values.add(said.substring(at, end));
            return List.copyOf(values);
        }
    }

    private static final Map<String, String> ENGLISH = read();

    /** Those that say most of their own come first: {@code {0}: {1}} fits much. */
    private static final List<Sentence> ALL = ENGLISH.entrySet().stream()
            .map(one -> new Sentence(one.getKey(), List.of(one.getValue().split("\\{\\d}", -1))))
            .sorted(Comparator.comparingInt(Sentence::length).reversed())
            .toList();

    private Sentences() {}

    /** The English of each, by its permanent word. */
    public static Map<String, String> english() {
        return ENGLISH;
    }

    /** Empty for what no rule says. */
    public static Optional<Said> of(String said) {
        for (Sentence sentence : ALL) {
            List<String> values = sentence.values(said);
            if (values != null) return Optional.of(new Said(sentence.code(), values));
        }
        return Optional.empty();
    }

    private static Map<String, String> read() {
        try (InputStream file = Sentences.class.getResourceAsStream(FILE)) {
            if (file == null) throw new IllegalStateException(FILE + " is missing from the build");
            Map<String, String> english = new LinkedHashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .forEach(line -> english.put(line[0], line[1]));
            return Collections.unmodifiableMap(english);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
