package vn.caunoi.api.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.report.ReportCommand.RecallReport;
import vn.caunoi.core.report.ReportCommand.SubmitReport;
import vn.caunoi.core.report.ReportPeriod;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.core.report.Term;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.report.ReportFacts;
import vn.caunoi.projections.report.Submission;
import vn.caunoi.projections.report.Submissions;

/** Submits and recalls reports, and tells which units have submitted theirs. */
@Component
public class ReportDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int REASON = 1_000;

    private final ReportFacts facts;
    private final Submissions submissions;
    private final ReportFinder finder;
    private final Directory directory;
    private final Commands commands;
    private final Progress progress;

    ReportDesk(
            ReportFacts facts,
            Submissions submissions,
            ReportFinder finder,
            Directory directory,
            Commands commands,
            Progress progress) {
        this.facts = facts;
        this.submissions = submissions;
        this.finder = finder;
        this.directory = directory;
        this.commands = commands;
        this.progress = progress;
    }

    /** What the last submission of a unit is; null where it has none. */
    @Schema(name = "ReportOfUnit")
    public record OfUnit(UnitId unit, String name, Report.@Nullable Sent own, Report.@Nullable Sent whole) {}

    public record OfPeriod(ReportPeriod period, Report.@Nullable Sent own, Report.@Nullable Sent whole) {}

    /** Whether somebody may submit and recall it. */
    public static boolean maySubmit(Actor actor, UnitId unit) {
        return actor.is(Role.HEAD) && actor.covers(unit);
    }

    /**
     * Freezes what is counted now, whatever of it the head who submits may see.
     *
     * @param typed what is not known here, by table and column
     * @return the how-manieth submission it is
     */
    public int submit(Which which, Map<String, Map<String, Long>> typed, @Nullable String reason, Actor by) {
        Input input = new Input();
        String why = input.optional("reason", reason, REASON);
        check(which, typed, input);
        if (why == null && isCorrected(which, typed))
            input.wrong("reason", "required", "must tell why it is corrected");
        input.mustBeValid();
        Frozen frozen = Frozen.of(which.ofAll(), facts, (table, column) -> typed.getOrDefault(table, Map.of())
                .get(column));
        Integer time = commands.send(
                new SubmitReport(
                        which.id(),
                        which.unit(),
                        which.whole(),
                        which.period(),
                        which.definition().edition(),
                        which.units().stream()
                                .sorted(Comparator.comparing(UnitId::value))
                                .toList(),
                        frozen.figures(),
                        frozen.cases(),
                        frozen.sha256(),
                        why,
                        by),
                by.id().value());
        progress.awaitSettled(which.id().value(), PATIENCE);
        return Objects.requireNonNull(time);
    }

    private static boolean isCorrected(Which which, Map<String, Map<String, Long>> typed) {
        return which.definition().tables().stream().anyMatch(table -> table.columns().stream()
                .anyMatch(column -> column.isCorrectable()
                        && typed.getOrDefault(table.id(), Map.of()).containsKey(column.id())));
    }

    private static void check(Which which, Map<String, Map<String, Long>> typed, Input input) {
        typed.forEach((table, columns) -> columns.forEach((column, value) -> {
            boolean known = which.definition()
                    .table(table)
                    .flatMap((ReportTable found) -> found.column(column))
                    .filter(found -> found.typed())
                    .isPresent();
            String field = "typed." + table + "." + column;
            if (!known) input.wrong(field, "unknown", "is no number that is typed in");
            else if (value == null) input.wrong(field, "malformed", "is not a number");
            else if (value < 0) input.wrong(field, "too-small", "is at least 0");
        }));
    }

    public void recall(Which which, @Nullable String reason, Actor by) {
        Input input = new Input();
        String why = input.required("reason", reason, REASON);
        input.mustBeValid();
        commands.send(
                new RecallReport(which.id(), which.unit(), why, by), by.id().value());
        progress.awaitSettled(which.id().value(), PATIENCE);
    }

    /** The units below, in the order of the tree, with what each has submitted for the same period. */
    public List<OfUnit> below(Which which) {
        var units = which.units().stream()
                .filter(unit -> !unit.equals(which.unit()))
                .filter(which.sight()::sees)
                .toList();
        Map<String, Submission> last = byKey(
                submissions.last(which.period().year(), which.period().term(), units),
                one -> one.unit() + " " + one.whole());
        return directory.units().stream()
                .filter(unit -> units.contains(unit.id()))
                .map(unit -> new OfUnit(
                        unit.id(),
                        unit.name(),
                        sent(last.get(unit.id() + " false")),
                        sent(last.get(unit.id() + " true"))))
                .toList();
    }

    /** The periods of a year with what a unit has submitted. */
    public List<OfPeriod> periods(UnitId unit, int year) {
        return finder.definitions().of(year, Term.YEAR).periods(year).stream()
                .map(period -> {
                    Map<String, Submission> last = byKey(
                            submissions.last(year, period.term(), List.of(unit)), one -> String.valueOf(one.whole()));
                    return new OfPeriod(period, sent(last.get("false")), sent(last.get("true")));
                })
                .toList();
    }

    private static Map<String, Submission> byKey(List<Submission> all, Function<Submission, String> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    private static Report.@Nullable Sent sent(@Nullable Submission one) {
        return one == null ? null : Report.Sent.of(one);
    }
}
