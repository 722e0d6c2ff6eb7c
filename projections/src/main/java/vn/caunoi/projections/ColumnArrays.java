package vn.caunoi.projections;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column of many rows as an array that the driver binds as one parameter. */
final class ColumnArrays {

    private ColumnArrays() {}

    /** @param type the database's name for it; what has no array of its own here goes as text, which is cast */
    static Object of(String type, List<@Nullable Object[]> rows, int place) {
        @Nullable Object[] values =
                switch (type) {
                    case "bigint" -> new @Nullable Long[rows.size()];
                    case "integer" -> new @Nullable Integer[rows.size()];
                    case "boolean" -> new @Nullable Boolean[rows.size()];
                    default -> new @Nullable String[rows.size()];
                };
        boolean text = values instanceof String[];
        for (int n = 0; n < values.length; n++) {
            Object value = rows.get(n)[place];
            values[n] = text ? text(value) : value;
        }
        return values;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) return null;
        if (value instanceof long[] numbers) return literal(numbers);
        return value instanceof OffsetDateTime time ? moment(time) : value.toString();
    }

    private static String literal(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String moment(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MAX)) return "infinity";
        if (time.equals(OffsetDateTime.MIN)) return "-infinity";
        // the driver rounds single values to the nearest microsecond, and so must this
        String text = time.plusNanos(500).truncatedTo(ChronoUnit.MICROS).toString();
        return text.startsWith("+") ? text.substring(1) : text;
    }
}
