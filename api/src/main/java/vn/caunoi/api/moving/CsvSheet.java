package vn.caunoi.api.moving;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Lines parted by commas, semicolons or tabs. What is not in its encoding is refused, for it would stay wrong for ever. */
final class CsvSheet implements SheetFile {

    private static final int LONGEST_LINE = 2_000_000;

    private final CSVParser parser;
    private final Bounded text;
    private final Iterator<CSVRecord> lines;
    private final Charset encoding;
    private final List<String> header;
    private long before;

    private CsvSheet(CSVParser parser, Bounded text, Charset encoding) {
        this.parser = parser;
        this.text = text;
        this.encoding = encoding;
        this.lines = parser.iterator();
        SheetRow first = next();
        if (first == null || first.isBlank()) throw new MovingRefused("no-header");
        header = first.cells().stream().map(String::strip).toList();
    }

    static CsvSheet open(Path file, byte[] begin, Mapping mapping) {
        Charset encoding = encoding(begin, mapping.encoding());
        int mark = mark(begin);
        try {
            InputStream content = Files.newInputStream(file);
            content.skipNBytes(mark);
            Bounded text = new Bounded(new InputStreamReader(
                    content,
                    encoding.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(separator(begin, mark, encoding, mapping.separator()))
                    .setIgnoreEmptyLines(true)
                    .get();
            return new CsvSheet(
                    CSVParser.builder().setReader(text).setFormat(format).get(), text, encoding);
        } catch (IOException unreadable) {
            throw new MovingRefused("unreadable", String.valueOf(unreadable.getMessage()));
        }
    }

    private static Charset encoding(byte[] begin, @Nullable String named) {
        if (SheetFile.starts(begin, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
        if (SheetFile.starts(begin, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
        if (SheetFile.starts(begin, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
        if (named == null) {
            for (byte one : begin) if (one == 0) throw new MovingRefused("not-text");
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(named);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new MovingRefused("unknown-encoding", named);
        }
    }

    private static int mark(byte[] begin) {
        if (SheetFile.starts(begin, 0xEF, 0xBB, 0xBF)) return 3;
        return SheetFile.starts(begin, 0xFF, 0xFE) || SheetFile.starts(begin, 0xFE, 0xFF) ? 2 : 0;
    }

    private static char separator(byte[] begin, int mark, Charset encoding, @Nullable Character given) {
        if (given != null) return given;
        String text = new String(begin, mark, begin.length - mark, encoding);
        String head = text.lines().findFirst().orElse("");
        char most = ',';
        for (char one : new char[] {';', '\t'}) if (count(head, one) > count(head, most)) most = one;
        return most;
    }

    private static long count(String text, char of) {
        return text.chars().filter(one -> one == of).count();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            text.begin();
            if (!lines.hasNext()) return null;
            CSVRecord line = lines.next();
            before = parser.getCurrentLineNumber();
            List<String> cells = line.toList();
            long breaks = cells.stream().mapToLong(CsvSheet::breaks).sum();
            return new SheetRow(before - breaks, cells, Set.of());
        } catch (UncheckedIOException broken) {
            throw refused(broken.getCause() == null ? broken : broken.getCause());
        } catch (IllegalStateException broken) {
            throw refused(broken);
        }
    }

    private static long breaks(String cell) {
        return cell.indexOf('\n') < 0 ? 0 : count(cell, '\n');
    }

    private MovingRefused refused(Exception broken) {
        String line = String.valueOf(before + 1);
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof MovingRefused known) return known;
            if (cause instanceof TooLong) return new MovingRefused("line-too-long", line);
            if (cause instanceof CharacterCodingException) return new MovingRefused("encoding", line, encoding.name());
            if (cause instanceof CSVException) return new MovingRefused("broken-csv", line);
        }
        return new MovingRefused("broken-csv", line);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Gives up on a line without an end, as after a quotation mark that is never closed. */
    private static final class Bounded extends FilterReader {
        private long read;

        Bounded(Reader text) {
            super(text);
        }

        void begin() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            counted(1);
            return one;
        }

        @Override
        public int read(char[] to, int from, int most) throws IOException {
            int some = super.read(to, from, most);
            counted(some);
            return some;
        }

        private void counted(int some) throws TooLong {
            read += Math.max(0, some);
            if (read > LONGEST_LINE) throw new TooLong();
        }
    }
}
