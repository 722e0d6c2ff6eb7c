package vn.caunoi.api.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The reception book as a spreadsheet. All cells are text, so that identity numbers keep their zeros. */
record BookSheet(String title, List<String> heads) {

    private static final int LONGEST_CELL = 32_767;
    private static final int WIDE = 30;
    private static final int NARROW = 16;

    void write(List<List<String>> rows, OutputStream to) throws IOException {
        try (Workbook book = new Workbook(to, "Caunoi", "1.0")) {
            Worksheet sheet = book.newWorksheet("Sheet");
            sheet.value(0, 0, title);
            sheet.style(0, 0).bold().set();
            line(sheet, 1, heads);
            sheet.range(1, 0, 1, heads.size() - 1).style().bold().wrapText(true).set();
            for (int i = 0; i < rows.size(); i++) line(sheet, i + 2, rows.get(i));
            for (int column = 0; column < heads.size(); column++) {
                sheet.width(column, column == 2 || column == 4 || column > 7 ? WIDE : NARROW);
            }
            sheet.freezePane(0, 2);
        }
    }

    private static void line(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            sheet.value(row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            sheet.style(row, column).wrapText(true).set();
        }
    }
}
