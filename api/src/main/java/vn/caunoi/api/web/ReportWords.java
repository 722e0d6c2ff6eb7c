package vn.caunoi.api.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.report.Report;
import vn.caunoi.core.report.Counted;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportDefinition;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.core.report.Term;

/** Says what stands in a report, and what a number counts, in the reader's language. */
@Component("reports")
class ReportWords {

    private final Words say;

    ReportWords(Words say) {
        this.say = say;
    }

    /**
     * The card of a number.
     *
     * @param counts what is counted, a line each way; {@code without} what is left out
     * @param under of a share what stands below the line
     */
    public record Card(
            List<String> counts,
            List<String> without,
            List<String> under,
            @Nullable String note,
            String mark,
            boolean uncertain) {}

    public String name(String vi, String en) {
        return say.either(vi, en);
    }

    /** Whether something of it is typed in by who submits. */
    public boolean hasTyped(Report.Table table) {
        return table.numbers().stream().anyMatch(number -> number.typed() || number.correctable());
    }

    /** A number with its table, also of an edition that does not have it any more. */
    public String named(ReportDefinition definition, String table, String column) {
        return table + ": " + columns(definition, table, List.of(column));
    }

    public String columns(ReportDefinition definition, String table, List<String> ids) {
        return ids.stream()
                .map(id -> definition
                        .table(table)
                        .flatMap(found -> found.column(id))
                        .map(column -> name(column.vi(), column.en()))
                        .orElse(id))
                .collect(Collectors.joining(", "));
    }

    public String term(Term term, int year) {
        return say.text("report.term." + term, String.valueOf(year));
    }

    /** As it stands in its cell: a count, a share with both its parts, or that it is not known or withheld. */
    public String shown(Report.Number number) {
        if (number.withheld()) return say.text(number.share() ? "report.withheld.share" : "report.withheld");
        Long value = number.value();
        if (value == null) return say.text("none");
        if (number.share()) {
            Double part = number.part();
            String parts = whole(value) + "/" + whole(Objects.requireNonNullElse(number.of(), 0L));
            return part == null ? parts : parts + " = " + percent(part);
        }
        return number.rounded() ? "≈ " + whole(value) : whole(value);
    }

    public String whole(long value) {
        return NumberFormat.getIntegerInstance(locale()).format(value);
    }

    private static String percent(double part) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(part);
    }

    private static Locale locale() {
        return Words.locale();
    }

    public Card card(ReportTable table, ReportColumn column) {
        String mark = Objects.requireNonNullElse(column.mark(), table.mark());
        String vi = column.noteVi();
        String en = column.noteEn();
        String note = vi == null || en == null ? null : name(vi, en);
        return new Card(
                counted(table, column),
                Stream.concat(
                                column.except().stream().map(this::way),
                                column.any().stream().flatMap(way -> way.not().stream()
                                        .map(not -> say.text("report.not", say.word("report.counts", not)))))
                        .distinct()
                        .toList(),
                column.under().stream().map(id -> named(table, id)).toList(),
                note,
                mark,
                mark.startsWith("M?") || mark.startsWith("X"));
    }

    private List<String> counted(ReportTable table, ReportColumn column) {
        if (column.typed()) return List.of(say.text("report.typed"));
        if (column.isShare())
            return column.over().stream().map(id -> named(table, id)).toList();
        return column.any().stream()
                .map(way -> column.people() ? say.text("report.people", way(way)) : way(way))
                .toList();
    }

    private String named(ReportTable table, String id) {
        ReportColumn column = table.column(id).orElseThrow();
        return name(column.vi(), column.en());
    }

    private String way(Counted way) {
        Stream<String> parts = Stream.of(
                say.word("report.counts", way.what()),
                say.word("report.when", way.when()),
                all("option", way.kinds()),
                all("report.detail", way.details()),
                all("category", way.categories()),
                all("report.field", way.fields()),
                way.also().isEmpty() ? "" : say.text("report.also", all("report.counts", way.also())),
                way.late() ? say.text("report.late") : "");
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private String all(String family, List<?> words) {
        return words.stream().map(word -> say.word(family, word)).collect(Collectors.joining(", "));
    }
}
