package vn.caunoi.api.timekeeping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.timekeeping.DayChange;
import vn.caunoi.core.timekeeping.TimeChange;
import vn.caunoi.core.timekeeping.TimeInForce;
import vn.caunoi.core.timekeeping.Timekeeper;
import vn.caunoi.core.timekeeping.TimekeepingCommand;
import vn.caunoi.processes.studio.RuleBook;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.timekeeping.RunningDeadlines;
import vn.caunoi.projections.timekeeping.TimeChanges;

/** Where the calendar and the limits of the law are changed: proposed, looked at, confirmed. */
@Component
public class TimekeepingDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * A change as somebody looks at it.
     *
     * @param inForce how many changes are in force: whoever confirms says which they had seen
     * @param effects what it would do, while it is proposed or deadlines are still counted anew
     * @param progress of the counting; null before and after
     * @param beginsOn the day a row begins on, while that lies ahead; until then nothing is counted by it
     */
    @Schema(name = "TimeChangeDetail")
    public record Looked(
            TimeChanges.Change change,
            int inForce,
            List<Warnings.Warning> warnings,
            @Nullable Effects effects,
            Recounts.@Nullable Standing progress,
            @Nullable LocalDate beginsOn) {}

    private final Timekeeper keeper;
    private final RuleBook book;
    private final RunningDeadlines deadlines;
    private final TimeChanges changes;
    private final Recounts recounts;
    private final Commands commands;
    private final Progress progress;
    private final Clock clock;

    TimekeepingDesk(
            Timekeeper keeper,
            RuleBook book,
            RunningDeadlines deadlines,
            TimeChanges changes,
            Recounts recounts,
            Commands commands,
            Progress progress,
            Clock clock) {
        this.keeper = keeper;
        this.book = book;
        this.deadlines = deadlines;
        this.changes = changes;
        this.recounts = recounts;
        this.commands = commands;
        this.progress = progress;
        this.clock = clock;
    }

    public WorkingCalendar calendar() {
        return keeper.calendar();
    }

    public LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    /** A row of the table, and what was published in its place. */
    public List<RuleBook.Row> row(String id) {
        List<RuleBook.Row> rows =
                book.rows().stream().filter(row -> row.row().equals(id)).toList();
        if (rows.isEmpty()) throw new NotFound();
        return rows;
    }

    /** @param before number of a change; those before it */
    public List<TimeChanges.Change> newest(int before, int limit) {
        return changes.newest(before, limit);
    }

    /** Nothing is in force by it yet. @return its number */
    public int propose(ChangeInput given, Actor by) {
        TimeChange change = given.checked(today());
        mustChangeSomething(change);
        int number = Objects.requireNonNull(commands.<Integer>send(
                new TimekeepingCommand.ProposeChange(change, by), by.id().value()));
        settle();
        return number;
    }

    private void mustChangeSomething(TimeChange change) {
        AmendedRule rule = change.rule();
        if (rule != null) mustChange(rule);
        else if (change.days().stream().allMatch(this::isSo))
            throw Input.refusal("days", "nothing-new", "are so already");
    }

    private void mustChange(AmendedRule rule) {
        if (book.row(rule.row()).isEmpty()) throw Input.refusal("row", "unknown", "is no row of the table");
        Optional<AmendedRule> before = keeper.time().of(rule.row(), rule.validFrom());
        boolean same = before.isPresent()
                && before.get().limit().equals(rule.limit())
                && before.get().roll() == rule.roll()
                && before.get().source().equals(rule.source())
                && before.get().confidence().equals(rule.confidence());
        if (same) throw Input.refusal("amount", "nothing-new", "is so already");
    }

    private boolean isSo(DayChange day) {
        return keeper.calendar()
                .day(day.date())
                .map(row -> row.what() == day.what()
                        && row.name().equals(day.name())
                        && row.source().equals(day.source())
                        && row.confidence().equals(day.confidence()))
                .orElse(day.what() == null);
    }

    /** @param unit only the deadlines of this one are listed; null: of all */
    public Looked look(int number, @Nullable String unit, int page, Actor reader) {
        TimeChanges.Change change = changes.find(number).orElseThrow(NotFound::new);
        TimeInForce time = keeper.time();
        Effects effects =
                switch (change.state()) {
                    case PROPOSED -> effects(change.change(), time.with(change.change()), unit, page, reader);
                    case CONFIRMED -> effects(change.change(), time, unit, page, reader);
                    case WITHDRAWN, DONE -> null;
                };
        int late = effects == null ? 0 : effects.sum().overdueAtOnce();
        List<Warnings.Warning> warnings = change.state() == TimeChanges.State.PROPOSED
                ? new Warnings(today(), keeper.calendar()).of(change.change(), before(change.change()), late)
                : List.of();
        AmendedRule rule = change.change().rule();
        LocalDate begins = rule != null && change.waits(today()) ? rule.validFrom() : null;
        boolean counting = change.state() == TimeChanges.State.CONFIRMED && begins == null;
        Recounts.Standing standing = counting ? recounts.standing(number) : null;
        return new Looked(change, time.changes().size(), warnings, effects, standing, begins);
    }

    private Effects effects(TimeChange change, TimeInForce time, @Nullable String unit, int page, Actor reader) {
        UnitId only = unit == null || unit.isBlank() ? null : new UnitId(unit.strip());
        var gathering = new Effects.Gathering(new Recounter(change, keeper.calendar(time), clock.instant()), only);
        deadlines.each(Visibility.of(reader), gathering::take);
        return gathering.page(page);
    }

    private @Nullable Limit before(TimeChange change) {
        AmendedRule rule = change.rule();
        if (rule == null) return null;
        return keeper.time()
                .of(rule.row(), rule.validFrom())
                .map(AmendedRule::limit)
                .or(() -> book.row(rule.row()).flatMap(TimekeepingDesk::written))
                .orElse(null);
    }

    private static Optional<Limit> written(RuleBook.Row row) {
        boolean plain = row.amount().matches("[1-9]\\d{0,5}");
        return plain
                ? Optional.of(new Limit(Integer.parseInt(row.amount()), LimitUnit.valueOf(row.unit())))
                : Optional.empty();
    }

    /** @param after how many changes were in force when the effects were looked at */
    public void confirm(int number, int after, Actor by) {
        mustExist(number);
        send(new TimekeepingCommand.ConfirmChange(number, after, by), by);
    }

    public void withdraw(int number, Actor by) {
        mustExist(number);
        send(new TimekeepingCommand.WithdrawChange(number, by), by);
    }

    private void mustExist(int number) {
        if (changes.find(number).isEmpty()) throw new NotFound();
    }

    private void send(TimekeepingCommand order, Actor by) {
        try {
            commands.send(order, by.id().value());
        } catch (Refusal stale) {
            keeper.forget();
            throw stale;
        }
        settle();
    }

    private void settle() {
        keeper.forget();
        progress.awaitSettled(TimekeepingCommand.STREAM, PATIENCE);
    }
}
