package vn.caunoi.core.dossier;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.ClosingGround;

/**
 * How long dossiers are kept: one row of the table.
 *
 * @param grounds of closing it is for
 * @param years from the day of closing
 * @param confidence how sure the source is: {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
 * @param from first day of closing it is for; null from the beginning, {@code to} null until another follows
 */
public record Retention(
        String id,
        Set<ClosingGround> grounds,
        int years,
        String source,
        String confidence,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final int CELLS = 7;

    public Retention {
        grounds = Set.copyOf(grounds);
        if (years < 1) throw new IllegalArgumentException("row " + id + " keeps for less than a year");
    }

    /** @throws IllegalArgumentException for a line that cannot be read */
    static Retention parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != CELLS) throw new IllegalArgumentException("seven cells expected: " + line);
        try {
            Set<ClosingGround> grounds = EnumSet.noneOf(ClosingGround.class);
            for (String word : cells[1].strip().split("\\s+")) grounds.add(ClosingGround.valueOf(word));
            return new Retention(
                    cells[0].strip(),
                    grounds,
                    Integer.parseInt(cells[2].strip()),
                    cells[3].strip(),
                    cells[4].strip(),
                    day(cells[5]),
                    day(cells[6]));
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException("unreadable line of the storage times: " + line, unreadable);
        }
    }

    private static @Nullable LocalDate day(String cell) {
        return cell.isBlank() ? null : LocalDate.parse(cell.strip());
    }

    boolean isFor(ClosingGround ground, LocalDate closedOn) {
        return grounds.contains(ground)
                && (from == null || !closedOn.isBefore(from))
                && (to == null || !closedOn.isAfter(to));
    }

    /** The last day it is kept. */
    public LocalDate keptUntil(LocalDate closedOn) {
        return closedOn.plusYears(years);
    }

    public boolean isToBeConfirmed() {
        return confidence.equals("M?") || confidence.equals("X");
    }
}
