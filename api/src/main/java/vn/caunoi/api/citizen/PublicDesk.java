package vn.caunoi.api.citizen;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.Lodging;
import vn.caunoi.api.officer.Matters;
import vn.caunoi.api.officer.RelatedDesk;
import vn.caunoi.api.officer.SecondTime;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Contact;
import vn.caunoi.core.petition.CaseCommand.Rate;
import vn.caunoi.core.petition.CaseCommand.ReturnAnswer;
import vn.caunoi.core.petition.CaseCommand.WithdrawByCitizen;
import vn.caunoi.core.petition.CaseCommand.WriteToOffice;
import vn.caunoi.core.petition.CourtResult;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Language;
import vn.caunoi.core.petition.MessageCommand.ChoosePreference;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.processes.driver.CaseMoves;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.Aftermath;
import vn.caunoi.projections.casefile.Answering;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.casefile.Resolution;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.message.Messages;
import vn.caunoi.projections.message.Messages.Preference;

/**
 * What the citizen may see who shows code and PIN: where the case stands and when an answer is due; no names. A wrong
 * PIN, an unknown code and a petition without a PIN are one and the same answer, and after some failures none is given.
 */
@Component
public class PublicDesk {

    /**
     * @param kind null for a denunciation, whose slip may fall into other hands: it is shown like any petition in work
     * @param due until when it must be answered; null when nothing runs
     * @param supplementAsked what the citizen is asked to add; {@code supplementUntil} how long it is waited for
     * @param resolution number of the decision, once it is issued
     * @param closed how it ended
     * @param messages how the petitioners are told by message; null where none can be
     * @param answer what was answered, once it was sent
     * @param news what was said while the answer was late, oldest first
     * @param transferredTo the body that is competent
     * @param mayReturn whether the answer may be returned as unsuitable
     * @param decision where what was decided on a complaint stands
     * @param second whether and until when it may be complained of a second time
     * @param wrote what was written by code and PIN and what was written back, oldest first; {@code mayWrite} whether more may be
     * @param withdrawing what a withdrawal by code and PIN would do
     * @param call whom to call; null where nobody said how the unit or one above is reached
     * @param words what the process says of the step the case waits at; null where it says nothing
     */
    public record Seen(
            PetitionCode code,
            @Nullable Kind kind,
            Stage stage,
            Status status,
            LocalDate receivedOn,
            String unit,
            @Nullable Instant due,
            boolean overdue,
            @Nullable String supplementAsked,
            @Nullable Instant supplementUntil,
            @Nullable Instant dialogueAt,
            @Nullable String dialoguePlace,
            @Nullable String resolution,
            @Nullable LocalDate resolvedOn,
            @Nullable String closed,
            @Nullable Integer rating,
            @Nullable Preference messages,
            @Nullable Answered answer,
            List<News> news,
            @Nullable String transferredTo,
            boolean mayReturn,
            @Nullable Decided decision,
            @Nullable Second second,
            List<Wrote> wrote,
            boolean mayWrite,
            Withdrawing withdrawing,
            @Nullable Call call,
            Library.@Nullable CitizenWords words) {}

    /** @param text null for a denunciation, whose slip may fall into other hands */
    public record Wrote(@Nullable String text, boolean withdrawing, boolean byOffice, LocalDate on) {}

    /** What a withdrawal by code and PIN does. */
    public enum Withdrawing {
        /** It is over, or withdrawn already. */
        NOTHING,
        /** A proposal or feedback ends with it. */
        ENDS,
        /** A complaint goes on until a paper is signed (LKN Đ10). */
        TO_BE_SIGNED,
        /** What kind it is is not told here: one or the other. */
        EITHER
    }

    @Schema(name = "WhomToCall")
    public record Call(String unit, Contact contact) {}

    /**
     * @param effectiveOn first day of the legal effect, if nothing comes between, or once it has it
     * @param renewalUntil last moment to renew a complaint whose settlement was stopped
     */
    public record Decided(
            DecisionState state,
            @Nullable LocalDate effectiveOn,
            @Nullable Instant renewalUntil,
            @Nullable String court,
            @Nullable CourtResult courtResult) {}

    /** @param until null where it is not known since when the time runs; {@code over} whether it has passed */
    public record Second(@Nullable Instant until, boolean over, boolean underWay) {}

    /** What the complainant is given for the second complaint. The PIN is told here and never again. */
    public record SecondGiven(PetitionCode code, String pin) {}

    /** @param published whether everybody may read it, without who asked */
    public record Answered(
            @Nullable String text, LocalDate on, @Nullable String number, boolean published) {}

    public record News(String text, LocalDate on, LocalDate expectedOn) {}

    /** Who has more to say calls. */
    private static final int MOST_A_DAY = 5;

    private static final Duration DAY = Duration.ofDays(1);

    private final CaseFiles files;
    private final Directory directory;
    private final CodeAndPin door;
    private final Clock clock;
    private final Casework casework;
    private final Messages messages;
    private final Matters matters;
    private final SecondTime second;
    private final RelatedDesk related;
    private final Library library;
    private final CaseMoves moves;

    PublicDesk(
            CaseFiles files,
            Directory directory,
            CodeAndPin door,
            Clock clock,
            Casework casework,
            Messages messages,
            Matters matters,
            SecondTime second,
            RelatedDesk related,
            Library library,
            CaseMoves moves) {
        this.library = library;
        this.moves = moves;
        this.second = second;
        this.related = related;
        this.matters = matters;
        this.files = files;
        this.directory = directory;
        this.door = door;
        this.clock = clock;
        this.casework = casework;
        this.messages = messages;
    }

    /** @param address where the request comes from, to slow guessing down */
    public Seen look(String code, @Nullable String pin, String address) {
        return seen(door.open(code, pin, address));
    }

    /** The citizen rates the closed case. */
    public Seen rate(String code, @Nullable String pin, String address, int score, @Nullable String comment) {
        CaseFile file = door.open(code, pin, address);
        casework.sendForCitizen(new Rate(file.id(), score, comment, null));
        return seen(files.byCode(code, Visibility.everything()).orElseThrow(NotFound::new));
    }

    /** The citizen says whether to be told by message, and in which language. */
    public Seen choose(String code, @Nullable String pin, String address, boolean told, Language language) {
        CaseFile file = door.open(code, pin, address);
        casework.sendForCitizen(new ChoosePreference(file.id(), told, language, null));
        return seen(files.byCode(code, Visibility.everything()).orElseThrow(NotFound::new));
    }

    /** The citizen returns an answer that does not suit. */
    public Seen returnAnswer(String code, @Nullable String pin, String address, String reason) {
        CaseFile file = door.open(code, pin, address);
        casework.sendForCitizen(new ReturnAnswer(file.id(), reason, null));
        return seen(files.byCode(code, Visibility.everything()).orElseThrow(NotFound::new));
    }

    /** The citizen writes to whoever has the case, some times a day. */
    public Seen write(String code, @Nullable String pin, String address, String text) {
        CaseFile file = door.open(code, pin, address);
        Refusal.Violation often = new Refusal.Violation("text", "written-often", "was done often enough today");
        if (wroteToday(file) >= MOST_A_DAY) throw Refusal.invalid(List.of(often));
        casework.sendForCitizen(new WriteToOffice(file.id(), text));
        return seen(files.byCode(code, Visibility.everything()).orElseThrow(NotFound::new));
    }

    /** The citizen withdraws, or announces it where it has to be signed; announced once it is not announced again. */
    public Seen withdraw(String code, @Nullable String pin, String address, String reason) {
        CaseFile file = door.open(code, pin, address);
        if (file.said().stream().noneMatch(Part.Said::withdrawing))
            casework.sendForCitizen(new WithdrawByCitizen(file.id(), reason));
        return seen(files.byCode(code, Visibility.everything()).orElseThrow(NotFound::new));
    }

    private long wroteToday(CaseFile file) {
        Instant yesterday = clock.instant().minus(DAY);
        return file.said().stream()
                .filter(one -> one.fromCitizen() && one.at().isAfter(yesterday))
                .count();
    }

    /** The citizen complains a second time, within the time for it. */
    public SecondGiven complainAgain(String code, @Nullable String pin, String address, String content, String seed) {
        CaseFile file = door.open(code, pin, address);
        RelatedDesk.Child child =
                related.secondByCitizen(file, content, seed).children().getFirst();
        return new SecondGiven(child.code(), child.pin());
    }

    /** One that was merged stands where the one stands that is worked for it. */
    private Seen seen(CaseFile file) {
        CaseFile work = matters.lead(file)
                .filter(lead -> lead.kind() != Kind.DENUNCIATION)
                .orElse(file);
        Instant due = work.nextDue();
        Part.Dialogue dialogue = file.dialogue();
        Resolution resolution = file.resolution();
        boolean denunciation = file.kind() == Kind.DENUNCIATION;
        return new Seen(
                PetitionCode.parse(file.code()),
                denunciation ? null : file.kind(),
                denunciation && file.status() != Status.CLOSED ? Stage.RECEIPT : work.stage(),
                work.status(),
                LocalDate.ofInstant(file.receivedAt(), BusinessClock.ZONE),
                unit(file, denunciation),
                denunciation ? null : due,
                !denunciation && work.overdue(clock.instant()),
                awaited(file).map(Part.Supplement::requested).orElse(null),
                awaited(file).map(Part.Supplement::until).orElse(null),
                dialogue == null ? null : dialogue.convenedFor(),
                dialogue == null ? null : dialogue.place(),
                resolution == null ? null : resolution.number(),
                resolution == null ? null : resolution.issuedOn(),
                denunciation || work.closing() == null || work.status() != Status.CLOSED
                        ? null
                        : work.closing().ground().name(),
                file.rating() == null ? null : file.rating().score(),
                messages.preference(file.id()).orElse(null),
                answered(file),
                news(file),
                transferredTo(file),
                file.mayReturnAnswer() && file.rating() == null,
                decided(file),
                second(file),
                wrote(file),
                file.status() != Status.CLOSED && wroteToday(file) < MOST_A_DAY,
                withdrawing(file),
                call(file, denunciation),
                denunciation ? null : words(work));
    }

    /** As the version words it that the case runs on. Of a denunciation nothing is told but that it was received. */
    private Library.@Nullable CitizenWords words(CaseFile work) {
        Part.Process process = work.process();
        if (process == null || !process.running() || work.status() == Status.CLOSED) return null;
        Stream<String> tasks = work.tasks().stream()
                .filter(task -> task.process().equals(process.key()))
                .map(task -> task.key());
        return Stream.concat(tasks, waits(work, process))
                .flatMap(step -> library.citizenWords(process.key(), process.version(), step).stream())
                .findFirst()
                .orElse(null);
    }

    /** Where it waits for no task: the engine is asked only where a designer wrote something for that. */
    private Stream<String> waits(CaseFile work, Part.Process process) {
        return library.hasWordsOfWaits(process.key(), process.version())
                ? moves.standing(work.id().value(), process.key(), process.version()).stream()
                : Stream.empty();
    }

    private static List<Wrote> wrote(CaseFile file) {
        return file.said().stream()
                .map(one -> new Wrote(
                        one.text(),
                        one.withdrawing(),
                        !one.fromCitizen(),
                        LocalDate.ofInstant(one.at(), BusinessClock.ZONE)))
                .toList();
    }

    private static Withdrawing withdrawing(CaseFile file) {
        Kind kind = file.kind();
        if (file.status() == Status.CLOSED || file.standing().has(Milestone.WITHDRAWN)) return Withdrawing.NOTHING;
        if (kind == null || kind == Kind.DENUNCIATION) return Withdrawing.EITHER;
        if (kind == Kind.COMPLAINT)
            return file.resolution() != null && file.resolution().number() != null
                    ? Withdrawing.NOTHING
                    : Withdrawing.TO_BE_SIGNED;
        return file.standing().has(Milestone.ANSWERED) ? Withdrawing.NOTHING : Withdrawing.ENDS;
    }

    private @Nullable Call call(CaseFile file, boolean denunciation) {
        List<Directory.Unit> path = directory.path(file.unit());
        if (path.isEmpty()) return null;
        return directory
                .nearest((denunciation ? path.getFirst() : path.getLast()).id())
                .map(reached -> new Call(reached.name(), reached.contact()))
                .orElse(null);
    }

    private static @Nullable Decided decided(CaseFile file) {
        Aftermath after = file.aftermath();
        if (after == null || file.kind() != Kind.COMPLAINT) return null;
        LocalDate on = after.effectiveOn() == null ? after.effectExpected() : after.effectiveOn();
        return new Decided(
                after.state(),
                on,
                after.renewal() == null ? null : after.renewal().until(),
                after.suit() == null ? null : after.suit().court(),
                after.suit() == null ? null : after.suit().result());
    }

    private @Nullable Second second(CaseFile file) {
        if (file.secondRound() != null || !second.isOpenTo(file)) return null;
        Lodging time = second.of(file);
        return new Second(time.until(), time.isOverAt(clock.instant()), second.isUnderWay(file));
    }

    private static @Nullable Answered answered(CaseFile file) {
        Part.Together together = file.together();
        // its words are those to somebody else
        if (together != null) return new Answered(null, together.sentOn(), together.number(), false);
        Answering answering = file.answering();
        if (answering == null || answering.sent() == null) return null;
        return new Answered(
                answering.answer() == null ? null : answering.answer().text(),
                answering.sent().on(),
                answering.sent().number(),
                answering.published() != null);
    }

    private static List<News> news(CaseFile file) {
        if (file.answering() == null) return List.of();
        return file.answering().news().stream()
                .map(one -> new News(one.text(), LocalDate.ofInstant(one.at(), BusinessClock.ZONE), one.expectedOn()))
                .toList();
    }

    private static @Nullable String transferredTo(CaseFile file) {
        if (!file.standing().has(Milestone.TRANSFERRED)) return null;
        return file.replies().stream()
                .filter(reply -> reply.what() == Part.ReplyKind.TRANSFERRED)
                .reduce((before, last) -> last)
                .map(Part.Reply::detail)
                .orElse(null);
    }

    /** Which unit has a denunciation tells whom it is about: of such a petition the authority as a whole is named. */
    private String unit(CaseFile file, boolean denunciation) {
        List<Directory.Unit> path = directory.path(file.unit());
        if (path.isEmpty()) return file.unit().value();
        return (denunciation ? path.getFirst() : path.getLast()).name();
    }

    private static Optional<Part.Supplement> awaited(CaseFile file) {
        return file.supplements().stream()
                .filter(supplement -> supplement.received() == null)
                .max(Comparator.comparing(Part.Supplement::at));
    }
}
