package vn.caunoi.api.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import vn.caunoi.api.letter.Paper;
import vn.caunoi.api.letter.Paper.Face;
import vn.caunoi.api.report.Report;

/** A report on paper: a line each number, table by table, and below each table the units by the numbers of its columns. */
record ReportPdf(ReportWords words, Words say) {

    private static final float TITLE = 14;
    private static final float TEXT = 11;
    private static final float GAP = 6;
    private static final float SMALL = 8;
    private static final int ABREAST = 10;
    private static final float CELLS = Paper.LEFT + 130;
    private static final float CELL = (Paper.RIGHT - CELLS) / ABREAST;
    private static final float NAME = Paper.LEFT + 30;
    private static final float VALUE = Paper.RIGHT - 120;

    byte[] of(Report report, String unit, List<ReportSheet.Row> units) {
        var bytes = new ByteArrayOutputStream();
        String title = say.text("report.title") + ", " + words.term(report.term(), report.year());
        try (Paper paper = new Paper(report.copy() ? say.text("report.copy.mark") : "")) {
            head(paper, report, unit, title);
            for (Report.Table table : report.tables()) {
                table(paper, table);
                units(paper, table, units);
            }
            paper.write(title, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void head(Paper paper, Report report, String unit, String title) throws IOException {
        paper.centred(unit, Face.BOLD, TITLE, Paper.LEFT, Paper.RIGHT);
        paper.centred(title, Face.BOLD, TITLE, Paper.LEFT, Paper.RIGHT);
        String days = say.text("figures.lead.days", say.day(report.from()), say.day(report.last()));
        paper.centred(days + "; " + report.source(), Face.ITALIC, TEXT, Paper.LEFT, Paper.RIGHT);
        Report.Sent sent = report.submitted();
        String state = sent == null
                ? say.text("report.live")
                : say.text("report.frozen", say.moment(sent.at()), sent.sha256());
        paper.centred(state, Face.ITALIC, TEXT, Paper.LEFT, Paper.RIGHT);
        paper.skip(GAP);
    }

    private void table(Paper paper, Report.Table table) throws IOException {
        paper.need(Paper.height(TEXT) * 5);
        paper.skip(GAP * 2);
        paper.justified(
                table.id() + ". " + words.name(table.vi(), table.en()),
                Face.BOLD,
                TEXT + 1,
                Paper.LEFT,
                Paper.RIGHT,
                0);
        paper.rule(Paper.LEFT, Paper.RIGHT);
        paper.skip(GAP);
        for (Report.Number number : table.numbers()) number(paper, number);
    }

    /** Those units that have any, ten columns side by side. */
    private void units(Paper paper, Report.Table table, List<ReportSheet.Row> units) throws IOException {
        List<Report.Number> counted = table.numbers().stream()
                .filter(number -> !number.share() && !number.typed())
                .toList();
        List<ReportSheet.Row> some = units.stream()
                .filter(row -> counted.stream().anyMatch(number -> row.value(table, number) != 0))
                .toList();
        if (some.isEmpty()) return;
        paper.skip(GAP);
        paper.justified(say.text("report.units.paper"), Face.ITALIC, SMALL, Paper.LEFT, Paper.RIGHT, 0);
        for (int from = 0; from < counted.size(); from += ABREAST) {
            List<Report.Number> group = counted.subList(from, Math.min(from + ABREAST, counted.size()));
            paper.skip(GAP);
            paper.need(Paper.height(SMALL) * 3);
            line(paper, Face.BOLD, say.text("col.unit"), group, number -> String.valueOf(number.no()));
            for (ReportSheet.Row row : some)
                line(paper, Face.REGULAR, row.name(), group, number -> words.whole(row.value(table, number)));
        }
    }

    private static void line(
            Paper paper, Face face, String name, List<Report.Number> group, Function<Report.Number, String> cell)
            throws IOException {
        paper.need(Paper.height(SMALL) * 2);
        float top = paper.y();
        float lowest = top;
        for (int i = 0; i < group.size(); i++) {
            float left = CELLS + i * CELL;
            paper.moveTo(top);
            paper.centred(cell.apply(group.get(i)), face, SMALL, left, left + CELL);
            lowest = Math.min(lowest, paper.y());
        }
        paper.moveTo(top);
        paper.justified(name, face, SMALL, Paper.LEFT, CELLS - GAP, 0);
        paper.moveTo(Math.min(lowest, paper.y()));
    }

    private void number(Paper paper, Report.Number number) throws IOException {
        paper.need(Paper.height(TEXT) * 3);
        float top = paper.y();
        paper.justified(String.valueOf(number.no()), Face.REGULAR, TEXT, Paper.LEFT, NAME, 0);
        paper.moveTo(top);
        paper.centred(words.shown(number), Face.REGULAR, TEXT, VALUE, Paper.RIGHT);
        paper.moveTo(top);
        paper.justified(words.name(number.vi(), number.en()), Face.REGULAR, TEXT, NAME, VALUE - GAP, 0);
    }
}
