package vn.caunoi.api.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes lines as CSV or as a spreadsheet; no cell is ever taken for a formula. */
public sealed interface SheetOut extends AutoCloseable {

    void line(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** By the ending of the file's name. */
    static SheetOut to(OutputStream to, String name) throws IOException {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx") ? new Spreadsheet(to) : new Csv(to);
    }

    /** In UTF-8 with a byte order mark, without which spreadsheets take it for something older. */
    final class Csv implements SheetOut {
        private final CSVPrinter lines;

        Csv(OutputStream to) throws IOException {
            BufferedWriter text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
            text.write('\uFEFF');
            lines = new CSVPrinter(text, CSVFormat.RFC4180);
        }

        @Override
        public void line(List<String> cells) throws IOException {
            lines.printRecord(cells.stream().map(Formulas::harmless));
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** All cells are text, so that numbers keep their zeros. */
    final class Spreadsheet implements SheetOut {
        private static final int LONGEST_CELL = 32_767;
        private static final int FLUSHED = 500;

        private final Workbook book;
        private final Worksheet sheet;
        private int row;

        Spreadsheet(OutputStream to) {
            book = new Workbook(to, "Caunoi", "1.0");
            sheet = book.newWorksheet("1");
        }

        @Override
        public void line(List<String> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                String text = cells.get(column);
                if (text.isEmpty()) continue;
                sheet.inlineString(row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            }
            if (++row % FLUSHED == 0) sheet.flush();
        }

        @Override
        public void close() throws IOException {
            book.close();
        }
    }
}
