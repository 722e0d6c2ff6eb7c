package vn.caunoi.api.moving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV or a sheet of a spreadsheet, read line by line, whatever its size. */
sealed interface SheetFile extends AutoCloseable permits CsvSheet, XlsxSheet {

    /** Its headings, without blanks around them. */
    List<String> header();

    /** The next line; null after the last. Throws {@link MovingRefused} when the rest cannot be read. */
    @Nullable SheetRow next();

    @Override
    void close();

    /** By what it begins with, not by its name. */
    static SheetFile open(Path file, Mapping mapping) {
        if (!Files.isRegularFile(file)) throw new MovingRefused("no-file", file.toString());
        byte[] begin = begin(file);
        if (starts(begin, 'P', 'K', 3, 4)) return XlsxSheet.open(file, mapping);
        if (starts(begin, 0xD0, 0xCF, 0x11, 0xE0)) throw new MovingRefused("old-spreadsheet");
        return CsvSheet.open(file, begin, mapping);
    }

    private static byte[] begin(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(4_096);
        } catch (IOException unreadable) {
            throw new MovingRefused("unreadable", String.valueOf(unreadable.getMessage()));
        }
    }

    static boolean starts(byte[] begin, int... with) {
        if (begin.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((begin[i] & 0xff) != with[i]) return false;
        return true;
    }
}
