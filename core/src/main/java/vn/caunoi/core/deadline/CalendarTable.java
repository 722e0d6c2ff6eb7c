package vn.caunoi.core.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Reads a calendar from its table: lines {@code date,what,name,source,confidence,applies} in UTF-8, a header, comments
 * that start with {@code #}, and one {@code # version: …}. Names hold no comma.
 */
public final class CalendarTable {

    private static final String HEADER = "date,what,name,source,confidence,applies";
    private static final String VERSION = "# version: ";

    private CalendarTable() {}

    /**
     * A Monday-to-Friday calendar of the given table.
     *
     * @throws IllegalArgumentException for a line that cannot be read; it names the line
     */
    public static WorkingCalendar read(String name, String table) {
        List<String> lines =
                table.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        String version = lines.stream()
                .filter(line -> line.startsWith(VERSION))
                .map(line -> line.substring(VERSION.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("calendar " + name + " states no version"));
        List<CalendarDay> rows = lines.stream()
                .filter(line -> !line.startsWith("#") && !line.equals(HEADER))
                .map(CalendarTable::row)
                .toList();
        return WorkingCalendar.of(name, version, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), rows);
    }

    static WorkingCalendar shipped(String name) {
        String path = "/calendar/" + name + ".csv";
        try (InputStream table = CalendarTable.class.getResourceAsStream(path)) {
            if (table == null) throw new IllegalStateException(path + " is missing from the build");
            return read(name, new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CalendarDay row(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 6) throw new IllegalArgumentException("six cells expected: " + line);
        try {
            return new CalendarDay(
                    LocalDate.parse(cells[0].strip()),
                    CalendarDay.What.valueOf(cells[1].strip()),
                    cells[2].strip(),
                    cells[3].strip(),
                    cells[4].strip(),
                    yes(cells[5].strip()));
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException("unreadable calendar line: " + line, unreadable);
        }
    }

    private static boolean yes(String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("yes or no, not " + cell);
        };
    }
}
