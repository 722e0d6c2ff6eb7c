package vn.caunoi.api.moving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.moving.Mapping.From;
import vn.caunoi.api.sheet.Formulas;

/** What one line says, field by field; all that is wrong with it is collected. */
final class LineCells {

    private static final Set<String> YES = Set.of("true", "yes", "1", "x", "có", "co");
    private static final Set<String> NO = Set.of("", "false", "no", "0", "không", "khong");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int SHOWN = 60;
    private static final DateWords ISO = new DateWords(List.of(), List.of());

    private final Columns columns;
    private final SheetRow row;
    private final LocalDate today;
    private final List<LineProblem> problems = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Map<Field, String> laid = new EnumMap<>(Field.class);

    LineCells(Columns columns, SheetRow row, LocalDate today) {
        this.columns = columns;
        this.row = row;
        this.today = today;
        if (row.cells().size() > columns.count()) wrong(Field.NUMBER, "too-many-cells", null);
    }

    /** Where the fields of a mapping stand in a file. */
    record Columns(Mapping mapping, Map<Field, Integer> places, Map<Field, DateWords> dates, int count) {}

    /** What stands in an envelope counts before what stands in the line, in the words of this house. */
    void lay(Map<Field, String> more) {
        laid.putAll(more);
    }

    List<LineProblem> problems() {
        return problems;
    }

    long line() {
        return row.line();
    }

    /** The number as it stands, for messages about the line. */
    @Nullable String number() {
        String number = cell(Field.NUMBER).strip();
        return number.isEmpty() || number.length() > Field.NUMBER.longest() ? null : number;
    }

    /** The text, or what the mapping says it means; null when there is none. */
    @Nullable String text(Field field) {
        String enclosed = laid.get(field);
        From from = columns.mapping().fields().get(field);
        if (enclosed != null) return isFit(field, enclosed) ? meant(from, enclosed) : null;
        if (from == null) return null;
        if (from.constant() != null) return from.constant();
        String cell = Formulas.asItWas(cell(field).strip());
        if (!isFit(field, cell)) return null;
        if (cell.isEmpty()) return from.otherwise();
        return meant(from, cell);
    }

    private static @Nullable String meant(@Nullable From from, String cell) {
        String means = from == null ? cell : from.values().getOrDefault(MappingFile.key(cell), cell);
        return means.isEmpty() ? null : means;
    }

    String required(Field field) {
        String text = text(field);
        if (text == null && told.stream().noneMatch(one -> one.startsWith(field + " "))) wrong(field, "missing", null);
        return Objects.requireNonNullElse(text, "");
    }

    boolean yes(Field field) {
        String text = text(field);
        String word = text == null ? "" : MappingFile.key(text);
        if (!YES.contains(word) && !NO.contains(word)) wrong(field, "no-yes-or-no", text);
        return YES.contains(word);
    }

    <E extends Enum<E>> @Nullable E choice(Field field, Class<E> type) {
        String text = text(field);
        if (text == null) return null;
        for (E one : type.getEnumConstants()) if (one.name().equalsIgnoreCase(text)) return one;
        List<String> options =
                java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        wrong(field, "no-option", text, String.join(", ", options));
        return null;
    }

    /** A day or moment that lies neither before 1900 nor after today. */
    DateWords.@Nullable Said past(Field field) {
        DateWords.Said said = date(field);
        if (said == null) return null;
        if (said.day().isAfter(today)) wrong(field, "in-the-future", text(field));
        return said;
    }

    DateWords.@Nullable Said date(Field field) {
        String text = text(field);
        if (text == null) return null;
        DateWords.Said said =
                columns.dates().getOrDefault(field, ISO).read(text).orElse(null);
        if (said == null)
            wrong(field, "no-date", text, String.join(" | ", columns.mapping().dates()));
        else if (said.day().isBefore(EARLIEST) || said.day().getYear() > 2200) wrong(field, "no-such-day", text);
        return said;
    }

    /** Once for each thing that is wrong with a field, however often it is asked for. */
    void wrong(Field field, String code, @Nullable String value, String... details) {
        if (!told.add(field + " " + code)) return;
        From from = columns.mapping().fields().get(field);
        String column = from == null || from.column() == null ? field.word() : from.column();
        String shown = value == null || field.isPersonal() ? null : shortened(value);
        problems.add(new LineProblem(row.line(), number(), column, shown, code, List.of(details)));
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private String cell(Field field) {
        Integer place = columns.places().get(field);
        return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
    }

    private boolean isFit(Field field, String cell) {
        if (row.formulas().contains(columns.places().getOrDefault(field, -1))) wrong(field, "formula", null);
        else if (cell.length() > field.longest()) wrong(field, "too-long", cell, String.valueOf(field.longest()));
        else if (cell.indexOf('\uFFFD') >= 0) wrong(field, "not-readable", null);
        else if (cell.chars().anyMatch(LineCells::isStrange)) wrong(field, "strange-character", null);
        else return true;
        return false;
    }

    private static boolean isStrange(int one) {
        return Character.isISOControl(one) && one != '\n' && one != '\r' && one != '\t';
    }
}
