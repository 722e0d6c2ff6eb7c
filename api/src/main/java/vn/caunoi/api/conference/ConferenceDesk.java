package vn.caunoi.api.conference;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.Secrets;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.conference.ConferenceCommand;
import vn.caunoi.core.conference.ConferenceCommand.*;
import vn.caunoi.core.conference.ConferenceId;
import vn.caunoi.core.conference.Occasion;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.ReceptionRule;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.conference.Conferences;
import vn.caunoi.projections.directory.Directory;

/** Plans, announces and records dialogue conferences, and tells which communes held theirs. */
@Component
public class ConferenceDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LINE = 500;
    private static final int LONG = 20_000;
    private static final Set<Role> MAY = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);
    private static final LocalTime USUAL_BEGIN = LocalTime.of(8, 0);

    /** What is done with a conference; the rest is left out.
     * @param on day of the notice or of the publication
     * @param no of a matter
     * @param petition id or code */
    public record Given(
            @Nullable LocalDate day,
            @Nullable LocalDate on,
            @Nullable String where,
            @Nullable String reason,
            @Nullable String chair,
            @Nullable Integer participants,
            @Nullable String invited,
            @Nullable String minutes,
            @Nullable String speaker,
            @Nullable String matter,
            @Nullable String answer,
            @Nullable Integer no,
            @Nullable String petition,
            @Nullable String text) {}

    /** A conference with what was raised at it. */
    public record Whole(Conferences.Entry conference, List<Conferences.Matter> matters) {}

    /** Whether a commune held as many as it has to. */
    public record UnitYear(UnitId unit, long held, int required, boolean complies) {}

    /** @param complying of {@code units.size()} communes */
    public record Compliance(int year, long complying, List<UnitYear> units) {}

    private final Commands commands;
    private final Progress progress;
    private final Conferences conferences;
    private final Directory directory;
    private final ReceptionRules rules;
    private final Secrets secrets;
    private final VisibleCases cases;
    private final Clock clock;

    ConferenceDesk(
            Commands commands,
            Progress progress,
            Conferences conferences,
            Directory directory,
            ReceptionRules rules,
            Secrets secrets,
            VisibleCases cases,
            Clock clock) {
        this.commands = commands;
        this.progress = progress;
        this.conferences = conferences;
        this.directory = directory;
        this.rules = rules;
        this.secrets = secrets;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param seed repeated with the same seed, it is the same conference, planned once */
    public ConferenceId plan(ConferenceInput given, Actor by, String seed) {
        ConferenceId id = new ConferenceId(secrets.id(seed, "conference"));
        Input input = new Input();
        String named = input.optional("unit", given.unit(), LINE);
        UnitId unit = named == null ? by.unit() : new UnitId(named);
        if (!by.covers(unit)) input.wrong("unit", "not-covered", "is not a unit of yours");
        String subject = input.required("subject", given.subject(), LINE);
        Occasion occasion = input.choice("occasion", given.occasion(), Occasion.class);
        LocalDate day = input.present("day", given.day());
        String place = input.required("place", given.place(), LINE);
        input.mustBeValid();
        send(
                new PlanConference(
                        id,
                        unit,
                        subject,
                        occasion == null ? Occasion.YEARLY : occasion,
                        Objects.requireNonNull(day),
                        Objects.requireNonNullElse(given.begins(), USUAL_BEGIN),
                        place,
                        Boolean.TRUE.equals(given.online()),
                        by),
                by);
        return id;
    }

    public static boolean mayKeep(Actor actor) {
        return actor.roles().stream().anyMatch(MAY::contains);
    }

    public Conferences.Entry find(String id, Actor actor) {
        if (id.isBlank() || id.indexOf('\0') >= 0) throw new NotFound();
        return conferences.find(new ConferenceId(id), Visibility.of(actor)).orElseThrow(NotFound::new);
    }

    public Whole whole(String id, Actor actor) {
        Conferences.Entry entry = find(id, actor);
        return new Whole(entry, conferences.matters(entry.id()));
    }

    public Conferences.Matter matter(String id, int no, Actor actor) {
        return whole(id, actor).matters().stream()
                .filter(one -> one.no() == no)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The petition that was handed in is what the matter became. */
    public void becamePetition(String id, int no, PetitionId petition, String code, Actor by) {
        send(new TakeMatterAsPetition(find(id, by).id(), no, petition, code, by), by);
    }

    /** @param what {@code move, announce, hold, matter, petition, publish} or {@code cancel} */
    public void act(String id, String what, Given given, Actor by) {
        Conferences.Entry entry = find(id, by);
        Input input = new Input();
        ConferenceCommand order = order(entry.id(), what, given, by, input);
        input.mustBeValid();
        send(order, by);
    }

    private ConferenceCommand order(ConferenceId id, String what, Given given, Actor by, Input input) {
        return switch (what) {
            case "move" -> new MoveConference(id, day("day", given.day(), input), reason(given, input), by);
            case "cancel" -> new CancelConference(id, reason(given, input), by);
            case "announce" ->
                new Announce(
                        id,
                        day("on", given.on(), input),
                        input.required("where", given.where(), LINE),
                        rule("notice"),
                        by);
            case "hold" -> held(id, given, by, input);
            case "matter" ->
                new RaiseMatter(
                        id,
                        sealed(id, input.optional("speaker", given.speaker(), LINE)),
                        Sealed.of(id.key(), input.required("matter", given.matter(), LONG)),
                        sealed(id, input.optional("answer", given.answer(), LONG)),
                        by);
            case "petition" -> petition(id, given, by, input);
            case "publish" ->
                new PublishResult(
                        id,
                        day("on", given.on(), input),
                        input.required("where", given.where(), LINE),
                        input.required("text", given.text(), LONG),
                        by);
            default -> throw new NotFound();
        };
    }

    private ConferenceCommand held(ConferenceId id, Given given, Actor by, Input input) {
        String chair = input.required("chair", given.chair(), LINE);
        if (!chair.isBlank() && directory.officer(new OfficerId(chair)).isEmpty())
            input.wrong("chair", "unknown", "is nobody of the directory");
        Integer participants = input.present("participants", given.participants());
        String invited = input.optional("invited", given.invited(), LINE);
        String minutes = input.required("minutes", given.minutes(), LONG);
        input.mustBeValid();
        return new HoldConference(
                id,
                new OfficerId(chair),
                participants == null ? 0 : participants,
                invited == null ? "" : invited,
                Sealed.of(id.key(), minutes),
                rule("result"),
                by);
    }

    private ConferenceCommand petition(ConferenceId id, Given given, Actor by, Input input) {
        Integer no = input.present("no", given.no());
        String which = input.required("petition", given.petition(), LINE);
        input.mustBeValid();
        CaseFile file;
        try {
            file = cases.find(which, by);
        } catch (NotFound none) {
            throw unknown();
        }
        String code = PetitionCode.parse(file.code()).value();
        return new TakeMatterAsPetition(id, no == null ? 0 : no, file.id(), code, by);
    }

    private static Refusal unknown() {
        return Input.refusal("petition", "unknown", "is not a petition that you can see");
    }

    private static String reason(Given given, Input input) {
        return input.required("reason", given.reason(), LINE);
    }

    private static LocalDate day(String field, @Nullable LocalDate given, Input input) {
        LocalDate day = input.present(field, given);
        return day == null ? LocalDate.EPOCH : day;
    }

    private static @Nullable Sealed sealed(ConferenceId id, @Nullable String text) {
        return text == null ? null : Sealed.of(id.key(), text);
    }

    private ReceptionRule rule(String what) {
        ReceptionRule rule = rules.find(what, "COMMUNE", DueDate.dayOf(clock.instant()));
        if (rule == null) throw Refusal.because(Reason.NOT_ALLOWED);
        return rule;
    }

    private void send(ConferenceCommand command, Actor by) {
        commands.send(command, by.id().value());
        progress.awaitSettled(command.conference().value(), PATIENCE);
    }

    /** Of the communes the actor sees; one commune is right below a unit that has none above it. */
    public Compliance compliance(int year, Actor actor) {
        Visibility sight = Visibility.of(actor);
        Map<UnitId, Long> held = conferences.heldIn(year, sight);
        ReceptionRule rule = rules.find("conferences", "COMMUNE", LocalDate.of(year, 12, 31));
        int required = rule == null ? 0 : rule.amount();
        List<UnitYear> units = directory.units().stream()
                .map(Directory.Unit::id)
                .filter(unit -> sight.sees(unit) && directory.path(unit).size() == 2)
                .map(unit -> {
                    long many = held.getOrDefault(unit, 0L);
                    return new UnitYear(unit, many, required, many >= required);
                })
                .toList();
        return new Compliance(year, units.stream().filter(UnitYear::complies).count(), units);
    }
}
