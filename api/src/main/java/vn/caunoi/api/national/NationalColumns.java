package vn.caunoi.api.national;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.moving.Field;

/**
 * What the national database is told, and how its answer is read, as data: shipped in {@code moving/national.json} and
 * replaced by {@code caunoi.national.columns}. The shipped columns are to be confirmed (M?).
 */
@Component
public class NationalColumns {

    /** Besides those of an export: the number it has there. */
    private static final String NATIONAL_NUMBER = "nationalNumber";

    private final Sheet sheet;
    private final DateTimeFormatter dates;

    /** @param confidence how sure it is that the columns are those */
    record Sheet(String name, String confidence, String dates, List<Column> columns, Answer answer) {}

    /** @param values what the words of this program are there; others stay as they are */
    record Column(
            String heading,
            String field,
            @Nullable Map<String, String> values,
            @Nullable String constant) {}

    /** Headings of the answer file. */
    public record Answer(String code, String number, String refused, String answeredOn) {}

    NationalColumns(@Value("${caunoi.national.columns:}") String file) throws IOException {
        sheet = JsonMapper.shared().readValue(content(file), Sheet.class);
        dates = DateTimeFormatter.ofPattern(sheet.dates());
        for (Column column : sheet.columns()) {
            boolean known = column.field().equals(NATIONAL_NUMBER)
                    || Field.of(column.field()).isPresent();
            if (!known && column.constant() == null)
                throw new IllegalStateException("caunoi.national.columns: there is no field " + column.field());
        }
    }

    private static byte[] content(String file) throws IOException {
        if (!file.isBlank()) return Files.readAllBytes(Path.of(file));
        try (InputStream shipped = NationalColumns.class.getResourceAsStream("/moving/national.json")) {
            return Objects.requireNonNull(shipped).readAllBytes();
        }
    }

    public String name() {
        return sheet.name();
    }

    public String confidence() {
        return sheet.confidence();
    }

    public Answer answer() {
        return sheet.answer();
    }

    List<String> headings() {
        return sheet.columns().stream().map(Column::heading).toList();
    }

    List<String> line(Map<Field, String> cells, @Nullable String number) {
        List<String> line = new ArrayList<>();
        for (Column column : sheet.columns()) line.add(cell(column, cells, number));
        return line;
    }

    private String cell(Column column, Map<Field, String> cells, @Nullable String number) {
        if (column.constant() != null) return column.constant();
        if (column.field().equals(NATIONAL_NUMBER)) return Objects.requireNonNullElse(number, "");
        Field field = Field.of(column.field()).orElseThrow();
        String text = cells.getOrDefault(field, "");
        if (column.values() != null && column.values().containsKey(text))
            return column.values().get(text);
        return day(text);
    }

    private String day(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?")) return text;
        boolean moment = text.length() > 10;
        LocalDate day = moment ? OffsetDateTime.parse(text).toLocalDate() : LocalDate.parse(text);
        return day.format(dates);
    }

    /** @throws java.time.DateTimeException when it is no day */
    @Nullable LocalDate answered(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : LocalDate.parse(text, dates);
    }
}
