package vn.caunoi.api.moving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook. What it unpacks to is counted first, so that a small file cannot fill the memory. */
final class XlsxSheet implements SheetFile {

    private static final long MOST_BYTES = 1L << 30;
    private static final long MOST_IN_MEMORY = 256L << 20;
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_COLUMNS = 500;

    private final ReadableWorkbook book;
    private final Stream<Row> opened;
    private final Iterator<Row> rows;
    private final List<String> header;

    private XlsxSheet(ReadableWorkbook book, Stream<Row> opened) {
        this.book = book;
        this.opened = opened;
        this.rows = opened.iterator();
        SheetRow first = next();
        if (first == null || first.isBlank()) throw new MovingRefused("no-header");
        header = first.cells().stream().map(String::strip).toList();
    }

    static XlsxSheet open(Path file, Mapping mapping) {
        mustUnpackToLittle(file);
        try {
            ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            var sheet = book.getSheet(mapping.sheet() - 1);
            if (sheet.isEmpty()) {
                book.close();
                throw new MovingRefused("no-sheet", String.valueOf(mapping.sheet()));
            }
            return new XlsxSheet(book, sheet.get().openStream());
        } catch (MovingRefused known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            // whatever a library says of a file that somebody made up
            throw new MovingRefused("broken-spreadsheet");
        }
    }

    private static void mustUnpackToLittle(Path file) {
        long all = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) throw new MovingRefused("spreadsheet-too-large");
            byte[] some = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                long most = part.getName().startsWith("xl/worksheets/") ? MOST_BYTES : MOST_IN_MEMORY;
                long size = 0;
                try (InputStream content = zip.getInputStream(part)) {
                    for (int read = content.read(some); read >= 0; read = content.read(some)) {
                        size += read;
                        all += read;
                        if (size > most || all > MOST_BYTES) throw new MovingRefused("spreadsheet-too-large");
                    }
                }
            }
        } catch (IOException broken) {
            throw new MovingRefused("broken-spreadsheet");
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            return rows.hasNext() ? row(rows.next()) : null;
        } catch (MovingRefused known) {
            throw known;
        } catch (RuntimeException broken) {
            throw new MovingRefused("broken-spreadsheet");
        }
    }

    private static SheetRow row(Row row) {
        if (row.getCellCount() > MOST_COLUMNS) throw new MovingRefused("too-many-columns");
        List<String> cells = new ArrayList<>();
        Set<Integer> formulas = new HashSet<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getOptionalCell(column).orElse(null);
            cells.add(cell == null ? "" : text(cell));
            if (cell != null && cell.getType() == CellType.FORMULA) formulas.add(column);
        }
        return new SheetRow(row.getRowNum(), cells, formulas);
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
            case STRING -> cell.asString();
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case EMPTY, FORMULA, ERROR -> "";
        };
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) return false;
        String plain = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return plain.contains("y") || plain.contains("d") || plain.contains("h:");
    }

    private static String date(LocalDateTime at) {
        return at.toLocalTime().toSecondOfDay() == 0
                ? at.toLocalDate().toString()
                : at.withNano(0).toString();
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    @Override
    public void close() {
        opened.close();
        try {
            book.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
