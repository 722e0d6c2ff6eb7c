package vn.caunoi.api.reception;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.Secrets;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.reception.Office;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.core.reception.RequiredDays;
import vn.caunoi.core.reception.SittingCommand;
import vn.caunoi.core.reception.SittingCommand.*;
import vn.caunoi.core.reception.SittingId;
import vn.caunoi.core.reception.UnscheduledGround;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.rota.Rota;

/** Keeps the rota of leaders who receive citizens, and compares it with what the law requires. */
@Component
public class RotaDesk {

    private static final LocalTime USUAL_BEGIN = LocalTime.of(8, 0);
    private static final LocalTime USUAL_END = LocalTime.of(11, 0);

    private final RoomDesk rooms;
    private final Rota rota;
    private final Directory directory;
    private final ReceptionRules rules;
    private final Secrets secrets;

    RotaDesk(RoomDesk rooms, Rota rota, Directory directory, ReceptionRules rules, Secrets secrets) {
        this.rooms = rooms;
        this.rota = rota;
        this.directory = directory;
        this.rules = rules;
        this.secrets = secrets;
    }

    /** What is done with a day; the rest is left out.
     * @param delegate who received instead of the leader */
    public record Given(
            @Nullable String delegate,
            @Nullable String reason,
            @Nullable Boolean online,
            @Nullable LocalDate day) {}

    /**
     * The days of one unit in a period.
     *
     * @param required by the law, of the unit's head; null where no office of the unit is obliged
     * @param lacking required days that were neither held nor delegated
     */
    public record UnitFigures(
            UnitId unit,
            @Nullable Integer required,
            int held,
            int delegated,
            int missed,
            int unscheduled,
            int online,
            int lacking,
            List<Rota.Figures> leaders) {}

    /** @param seed repeated with the same seed, it is the same day, planned once */
    public SittingId plan(SittingInput given, Actor by, String seed) {
        SittingId sitting = new SittingId(secrets.id(seed, "sitting"));
        Input input = new Input();
        String named = input.optional("unit", given.unit(), VisitForms.SHORT);
        UnitId unit = named == null ? by.unit() : new UnitId(named);
        if (!by.covers(unit)) input.wrong("unit", "not-covered", "is not a unit of yours");
        String leader = input.required("leader", given.leader(), VisitForms.SHORT);
        LocalDate day = input.present("day", given.day());
        UnscheduledGround ground = input.choice("unscheduled", given.unscheduled(), UnscheduledGround.class);
        String room = Objects.requireNonNullElse(input.optional("room", given.room(), VisitForms.SHORT), "");
        if (!leader.isBlank() && !isOf(leader, unit)) input.wrong("leader", "unknown", "is nobody of that unit");
        input.mustBeValid();
        rooms.plan(new PlanSitting(
                sitting,
                unit,
                new OfficerId(leader),
                officeOf(unit).orElse(Office.AGENCY_HEAD),
                Objects.requireNonNull(day),
                Objects.requireNonNullElse(given.from(), USUAL_BEGIN),
                Objects.requireNonNullElse(given.to(), USUAL_END),
                room,
                Boolean.TRUE.equals(given.online()),
                ground,
                by));
        return sitting;
    }

    private boolean isOf(String leader, UnitId unit) {
        return directory
                .officer(new OfficerId(leader))
                .filter(one -> one.unit().equals(unit))
                .isPresent();
    }

    /** The office whose holder has to receive: of a province, or of a commune right below one. */
    Optional<Office> officeOf(UnitId unit) {
        return switch (directory.path(unit).size()) {
            case 1 -> Optional.of(Office.PROVINCE_HEAD);
            case 2 -> Optional.of(Office.COMMUNE_HEAD);
            default -> Optional.empty();
        };
    }

    public Rota.Day find(String id, Actor actor) {
        if (id.isBlank() || id.indexOf('\0') >= 0) throw new NotFound();
        return rota.find(new SittingId(id), Visibility.of(actor)).orElseThrow(NotFound::new);
    }

    /** @param what {@code hold, miss, move} or {@code cancel} */
    public void act(String id, String what, Given given, Actor by) {
        Rota.Day planned = find(id, by);
        SittingId sitting = planned.id();
        Input input = new Input();
        SittingCommand order =
                switch (what) {
                    case "hold" -> {
                        String delegate = input.optional("delegate", given.delegate(), VisitForms.SHORT);
                        if (delegate != null
                                && directory.officer(new OfficerId(delegate)).isEmpty())
                            input.wrong("delegate", "unknown", "is nobody of the directory");
                        String reason = input.optional("reason", given.reason(), VisitForms.LINE);
                        OfficerId instead = delegate == null ? null : new OfficerId(delegate);
                        yield new HoldSitting(sitting, instead, reason, Boolean.TRUE.equals(given.online()), by);
                    }
                    case "miss" -> new MissSitting(sitting, reason(input, given), by);
                    case "cancel" -> new CancelSitting(sitting, reason(input, given), by);
                    case "move" -> {
                        LocalDate day = input.present("day", given.day());
                        yield new MoveSitting(sitting, day == null ? LocalDate.EPOCH : day, reason(input, given), by);
                    }
                    default -> throw new NotFound();
                };
        input.mustBeValid();
        rooms.send(order, planned);
    }

    private static String reason(Input input, Given given) {
        return input.required("reason", given.reason(), VisitForms.LINE);
    }

    /** Every unit the actor sees, those without a single day too. */
    public List<UnitFigures> figures(@Nullable UnitId only, LocalDate from, LocalDate to, Actor actor) {
        Visibility sight = Visibility.of(actor);
        List<Rota.Figures> leaders = rota.figures(only, from, to, sight);
        List<UnitFigures> all = new ArrayList<>();
        for (Directory.Unit unit : directory.units()) {
            if (!sight.sees(unit.id()) || only != null && !only.equals(unit.id())) continue;
            List<Rota.Figures> own = leaders.stream()
                    .filter(one -> one.unit().equals(unit.id()))
                    .sorted(Comparator.comparing(one -> one.leader().value()))
                    .toList();
            all.add(figures(unit.id(), own, from, to));
        }
        return all;
    }

    private UnitFigures figures(UnitId unit, List<Rota.Figures> leaders, LocalDate from, LocalDate to) {
        Integer required = officeOf(unit)
                .map(office -> RequiredDays.between(from, to, office, rules))
                .orElse(null);
        int held = leaders.stream().mapToInt(Rota.Figures::held).sum();
        int delegated = leaders.stream().mapToInt(Rota.Figures::delegated).sum();
        return new UnitFigures(
                unit,
                required,
                held,
                delegated,
                leaders.stream().mapToInt(Rota.Figures::missed).sum(),
                leaders.stream().mapToInt(Rota.Figures::unscheduled).sum(),
                leaders.stream().mapToInt(Rota.Figures::online).sum(),
                required == null ? 0 : Math.max(0, required - held - delegated),
                leaders);
    }
}
