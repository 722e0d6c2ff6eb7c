package vn.caunoi.api.yardstick;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The text of a table of surveys and targets: CSV in UTF-8, parted by commas, semicolons or tabs, with a heading for each
 * column. Whatever is sent, it ends: with lines, or with what is wrong.
 */
final class YardstickFile {

    static final List<String> HEADINGS = List.of("unit", "year", "index", "asked", "target_index", "target_rating");

    static final int MOST_BYTES = 2_000_000;
    private static final int MOST_LINES = 20_000;

    /** @param cells by heading, stripped; what is left empty is not there */
    record Line(long number, Map<String, String> cells) {

        @Nullable String cell(String heading) {
            return cells.get(heading);
        }
    }

    private YardstickFile() {}

    /** Adds to what is wrong when it cannot be read to its end. */
    static List<Line> read(byte[] content, List<YardstickTrouble> wrong) {
        String text = text(content, wrong);
        if (text == null) return List.of();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new java.io.StringReader(text))
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(separator(text))
                        .setIgnoreEmptyLines(true)
                        .get())
                .get()) {
            return lines(parser, wrong);
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            wrong.add(new YardstickTrouble(0, "", "broken", ""));
            return List.of();
        }
    }

    private static @Nullable String text(byte[] content, List<YardstickTrouble> wrong) {
        if (content.length == 0 || content.length > MOST_BYTES) {
            wrong.add(new YardstickTrouble(0, "", content.length == 0 ? "nothing" : "too-big", ""));
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') < 0) return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notText) {
            wrong.add(new YardstickTrouble(0, "", "not-text", ""));
            return null;
        }
        wrong.add(new YardstickTrouble(0, "", "not-text", ""));
        return null;
    }

    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        char most = ',';
        for (char one : new char[] {';', '\t'}) if (count(head, one) > count(head, most)) most = one;
        return most;
    }

    private static long count(String text, char of) {
        return text.chars().filter(one -> one == of).count();
    }

    private static List<Line> lines(CSVParser parser, List<YardstickTrouble> wrong) {
        Iterator<CSVRecord> records = parser.iterator();
        List<String> headings = records.hasNext() ? headings(records.next(), wrong) : List.of();
        if (!wrong.isEmpty()) return List.of();
        List<Line> lines = new ArrayList<>();
        while (records.hasNext()) {
            CSVRecord record = records.next();
            if (lines.size() == MOST_LINES) {
                wrong.add(new YardstickTrouble(parser.getCurrentLineNumber(), "", "too-many", ""));
                return List.of();
            }
            Map<String, String> cells = cells(record, headings);
            if (!cells.isEmpty()) lines.add(new Line(parser.getCurrentLineNumber(), cells));
        }
        if (lines.isEmpty()) wrong.add(new YardstickTrouble(0, "", "nothing", ""));
        return lines;
    }

    private static List<String> headings(CSVRecord first, List<YardstickTrouble> wrong) {
        List<String> headings =
                first.stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
        for (String one : headings)
            if (!one.isEmpty() && !HEADINGS.contains(one))
                wrong.add(new YardstickTrouble(1, shown(one), "unknown-heading", ""));
        for (String one : List.of("unit", "year"))
            if (!headings.contains(one)) wrong.add(new YardstickTrouble(1, one, "no-heading", ""));
        for (String one : HEADINGS)
            if (headings.stream().filter(one::equals).count() > 1)
                wrong.add(new YardstickTrouble(1, one, "doubled-heading", ""));
        return headings;
    }

    private static Map<String, String> cells(CSVRecord record, List<String> headings) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(record.size(), headings.size()); i++) {
            String cell = record.get(i).strip();
            if (!cell.isEmpty() && !headings.get(i).isEmpty()) cells.put(headings.get(i), cell);
        }
        return cells;
    }

    /** Short enough for a page. */
    static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
