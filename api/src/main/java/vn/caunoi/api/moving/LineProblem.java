package vn.caunoi.api.moving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a line, which is left out then. Told by the message {@code moving.wrong.<code>}.
 *
 * @param line of the file, from 1, the header line among them
 * @param number the register's number of the case, if the line has one
 * @param column heading in the file, or the name of the field where it comes from no column
 * @param value what stands there; null where that is personal
 * @param details for the message
 */
public record LineProblem(
        long line,
        @Nullable String number,
        String column,
        @Nullable String value,
        String code,
        List<String> details) {}
