package vn.caunoi.api.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.caunoi.api.letter.Paper;
import vn.caunoi.api.letter.Paper.Face;
import vn.caunoi.api.report.Report;

/** A report on paper: a line each number, table by table. */
record ReportPdf(ReportWords words, Words say) {

    private static final float TITLE = 14;
    private static final float TEXT = 11;
    private static final float GAP = 6;
    private static final float NAME = Paper.LEFT + 30;
    private static final float VALUE = Paper.RIGHT - 120;

    byte[] of(Report report, String unit) {
        var bytes = new ByteArrayOutputStream();
        String title = say.text("report.title") + ", " + words.term(report.term(), report.year());
        try (Paper paper = new Paper(report.copy() ? say.text("report.copy.mark") : "")) {
            head(paper, report, unit, title);
            for (Report.Table table : report.tables()) table(paper, table);
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
