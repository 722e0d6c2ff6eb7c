package vn.caunoi.core.reception;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the rules of reception.
 *
 * @param id permanent
 * @param what {@code days} of reception, {@code conferences}, {@code notice} and {@code result} of a conference,
 *     {@code crowd}, {@code representatives}
 * @param whose whom it obliges; for representatives the number of people from which on it applies
 * @param per {@code MONTH, WEEK, YEAR, DAYS, PEOPLE}
 * @param source law and article
 * @param confidence {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
 * @param to last day in force; null while that is open
 */
public record ReceptionRule(
        String id,
        String what,
        String whose,
        int amount,
        String per,
        String source,
        String confidence,
        LocalDate from,
        @Nullable LocalDate to) {

    private static final int COLUMNS = 9;

    static ReceptionRule parse(String line) {
        String[] cell = line.split(",", -1);
        if (cell.length != COLUMNS) throw new IllegalArgumentException("not " + COLUMNS + " columns: " + line);
        try {
            LocalDate to = cell[8].isBlank() ? null : LocalDate.parse(cell[8]);
            int amount = Integer.parseInt(cell[3]);
            return new ReceptionRule(
                    cell[0], cell[1], cell[2], amount, cell[4], cell[5], cell[6], LocalDate.parse(cell[7]), to);
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("not a rule: " + line, e);
        }
    }

    public boolean appliesOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
