package vn.caunoi.api.designer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.processes.studio.Publishing.Terms;
import vn.caunoi.projections.directory.Directory;

/**
 * How a designer wants something published, as it was typed.
 *
 * @param note why; must be given
 * @param from first day on which new cases follow it; blank, or today: at once
 * @param units whose new cases follow it first; none for those of all
 */
public record Wish(String note, String from, Collection<String> units) {

    private static final int LONGEST = 2_000;

    public Wish {
        units = Set.copyOf(units);
    }

    /** At once, for all. */
    public Wish(String note) {
        this(note, "", Set.of());
    }

    /** All that is wrong with it is told at once. */
    Terms checked(Instant now, Directory directory) {
        Input input = new Input();
        String why = input.required("note", note, LONGEST);
        LocalDate day = day(input, DueDate.dayOf(now));
        Set<UnitId> pilot = new HashSet<>();
        for (String unit : units) if (known(input, unit, directory)) pilot.add(new UnitId(unit));
        input.mustBeValid();
        Instant begins = day == null ? null : day.atStartOfDay(DueDate.ZONE).toInstant();
        return new Terms(why, null, begins, pilot, Map.of());
    }

    private @Nullable LocalDate day(Input input, LocalDate today) {
        if (from.isBlank()) return null;
        try {
            LocalDate day = LocalDate.parse(from.strip());
            if (day.isBefore(today)) input.wrong("from", "too-early", "must not be before today");
            if (day.isAfter(today.plusYears(5))) input.wrong("from", "too-late", "lies too far ahead");
            return day.isAfter(today) ? day : null;
        } catch (DateTimeParseException none) {
            input.wrong("from", "malformed", "is not a day");
            return null;
        }
    }

    static boolean known(Input input, String unit, Directory directory) {
        boolean known = !unit.isBlank()
                && unit.indexOf('\0') < 0
                && directory
                        .unit(new UnitId(unit))
                        .filter(one -> one.ended() == null)
                        .isPresent();
        if (!known) input.wrong("units", "unknown", "is not a unit");
        return known;
    }
}
