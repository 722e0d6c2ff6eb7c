package vn.caunoi.api.moving;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file become a petition.
 *
 * @param source name of the former register; with the number of a case it recognises a line that was taken before
 * @param sheet of a spreadsheet, from 1
 * @param encoding of a CSV; null: what its byte order mark says, else UTF-8
 * @param separator of a CSV; null: whichever of comma, semicolon and tab the header line uses most
 * @param dates patterns of dates and times, besides ISO 8601
 * @param repeats whether further lines of one number belong to the first, as in a log of activities; else they are wrong
 * @param fields what is taken from where
 */
public record Mapping(
        String source,
        int sheet,
        @Nullable String encoding,
        @Nullable Character separator,
        List<String> dates,
        boolean repeats,
        Map<Field, From> fields) {

    /**
     * @param column heading in the file; null when only the constant or the default is meant
     * @param constant stands whatever the file says
     * @param otherwise where the cell is empty
     * @param values what words of the file mean, by the word in lower case; others stand for themselves
     * @param dates patterns of this column, before those of the file
     */
    public record From(
            @Nullable String column,
            @Nullable String constant,
            @Nullable String otherwise,
            Map<String, String> values,
            List<String> dates) {}
}
