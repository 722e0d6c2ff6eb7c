package vn.caunoi.api.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.report.ReportDefinition;
import vn.caunoi.core.report.ReportDefinitions;
import vn.caunoi.core.report.ReportPeriod;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.core.report.Term;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;

/** Finds the report that is asked for; one of a unit that the reader does not see is not there. */
@Component
public class ReportFinder {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final ReportDefinitions definitions;
    private final Directory directory;
    private final Clock clock;

    ReportFinder(ReportDefinitions definitions, Directory directory, Clock clock) {
        this.definitions = definitions;
        this.directory = directory;
        this.clock = clock;
    }

    public ReportDefinitions definitions() {
        return definitions;
    }

    public LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    /** What is not said: the reader's own unit with those below it, and the period that ended last. */
    public Which find(
            Actor reader, @Nullable String unit, @Nullable String whole, @Nullable String year, @Nullable String term) {
        UnitId of = unit(reader, unit);
        ReportPeriod period = period(year, term);
        ReportDefinition definition = definitions.of(period.year(), period.term());
        Boolean below = Asked.yesOrNo("whole", whole);
        return which(reader, of, below == null || below, period, definition);
    }

    Which which(Actor reader, UnitId unit, boolean whole, ReportPeriod period, ReportDefinition definition) {
        Set<UnitId> units = whole ? directory.covered(unit) : Set.of(unit);
        return new Which(unit, whole, period, definition, units, Visibility.of(reader));
    }

    public UnitId unit(Actor reader, @Nullable String named) {
        String given = Asked.text("unit", named);
        UnitId unit = given == null ? reader.unit() : new UnitId(given);
        if (directory.unit(unit).isEmpty() || !Visibility.of(reader).sees(unit)) throw new NotFound();
        return unit;
    }

    private ReportPeriod period(@Nullable String year, @Nullable String term) {
        Term wanted = Asked.choice("term", term, Term.class);
        if (year == null || year.isBlank() || wanted == null) {
            if (wanted != null || year != null && !year.isBlank()) {
                throw Input.refusal(wanted == null ? "term" : "year", "required", "must be given");
            }
            return lastEnded();
        }
        int named = year(year);
        return definitions
                .of(named, wanted)
                .period(named, wanted)
                .orElseThrow(() -> Input.refusal("term", "not-an-option", "is not reported in that year"));
    }

    public static int year(String given) {
        try {
            int year = Integer.parseInt(given.strip());
            if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
        } catch (NumberFormatException e) {
            throw Input.refusal("year", "malformed", "is not a year");
        }
        throw Input.refusal("year", "out-of-bounds", "is between " + FIRST_YEAR + " and " + LAST_YEAR);
    }

    /** The period that ended last; of those that ended together the longest. */
    private ReportPeriod lastEnded() {
        LocalDate today = today();
        return IntStream.of(today.getYear() - 1, today.getYear())
                .boxed()
                .flatMap(year -> definitions.of(year, Term.YEAR).periods(year).stream())
                .filter(period -> period.isOver(today))
                .max(Comparator.comparing(ReportPeriod::last)
                        .thenComparing(ReportPeriod::from, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** A number that the report has. */
    public Which.Place place(Which which, @Nullable String table, @Nullable String column) {
        ReportTable found =
                which.definition().table(Objects.requireNonNullElse(table, "")).orElseThrow(NotFound::new);
        return new Which.Place(
                found, found.column(Objects.requireNonNullElse(column, "")).orElseThrow(NotFound::new));
    }
}
