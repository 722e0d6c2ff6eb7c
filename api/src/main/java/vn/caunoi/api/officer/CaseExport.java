package vn.caunoi.api.officer;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.sheet.Formulas;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.CaseFiles.Entry;

/**
 * What a search shows, as a file: the columns of the list and nothing that the list does not show. That each case was
 * taken along is written down before its line is.
 */
@Component
public class CaseExport {

    /** Lines of one file. */
    public static final int MOST = 20_000;

    private static final int AT_ONCE = 200;
    private static final char MARK_OF_UNICODE = '\uFEFF';

    private final CaseFiles files;
    private final ReadingLog readings;

    CaseExport(CaseFiles files, ReadingLog readings) {
        this.files = files;
        this.readings = readings;
    }

    /** What to export, which has been checked. */
    public record Wanted(CaseFiles.Filter filter, CaseFiles.Sort sort) {}

    /** @param line the values of a case in the order of the heads */
    public void write(
            Wanted wanted, Actor by, List<String> heads, Function<Entry, List<@Nullable Object>> line, Writer to)
            throws IOException {
        Visibility sight = Visibility.of(by);
        to.write(MARK_OF_UNICODE);
        CSVPrinter csv = new CSVPrinter(to, CSVFormat.RFC4180);
        csv.printRecord(heads);
        String cursor = null;
        int lines = 0;
        do {
            Page<Entry> page = files.search(wanted.filter(), sight, wanted.sort(), cursor, AT_ONCE);
            readings.noteAll(page.items().stream().map(Entry::id).toList(), by, Reading.What.EXPORT);
            for (Entry entry : page.items())
                csv.printRecord(
                        line.apply(entry).stream().map(CaseExport::plain).toList());
            lines += page.items().size();
            cursor = page.next();
        } while (cursor != null && lines < MOST);
        csv.flush();
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : Formulas.harmless(value.toString());
    }
}
