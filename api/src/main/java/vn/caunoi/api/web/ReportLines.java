package vn.caunoi.api.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.caunoi.api.report.Report;
import vn.caunoi.api.sheet.SheetOut;

/** A report as CSV: a line each number, the whole first and then unit by unit as counted now. */
record ReportLines(ReportWords words, Words say) {

    byte[] of(Report report, String unit, List<ReportSheet.Row> units) throws IOException {
        var file = new ByteArrayOutputStream();
        try (SheetOut to = SheetOut.to(file, "report.csv")) {
            to.line(Stream.of(
                            "report.csv.scope",
                            "report.csv.unit",
                            "col.unit",
                            "report.csv.table",
                            "report.no",
                            "report.csv.column",
                            "figures.what",
                            "report.value",
                            "report.csv.of")
                    .map(say::text)
                    .toList());
            for (Report.Table table : report.tables()) {
                for (Report.Number number : table.numbers()) to.line(total(report, unit, table, number));
                for (ReportSheet.Row row : units) lines(to, table, row);
            }
        }
        return file.toByteArray();
    }

    private List<String> total(Report report, String unit, Report.Table table, Report.Number number) {
        boolean told = !number.withheld() && !number.rounded();
        Long value = number.value();
        String shown = told ? value == null ? "" : value.toString() : words.shown(number);
        return List.of(
                say.text(report.whole() ? "report.whole" : "report.own"),
                report.unit().value(),
                unit,
                table.id(),
                String.valueOf(number.no()),
                number.id(),
                words.name(number.vi(), number.en()),
                shown,
                told && number.of() != null ? Objects.toString(number.of()) : "");
    }

    private void lines(SheetOut to, Report.Table table, ReportSheet.Row row) throws IOException {
        for (Report.Number number : table.numbers()) {
            if (number.share() || number.typed()) continue;
            to.line(List.of(
                    say.text("report.own"),
                    row.unit(),
                    row.name(),
                    table.id(),
                    String.valueOf(number.no()),
                    number.id(),
                    words.name(number.vi(), number.en()),
                    String.valueOf(row.value(table, number)),
                    ""));
        }
    }
}
