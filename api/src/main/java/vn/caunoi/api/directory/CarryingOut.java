package vn.caunoi.api.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.AccusedDesk;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EndUnit;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.DirectoryCommand.MoveUnit;
import vn.caunoi.core.directory.DirectoryCommand.RenameUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.ReorganisationCommand.BeginReorganisation;
import vn.caunoi.core.directory.ReorganisationCommand.CompleteReorganisation;
import vn.caunoi.core.directory.ReorganisationId;
import vn.caunoi.core.directory.UnitChange;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.CaseCommand.TakeOver;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.directory.Reorganisations;
import vn.caunoi.projections.directory.Reorganisations.AtUnit;
import vn.caunoi.projections.directory.Reorganisations.ReorganisationPlan;

/**
 * Carries reorganisations out on their day: units change first, officers follow, then open cases, one by one. Each step
 * is an order that does nothing the second time, so a stop anywhere loses and doubles nothing: the next round looks again
 * at what is left. What comes to an ended unit later, reopened or sent there by an old rule, goes on in the same way.
 */
@Component
public class CarryingOut {

    private static final Logger LOG = LoggerFactory.getLogger(CarryingOut.class);
    private static final String BY = "system:reorganisation";
    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final int PAGE = 200;

    private final Reorganisations reorganisations;
    private final Directory directory;
    private final AccusedDesk accused;
    private final Commands commands;
    private final Progress progress;
    private final Clock clock;
    private final CategoriesInForce categories;
    private final Map<ReorganisationId, List<Trouble>> problems = new ConcurrentHashMap<>();

    CarryingOut(
            Reorganisations reorganisations,
            Directory directory,
            AccusedDesk accused,
            Commands commands,
            Progress progress,
            CategoriesInForce categories,
            Clock clock) {
        this.categories = categories;
        this.reorganisations = reorganisations;
        this.directory = directory;
        this.accused = accused;
        this.commands = commands;
        this.progress = progress;
        this.clock = clock;
    }

    /** An order that was refused. @param about a unit, or a case by its id */
    record Trouble(String about, Refusal refusal) {}

    List<Trouble> problems(ReorganisationId id) {
        return problems.getOrDefault(id, List.of());
    }

    /**
     * All that is to be done by now.
     *
     * @param most cases to hand over at most; what is left is for the next round
     * @return how many cases were handed over
     */
    public synchronized int round(int most) {
        int done = 0;
        for (ReorganisationPlan plan : reorganisations.due(DueDate.dayOf(clock.instant()))) {
            if (done < most) done += carryOut(plan, most - done);
        }
        return done < most ? done + stragglers(most - done) : done;
    }

    private int carryOut(ReorganisationPlan plan, int most) {
        List<Trouble> wrong = new ArrayList<>();
        commands.send(new BeginReorganisation(plan.id()), BY);
        PlannedMoves planned = new PlannedMoves(plan.changes(), categories.tree(), DueDate.dayOf(clock.instant()));
        for (UnitChange change : plan.changes()) attempt(() -> change(change, plan, planned), change.unit(), wrong);
        settle();
        int done = 0;
        for (UnitId unit : planned.units()) {
            Handing handing = new Handing(unit, plan.id(), planned, most - done, wrong);
            done += handing.all();
            if (done >= most) break;
        }
        problems.put(plan.id(), List.copyOf(wrong));
        settle();
        if (done == 0 && wrong.isEmpty()) {
            int cases = reorganisations.takenOver(plan.id());
            commands.send(new CompleteReorganisation(plan.id(), cases), BY);
            settle();
            LOG.info("reorganisation {} is carried out: {} cases handed over", plan.id(), cases);
        } else if (done > 0 && done < most) {
            return done + carryOut(plan, most - done);
        }
        return done;
    }

    private void change(UnitChange change, ReorganisationPlan plan, PlannedMoves planned) {
        UnitId unit = change.unit();
        switch (change.kind()) {
            case ESTABLISH -> send(new EstablishUnit(unit, change.parent(), Objects.requireNonNull(change.name())));
            case RENAME -> send(new RenameUnit(unit, Objects.requireNonNull(change.name())));
            case MOVE -> send(new MoveUnit(unit, change.parent()));
            case MERGE, END -> end(change, plan, planned);
            case HAND_OVER -> {}
        }
    }

    private void end(UnitChange change, ReorganisationPlan plan, PlannedMoves planned) {
        UnitId unit = change.unit();
        UnitId to = Objects.requireNonNull(change.to());
        List<Directory.Officer> officers = directory.officersOf(unit);
        send(new EndUnit(unit, plan.on(), to, planned.parts(unit)));
        directory.units().stream()
                .filter(below -> unit.equals(below.parent()) && !isMoved(below.id(), plan.changes()))
                .forEach(below -> send(new MoveUnit(below.id(), to)));
        if (change.officers())
            officers.forEach(one -> send(new AppointOfficer(one.id(), to, one.name(), one.roles(), plan.on(), null)));
    }

    private static boolean isMoved(UnitId unit, List<UnitChange> changes) {
        return changes.stream()
                .anyMatch(change ->
                        change.unit().equals(unit) && (change.ends() || change.kind() == UnitChange.Kind.MOVE));
    }

    private int stragglers(int most) {
        List<UnitId> ended = directory.ended();
        int done = 0;
        List<Trouble> wrong = new ArrayList<>();
        for (UnitId unit : ended.isEmpty() ? ended : reorganisations.withOpenWork(ended)) {
            done += new Handing(unit, null, null, most - done, wrong).all();
            if (done >= most) break;
        }
        return done;
    }

    private void send(Object order) {
        commands.send(order, BY);
    }

    private void settle() {
        progress.awaitSettled(SETTLE);
    }

    /** One that is refused does not keep the others. */
    private static boolean attempt(Runnable order, Object about, List<Trouble> wrong) {
        try {
            order.run();
            return true;
        } catch (Refusal refused) {
            LOG.warn("{} in a reorganisation: {}", about, refused.getMessage());
            wrong.add(new Trouble(about.toString(), refused));
            return false;
        }
    }

    /** What is open at one unit goes to who takes over. */
    private final class Handing {
        private final UnitId unit;
        private final @Nullable ReorganisationId reorganisation;
        private final @Nullable PlannedMoves planned;
        private final int most;
        private final List<Trouble> wrong;
        private final Map<UnitId, Set<OfficerId>> officers = new HashMap<>();

        Handing(
                UnitId unit,
                @Nullable ReorganisationId reorganisation,
                @Nullable PlannedMoves planned,
                int most,
                List<Trouble> wrong) {
            this.unit = unit;
            this.reorganisation = reorganisation;
            this.planned = planned;
            this.most = most;
            this.wrong = wrong;
        }

        int all() {
            int done = 0;
            PetitionId after = null;
            while (done < most) {
                List<AtUnit> page = reorganisations.openAt(List.of(unit), after, Math.min(PAGE, most));
                if (page.isEmpty()) return done;
                for (AtUnit one : page) {
                    after = one.petition();
                    UnitId to = target(one);
                    if (done < most && !to.equals(unit) && hand(one, to)) done++;
                }
            }
            return done;
        }

        private boolean hand(AtUnit one, UnitId to) {
            Set<OfficerId> along = officers.computeIfAbsent(to, unknown -> directory.officersOf(unknown).stream()
                    .map(Directory.Officer::id)
                    .collect(Collectors.toSet()));
            var order = new TakeOver(one.petition(), unit, to, reorganisation, along);
            return attempt(() -> send(order), one.petition(), wrong);
        }

        /** What is about the head of the unit that takes over goes to the unit above it. */
        private UnitId target(AtUnit one) {
            UnitId next = planned == null
                    ? unit
                    : planned.target(unit, one.place(), one.category()).orElse(unit);
            if (planned != null && next.equals(unit)) return unit;
            UnitId to = directory.successor(next, one.place(), one.category());
            return one.accused().isEmpty() ? to : accused.settling(one.accused(), to);
        }
    }
}
