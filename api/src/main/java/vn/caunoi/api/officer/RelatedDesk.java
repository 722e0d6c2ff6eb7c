package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.CaseCommand.KeepSecret;
import vn.caunoi.core.petition.CaseCommand.Link;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.ConsequenceCommand.Contest;
import vn.caunoi.core.petition.DenunciationCommand.NameAccused;
import vn.caunoi.core.petition.IntakeCommand.Content;
import vn.caunoi.core.petition.IntakeCommand.HandIn;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.Report.CloseCase;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part;

/** Petitions that come out of one another: merged, split by kind (TT 05/2021 Đ6.1.d), complained of a second time. */
@Component
public class RelatedDesk {

    /** A petition that came of it, with what its citizen is given. */
    public record Child(PetitionId id, PetitionCode code, String pin) {}

    public record Related(Written written, List<Child> children) {}

    private static final Set<Role> MAY = Set.of(Role.OFFICER, Role.HEAD);
    private static final int MOST_PARTS = 20;

    private final VisibleCases cases;
    private final CaseDesk desk;
    private final HeadDesk head;
    private final Casework casework;
    private final Secrets secrets;
    private final AccusedDesk accused;
    private final FileDesk files;
    private final CaseFiles denouncers;
    private final SecondTime second;
    private final Clock clock;

    RelatedDesk(
            VisibleCases cases,
            CaseDesk desk,
            HeadDesk head,
            Casework casework,
            Secrets secrets,
            AccusedDesk accused,
            FileDesk files,
            CaseFiles denouncers,
            SecondTime second,
            Clock clock) {
        this.second = second;
        this.accused = accused;
        this.files = files;
        this.denouncers = denouncers;
        this.cases = cases;
        this.desk = desk;
        this.head = head;
        this.casework = casework;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Both show the link; the one merged is closed and the other goes on. */
    public Written merge(String id, CaseInput.Merge given, Actor by) {
        CaseFile file = open(id, by);
        Input input = new Input();
        String into = input.required("into", given.into(), 100);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        PetitionId other = desk.other("into", into, by);
        CaseFile goingOn = cases.find(other.value(), by);
        if (goingOn.status() == Status.CLOSED) throw Input.refusal("into", "closed", "is closed");
        // what is secret of the one must not be worked with the other
        boolean mixed = (file.kind() == Kind.DENUNCIATION) != (goingOn.kind() == Kind.DENUNCIATION);
        if (mixed) throw Refusal.because(Reason.NOT_FOR_THIS_KIND);
        return casework.sendTogether(
                List.of(
                        new Link(file.id(), other, Relation.MERGED_INTO, reason, by),
                        new Link(other, file.id(), Relation.MERGED_FROM, reason, by),
                        new CloseCase(file.id(), ClosingGround.MERGED)),
                by);
    }

    /**
     * Each part becomes a petition of its own with the same people, channel, day and papers; who the whole is about, each
     * part is about. The whole is closed.
     */
    public Related split(String id, CaseInput.Split given, Actor by, String seed) {
        CaseFile file = open(id, by);
        boolean hidden = file.kind() == Kind.DENUNCIATION && !file.isHandledBy(by);
        if (hidden) throw Refusal.because(Reason.NOT_ALLOWED);
        List<Part.Petitioner> people = peopleOf(file, by);
        Input input = new Input();
        List<CaseInput.@Nullable Part> parts = Objects.requireNonNullElse(given.parts(), List.of());
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            input.wrong("parts", "out-of-bounds", "are between 2 and " + MOST_PARTS);
        }
        String reason = input.optional("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        List<PetitionCommand> orders = new ArrayList<>();
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            HandInInput part = part("parts[" + i + "]", parts.get(i), file, people);
            Child child = handIn(part, file.unit(), seed + " part " + i, orders);
            link(file.id(), Relation.SPLIT_INTO, child.id(), Relation.SPLIT_FROM, reason, by, orders);
            nameAccused(file, child.id(), file.unit(), by, orders);
            children.add(child);
        }
        boolean secret = parts.stream()
                .anyMatch(part -> part != null && Kind.DENUNCIATION.name().equalsIgnoreCase(part.kind()));
        // its words are those of the denunciation too
        if (secret) orders.add(new KeepSecret(file.id(), "TT 05/2021"));
        orders.add(new CloseCase(file.id(), ClosingGround.SPLIT));
        casework.sendTogether(orders, () -> children.forEach(child -> files.copy(file.id(), child.id(), by)), by);
        return new Related(casework.settled(file.id()), children);
    }

    /** Whoever handles a denunciation splits it without being shown who denounced. */
    private List<Part.Petitioner> peopleOf(CaseFile file, Actor by) {
        if (file.kind() != Kind.DENUNCIATION) return file.petitioners();
        return denouncers.denouncers(file.id(), Visibility.of(by)).orElse(List.of());
    }

    private void nameAccused(CaseFile whole, PetitionId part, UnitId unit, Actor by, List<PetitionCommand> orders) {
        if (whole.accused().isEmpty()) return;
        Set<OfficerId> officers = Set.copyOf(whole.accused());
        orders.add(new NameAccused(part, officers, accused.settling(officers, unit), by));
    }

    /**
     * Only of a complaint that is closed or decided, or was not settled in time; it is settled by the unit above (LKN Đ33).
     * Whoever takes it in writes down there what it follows, and has no more to do with it.
     */
    public Related secondComplaint(String id, CaseInput.SecondComplaint given, Actor by, String seed) {
        CaseFile file = cases.find(id, by);
        HandInDesk.mayHandIn(by);
        return secondOf(file, given, by, seed);
    }

    /** By the complainant, known by code and PIN, within the time for it; what comes later is for the desk to judge. */
    public Related secondByCitizen(CaseFile file, String content, String seed) {
        if (file.secondRound() != null) throw Refusal.because(Reason.NO_THIRD_COMPLAINT);
        if (second.of(file).isOverAt(clock.instant())) throw Refusal.because(Reason.SECOND_TOO_LATE);
        Actor citizen = new Actor(Casework.CITIZEN, file.unit(), Set.of(file.unit()), Set.of(Role.CLERK));
        var given = new CaseInput.SecondComplaint(content, Channel.ONLINE.name(), null, null, null);
        return secondOf(file, given, citizen, seed);
    }

    private Related secondOf(CaseFile file, CaseInput.SecondComplaint given, Actor by, String seed) {
        if (file.kind() != Kind.COMPLAINT) throw Refusal.because(Reason.NOT_A_COMPLAINT);
        if (!second.isOpenTo(file)) throw Refusal.because(Reason.NOT_CLOSED);
        if (second.isUnderWay(file)) throw Refusal.because(Reason.SECOND_COMPLAINT_OPEN);
        boolean erased = file.petitioners().stream().anyMatch(Part.Petitioner::isErased);
        if (erased) throw Refusal.because(Reason.DATA_ERASED);
        Input input = new Input();
        UnitId unit = head.unit("unit", given.unit(), head.above(file.unit()), input);
        input.mustBeValid();
        HandInInput content = content(file, given);
        List<PetitionCommand> orders = new ArrayList<>();
        Child child = handIn(content, unit, seed, orders);
        Actor there = new Actor(by.id(), unit, Set.of(unit), by.roles());
        orders.add(new Link(file.id(), child.id(), Relation.SECOND_ROUND, null, by));
        orders.add(new Link(child.id(), file.id(), Relation.SECOND_ROUND_OF, null, there));
        begin(file, child.id(), Objects.requireNonNullElse(given.receivedAt(), clock.instant()), orders);
        nameAccused(file, child.id(), unit, there, orders);
        return send(file.id(), orders, List.of(child), by);
    }

    private static HandInInput content(CaseFile file, CaseInput.SecondComplaint given) {
        return new HandInInput(
                Kind.COMPLAINT.name(),
                Objects.requireNonNullElse(given.channel(), file.channel().name()),
                given.receivedAt(),
                file.subject(),
                Objects.requireNonNullElse(given.content(), file.content()),
                file.category(),
                null,
                file.place(),
                file.anonymous(),
                file.confidential(),
                about(file),
                file.against(),
                accused(file),
                given.points() == null ? demands(file) : given.points(),
                people(file.petitioners()));
    }

    /** In time, it keeps the first decision from its legal effect. */
    private void begin(CaseFile first, PetitionId id, Instant lodged, List<PetitionCommand> orders) {
        Lodging time = second.of(first);
        orders.add(new CaseCommand.BeginSecondRound(id, first.id(), time.rule(), time.from(), first.worked()));
        orders.add(new Contest(first.id(), id, DueDate.dayOf(lodged), time.isOverAt(lodged)));
    }

    private CaseFile open(String id, Actor by) {
        CaseFile file = cases.find(id, by);
        if (by.roles().stream().noneMatch(MAY::contains)) throw Refusal.because(Reason.NOT_ALLOWED);
        if (file.status() == Status.CLOSED) throw Refusal.because(Reason.ALREADY_CLOSED);
        return file;
    }

    private Child handIn(HandInInput given, UnitId unit, String seed, List<PetitionCommand> orders) {
        Secrets.Given secret = secrets.give(seed);
        PetitionId id = new PetitionId(secret.id());
        Input input = new Input();
        Content content =
                new ContentCheck(input, clock.instant(), id, i -> secrets.id(seed, "person " + i)).content(given, unit);
        input.mustBeValid();
        orders.add(new HandIn(id, secret.code().value(), secrets.pinHash(secret.code(), secret.pin()), content));
        return new Child(id, secret.code(), secret.pin());
    }

    private static void link(
            PetitionId from,
            Relation there,
            PetitionId to,
            Relation back,
            @Nullable String reason,
            Actor by,
            List<PetitionCommand> orders) {
        orders.add(new Link(from, to, there, reason, by));
        orders.add(new Link(to, from, back, reason, by));
    }

    private Related send(PetitionId of, List<PetitionCommand> orders, List<Child> children, Actor by) {
        casework.sendTogether(orders, by);
        return new Related(casework.settled(of), children);
    }

    private static HandInInput part(
            String path, CaseInput.@Nullable Part part, CaseFile file, List<Part.Petitioner> people) {
        if (part == null || part.subject() == null || part.subject().isBlank()) {
            throw Input.refusal(path + ".subject", "required", "must be given");
        }
        return new HandInInput(
                part.kind() != null
                        ? part.kind()
                        : file.kind() == null ? null : file.kind().name(),
                file.channel().name(),
                file.receivedAt(),
                part.subject(),
                part.content() == null ? file.content() : part.content(),
                part.category() == null ? file.category() : part.category(),
                null,
                file.place(),
                file.anonymous(),
                file.confidential(),
                about(file),
                file.against(),
                accused(file),
                part.points(),
                people(people));
    }

    private static @Nullable List<@Nullable String> accused(CaseFile file) {
        List<@Nullable String> accounts = new ArrayList<>();
        for (OfficerId officer : file.accused()) accounts.add(officer.value());
        return accounts;
    }

    private static HandInInput.@Nullable About about(CaseFile file) {
        if (file.about() == null) return null;
        var about = file.about();
        return new HandInInput.About(about.decision(), about.number(), about.date(), about.issuer(), about.knownOn());
    }

    private static List<HandInInput.@Nullable Demand> demands(CaseFile file) {
        List<HandInInput.@Nullable Demand> demands = new ArrayList<>();
        file.points().stream()
                .filter(point -> !point.withdrawn())
                .forEach(point -> demands.add(new HandInInput.Demand(point.demand())));
        return demands;
    }

    private static List<HandInInput.@Nullable Petitioner> people(List<Part.Petitioner> all) {
        List<HandInInput.@Nullable Petitioner> people = new ArrayList<>();
        for (Part.Petitioner p : all) {
            people.add(new HandInInput.Petitioner(
                    p.fullName(),
                    p.idNumber(),
                    p.address(),
                    p.phone(),
                    p.email(),
                    p.role().name()));
        }
        return people;
    }
}
