package vn.caunoi.api.supervisor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.oversight.Figures;
import vn.caunoi.projections.oversight.Measure;
import vn.caunoi.projections.oversight.Oversight;

/**
 * Figures of a period, of all that somebody sees, of one unit with those below it, or of one unit alone. Pages and calls
 * ask here, so that both tell a reader the same.
 */
@Component
public class OversightDesk {

    /**
     * @param counts how many cases, by what is counted; {@code GET …/figures/{measure}} lists them
     * @param lateRate (late in process + finished late) / (received + carried over); null when there was nothing to do
     */
    public record Report(
            LocalDate from,
            LocalDate to,
            @Nullable UnitId unit,
            Map<Measure, Long> counts,
            Map<String, Long> byKind,
            Map<String, Long> byChannel,
            @Nullable Double lateRate,
            List<Figures.Workload> units,
            List<Figures.Workload> officers) {

        public long count(Measure measure) {
            return counts.getOrDefault(measure, 0L);
        }
    }

    /**
     * What somebody asks about.
     *
     * @param from the first day; the first of January when null
     * @param to the last day; today when null
     * @param unit with those below it; all that the reader sees when null
     * @param alone without those below it
     */
    public record Asked(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String unit,
            boolean alone) {}

    public record Scope(LocalDate from, LocalDate to, Visibility sight) {}

    private final Oversight oversight;
    private final Directory directory;
    private final Clock clock;

    OversightDesk(Oversight oversight, Directory directory, Clock clock) {
        this.oversight = oversight;
        this.directory = directory;
        this.clock = clock;
    }

    public Report report(Actor actor, Asked asked) {
        Scope scope = scope(actor, asked);
        Figures figures = oversight.figures(scope.from(), scope.to(), scope.sight());
        return new Report(
                scope.from(),
                scope.to(),
                asked.unit() == null ? null : new UnitId(asked.unit()),
                figures.counts(),
                figures.byKind(),
                figures.byChannel(),
                figures.lateRate(),
                oversight.byUnit(scope.from(), scope.to(), scope.sight()),
                oversight.byOfficer(scope.from(), scope.to(), scope.sight()));
    }

    /** A unit that the actor does not see is not there. */
    public Scope scope(Actor actor, Asked asked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
        LocalDate last = Objects.requireNonNullElse(asked.to(), today);
        LocalDate first = Objects.requireNonNullElse(asked.from(), last.withDayOfYear(1));
        if (first.isAfter(last)) throw Input.refusal("from", "too-late", "is after the last day");
        Visibility all = Visibility.of(actor);
        String unit = asked.unit();
        return new Scope(first, last, unit == null ? all : within(all, new UnitId(unit), asked.alone()));
    }

    private Visibility within(Visibility all, UnitId unit, boolean alone) {
        if (directory.unit(unit).isEmpty() || !all.sees(unit)) throw new NotFound();
        if (alone) return all.within(Set.of(unit));
        Set<UnitId> seen = directory.covered(unit).stream().filter(all::sees).collect(Collectors.toSet());
        return all.within(seen);
    }
}
