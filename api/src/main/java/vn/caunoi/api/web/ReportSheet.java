package vn.caunoi.api.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.caunoi.api.report.Report;
import vn.caunoi.api.report.ReportsOfUnits;

/** A report as a spreadsheet: a sheet each table, a column each number, the whole first and then the units. */
record ReportSheet(ReportWords words, Words say) {

    private static final int HEADS = 3;
    private static final int WIDE = 28;
    private static final int NARROW = 14;

    /** @param values by table and column */
    record Row(String unit, String name, Map<String, Long> values) {
        long value(Report.Table table, Report.Number number) {
            return values.getOrDefault(ReportsOfUnits.key(table.id(), number.id()), 0L);
        }
    }

    byte[] of(Report report, String unit, List<Row> units) throws IOException {
        var file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Caunoi", "1.0")) {
            for (Report.Table table : report.tables()) {
                Worksheet sheet = book.newWorksheet(table.id().replace('/', '-'));
                head(sheet, report, table, unit);
                total(sheet, table, unit);
                int line = HEADS + 3;
                for (Row row : units) line(sheet, line++, table, row);
                sheet.width(0, WIDE);
                for (int n = 1; n <= table.numbers().size(); n++) sheet.width(n, NARROW);
                sheet.freezePane(1, HEADS + 2);
            }
        }
        return file.toByteArray();
    }

    private void head(Worksheet sheet, Report report, Report.Table table, String unit) {
        sheet.value(0, 0, table.id() + ". " + words.name(table.vi(), table.en()));
        sheet.style(0, 0).bold().set();
        sheet.value(
                1,
                0,
                unit + " - " + words.term(report.term(), report.year()) + " (" + say.day(report.from()) + " - "
                        + say.day(report.last()) + ")");
        Report.Sent sent = report.submitted();
        sheet.value(
                2,
                0,
                sent == null
                        ? say.text("report.live")
                        : say.text("report.frozen", say.moment(sent.at()), sent.sha256()));
        sheet.value(HEADS, 0, say.text("col.unit"));
        for (Report.Number number : table.numbers()) {
            sheet.value(HEADS, number.no(), words.name(number.vi(), number.en()));
            sheet.value(HEADS + 1, number.no(), number.no());
        }
        sheet.range(HEADS, 0, HEADS + 1, table.numbers().size())
                .style()
                .bold()
                .wrapText(true)
                .set();
    }

    private void total(Worksheet sheet, Report.Table table, String unit) {
        int line = HEADS + 2;
        sheet.value(line, 0, unit);
        for (Report.Number number : table.numbers()) {
            Long value = number.value();
            if (number.withheld() || number.rounded()) {
                sheet.value(line, number.no(), words.shown(number));
            } else if (number.share()) {
                Double part = number.part();
                if (part == null) continue;
                sheet.value(line, number.no(), part);
                sheet.style(line, number.no()).format("0.0%").set();
            } else if (value != null) {
                sheet.value(line, number.no(), value);
            }
        }
        sheet.range(line, 0, line, table.numbers().size()).style().bold().set();
    }

    private static void line(Worksheet sheet, int line, Report.Table table, Row row) {
        sheet.value(line, 0, row.name());
        for (Report.Number number : table.numbers()) {
            if (number.share() || number.typed()) continue;
            sheet.value(line, number.no(), row.value(table, number));
        }
    }
}
