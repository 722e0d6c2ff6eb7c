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

/** Figures of a period, of all that somebody sees or of one unit with those below it. */
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
            List<Figures.Workload> officers) {}

    public record Scope(LocalDate from, LocalDate to, Visibility sight) {}

    private final Oversight oversight;
    private final Directory directory;
    private final Clock clock;

    OversightDesk(Oversight oversight, Directory directory, Clock clock) {
        this.oversight = oversight;
        this.directory = directory;
        this.clock = clock;
    }

    public Report report(Actor actor, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String unit) {
        Scope scope = scope(actor, from, to, unit);
        Figures figures = oversight.figures(scope.from(), scope.to(), scope.sight());
        return new Report(
                scope.from(),
                scope.to(),
                unit == null ? null : new UnitId(unit),
                figures.counts(),
                scope.sight().all() ? figures.byKind() : figures.byKindDiscreetly(),
                figures.byChannel(),
                figures.lateRate(),
                oversight.byUnit(scope.from(), scope.to(), scope.sight()),
                oversight.byOfficer(scope.from(), scope.to(), scope.sight()));
    }

    /** A unit that the actor does not see is not there. */
    public Scope scope(Actor actor, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String unit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
        LocalDate last = Objects.requireNonNullElse(to, today);
        LocalDate first = Objects.requireNonNullElse(from, last.withDayOfYear(1));
        if (first.isAfter(last)) throw Input.refusal("from", "too-late", "is after the last day");
        Visibility all = Visibility.of(actor);
        return new Scope(first, last, unit == null ? all : within(all, new UnitId(unit)));
    }

    private Visibility within(Visibility all, UnitId unit) {
        if (directory.unit(unit).isEmpty() || !all.sees(unit)) throw new NotFound();
        Set<UnitId> seen = directory.covered(unit).stream().filter(all::sees).collect(Collectors.toSet());
        return all.within(seen);
    }
}
