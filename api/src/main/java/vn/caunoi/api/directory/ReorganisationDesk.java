package vn.caunoi.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.Secrets;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.PlannedChanges;
import vn.caunoi.core.directory.ReorganisationCommand;
import vn.caunoi.core.directory.ReorganisationCommand.PlanReorganisation;
import vn.caunoi.core.directory.ReorganisationCommand.WithdrawReorganisation;
import vn.caunoi.core.directory.ReorganisationId;
import vn.caunoi.core.directory.UnitChange;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.directory.Reorganisations;
import vn.caunoi.projections.directory.Reorganisations.ReorganisationPlan;
import vn.caunoi.projections.directory.Reorganisations.State;

/** Plans reorganisations of units, and shows before what they move and what names the units that end. */
@Component
public class ReorganisationDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LINE = 500;
    private static final int LONG = 2_000;

    /** Open cases and tasks that go from one unit to another. */
    @Schema(name = "ReorganisationMove")
    public record Move(UnitId from, UnitId to, long cases, long tasks) {}

    /**
     * @param moves with something to move or not, each pair of units once
     * @param below units below one that ends, which go under who takes over
     * @param mentions what names a unit that ends or hands over, and has to be looked at
     */
    @Schema(name = "ReorganisationPreview")
    public record Preview(List<Move> moves, long cases, long tasks, List<UnitId> below, List<Mention> mentions) {}

    /**
     * @param done cases handed over so far
     * @param left open cases that are still to go
     * @param problems what went wrong in the last round, here
     */
    @Schema(name = "ReorganisationStanding")
    public record Standing(ReorganisationPlan plan, int done, long left, List<String> problems) {}

    private final Reorganisations reorganisations;
    private final Directory directory;
    private final List<NamesUnits> naming;
    private final CarryingOut carryingOut;
    private final Commands commands;
    private final Progress progress;
    private final Secrets secrets;
    private final CategoriesInForce categories;
    private final Problems words;
    private final Clock clock;

    ReorganisationDesk(
            Reorganisations reorganisations,
            Directory directory,
            List<NamesUnits> naming,
            CarryingOut carryingOut,
            Commands commands,
            Progress progress,
            Secrets secrets,
            CategoriesInForce categories,
            Problems words,
            Clock clock) {
        this.categories = categories;
        this.words = words;
        this.reorganisations = reorganisations;
        this.directory = directory;
        this.naming = naming;
        this.carryingOut = carryingOut;
        this.commands = commands;
        this.progress = progress;
        this.secrets = secrets;
        this.clock = clock;
    }

    public List<ReorganisationPlan> all() {
        return reorganisations.all();
    }

    public ReorganisationPlan find(String id) {
        if (id.isBlank() || id.indexOf('\0') >= 0) throw new NotFound();
        return reorganisations.find(new ReorganisationId(id)).orElseThrow(NotFound::new);
    }

    public Standing standing(String id) {
        ReorganisationPlan plan = find(id);
        long left = plan.state() == State.PLANNED || plan.state() == State.BEGUN
                ? moves(plan.changes(), null).stream().mapToLong(Move::cases).sum()
                : 0;
        return new Standing(plan, reorganisations.takenOver(plan.id()), left, problems(plan.id()));
    }

    /** In the language of whoever reads them. */
    private List<String> problems(ReorganisationId id) {
        Locale locale = LocaleContextHolder.getLocale();
        return carryingOut.problems(id).stream()
                .map(one -> one.about() + ": "
                        + Stream.concat(
                                        Stream.of(words.message(one.refusal().reason(), locale)),
                                        one.refusal().violations().stream().map(wrong -> words.message(wrong, locale)))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    /** @param seed repeated with the same seed, it is the same reorganisation, planned once */
    public ReorganisationId plan(ReorganisationInput given, Actor by, String seed) {
        ReorganisationId id = new ReorganisationId(secrets.id(seed, "reorganisation"));
        send(order(id, given, by), by);
        return id;
    }

    public void alter(String id, ReorganisationInput given, Actor by) {
        send(order(find(id).id(), given, by), by);
    }

    public void withdraw(String id, @Nullable String reason, Actor by) {
        ReorganisationPlan plan = find(id);
        Input input = new Input();
        String why = input.required("reason", reason, LONG);
        input.mustBeValid();
        send(new WithdrawReorganisation(plan.id(), why, by), by);
    }

    private PlanReorganisation order(ReorganisationId id, ReorganisationInput given, Actor by) {
        Input input = new Input();
        String title = input.required("title", given.title(), LINE);
        String basis = input.optional("basis", given.basis(), LINE);
        LocalDate on = input.present("on", given.on());
        if (on != null && on.isBefore(today())) input.wrong("on", "too-early", "must not lie in the past");
        if (on != null && on.getYear() > 9999) input.wrong("on", "too-late", "is not in a usual year");
        List<UnitChange> changes = new ReorganisationCheck(directory.everyUnit(), input).changes(given.changes());
        input.mustBeValid();
        PlannedChanges.check(changes);
        return new PlanReorganisation(id, title, basis, Objects.requireNonNull(on), changes, by);
    }

    private void send(ReorganisationCommand order, Actor by) {
        commands.send(order, by.id().value());
        progress.awaitSettled(PATIENCE);
    }

    /** What it would do, before anybody plans it. */
    public Preview preview(ReorganisationInput given, Actor by) {
        PlanReorganisation order = order(new ReorganisationId("preview"), given, by);
        return preview(order.changes(), order.on(), by);
    }

    public Preview preview(ReorganisationPlan plan, Actor by) {
        return preview(plan.changes(), plan.on(), by);
    }

    private Preview preview(List<UnitChange> changes, LocalDate on, Actor by) {
        List<Move> moves = moves(changes, by);
        Map<UnitId, Directory.Unit> units =
                directory.everyUnit().stream().collect(Collectors.toMap(Directory.Unit::id, Function.identity()));
        List<Directory.Unit> named = changes.stream()
                .filter(change -> change.kind() != UnitChange.Kind.ESTABLISH)
                .map(UnitChange::unit)
                .distinct()
                .flatMap(unit -> Optional.ofNullable(units.get(unit)).stream())
                .toList();
        List<Mention> mentions =
                naming.stream().flatMap(one -> one.of(named, on, by).stream()).toList();
        return new Preview(
                moves,
                moves.stream().mapToLong(Move::cases).sum(),
                moves.stream().mapToLong(Move::tasks).sum(),
                below(changes, units.values().stream().toList()),
                mentions);
    }

    private List<Move> moves(List<UnitChange> changes, @Nullable Actor reader) {
        PlannedMoves planned = new PlannedMoves(changes, categories.tree(), today());
        Map<List<UnitId>, long[]> sums = new LinkedHashMap<>();
        changes.stream()
                .filter(UnitChange::handsOver)
                .forEach(change -> sums.put(List.of(change.unit(), Objects.requireNonNull(change.to())), new long[2]));
        for (Reorganisations.Count count : reorganisations.countsAt(planned.units(), reader)) {
            planned.target(count.unit(), count.place(), count.category()).ifPresent(to -> {
                long[] sum = sums.computeIfAbsent(List.of(count.unit(), to), missing -> new long[2]);
                sum[0] += count.cases();
                sum[1] += count.tasks();
            });
        }
        List<Move> moves = new ArrayList<>();
        sums.forEach((pair, sum) -> moves.add(new Move(pair.getFirst(), pair.getLast(), sum[0], sum[1])));
        return moves;
    }

    private static List<UnitId> below(List<UnitChange> changes, List<Directory.Unit> units) {
        return units.stream()
                .filter(unit -> !unit.isEnded() && !isChanged(unit.id(), changes))
                .filter(unit -> changes.stream()
                        .anyMatch(change -> change.ends() && change.unit().equals(unit.parent())))
                .map(Directory.Unit::id)
                .toList();
    }

    private static boolean isChanged(UnitId unit, List<UnitChange> changes) {
        return changes.stream()
                .anyMatch(change ->
                        change.unit().equals(unit) && (change.ends() || change.kind() == UnitChange.Kind.MOVE));
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }
}
