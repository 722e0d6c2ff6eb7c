package vn.caunoi.core.petition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ladder.Occasion;
import vn.caunoi.core.ladder.Rung;
import vn.caunoi.core.ladder.Told;
import vn.caunoi.core.petition.CaseEvent.*;
import vn.caunoi.core.petition.DeadlineEvent.*;
import vn.caunoi.core.petition.FlowEvent.*;
import vn.caunoi.core.petition.IntakeCommand.*;
import vn.caunoi.core.petition.IntakeEvent.*;
import vn.caunoi.core.petition.RoundEvent.*;
import vn.caunoi.core.petition.TaskCommand.*;
import vn.caunoi.core.petition.TaskEvent.*;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.SealedData;

/** The words in which tests tell of a case: one complaint of ward A, received on 2 November 2026, now the 18th. */
public final class Cases {

    public static final PetitionId ID = new PetitionId("7d1f6a52-3c5b-4a54-8f0e-1b2c3d4e5f60");
    public static final PetitionId OTHER = new PetitionId("7d1f6a52-3c5b-4a54-8f0e-1b2c3d4e5f61");
    public static final PersonId LAN = new PersonId("0b0b7f0e-52a7-4c54-9b39-0a6a4a1f0001");
    public static final Instant NOW = Instant.parse("2026-11-18T03:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    public static final Instant RECEIVED_AT = Instant.parse("2026-11-02T02:00:00Z");
    public static final LocalDate RECEIVED_ON = LocalDate.of(2026, 11, 2);
    public static final LocalDate ACCEPTED_ON = LocalDate.of(2026, 11, 9);
    public static final Clock CLOCK = Clock.fixed(NOW, DueDate.ZONE);
    public static final WorkingCalendar CALENDAR = WorkingCalendar.vietnam();
    public static final FormCatalogue FORMS = FormCatalogue.shipped();

    public static final UnitId WARD_A = new UnitId("A");
    public static final UnitId WARD_B = new UnitId("B");
    public static final UnitId PROVINCE = new UnitId("P");
    public static final Actor CLERK = Actor.of("clerk1", "A", Role.CLERK);
    public static final Actor OFFICER = Actor.of("officer1", "A", Role.OFFICER);
    public static final Actor COLLEAGUE = Actor.of("officer2", "A", Role.OFFICER);
    public static final Actor STRANGER = Actor.of("officer3", "B", Role.OFFICER);
    public static final Actor HEAD = Actor.of("head1", "A", Role.HEAD);
    public static final Actor HEAD_OF_BOTH =
            new Actor(new OfficerId("head9"), PROVINCE, Set.of(PROVINCE, WARD_A, WARD_B), Set.of(Role.HEAD));
    public static final Actor HEAD_OF_B = Actor.of("head2", "B", Role.HEAD);
    public static final Actor DESIGNER = Actor.of("designer1", "P", Role.DESIGNER);
    public static final Actor ADMIN = Actor.of("admin1", "P", Role.ADMIN);

    private Cases() {}

    public static Sealed text(String clear) {
        return Sealed.of(KeyId.petition(ID.value()), clear);
    }

    public static Person person(String name) {
        Sealed fullName = Sealed.of(KeyId.person(LAN.value()), name);
        return new Person(LAN, PersonRole.COMPLAINANT, fullName, null, null, null, null);
    }

    public static Content content() {
        return content(Kind.COMPLAINT, RECEIVED_AT, false, points(2), List.of(person("Nguyễn Thị Lan")));
    }

    public static Content content(
            @Nullable Kind kind, Instant receivedAt, boolean anonymous, List<Point> points, List<Person> people) {
        return new Content(
                kind,
                Channel.DESK,
                receivedAt,
                text("Thu hồi đất"),
                text("Tôi khiếu nại quyết định thu hồi đất."),
                "land",
                WARD_A,
                "Thôn 3",
                anonymous,
                false,
                new Disputed(text("Quyết định"), "12/QĐ", LocalDate.of(2026, 9, 1), text("UBND"), null),
                text("UBND phường A"),
                points,
                people);
    }

    public static List<Point> points(int count) {
        return List.of(new Point(1, text("Hủy quyết định")), new Point(2, text("Bồi thường")))
                .subList(0, count);
    }

    public static PetitionReceived received() {
        return received(Kind.COMPLAINT);
    }

    public static PetitionReceived received(@Nullable Kind kind) {
        Content c = content();
        return new PetitionReceived(
                ID,
                "K7M4-PX9T-2HC0",
                "hash",
                kind,
                c.channel(),
                c.receivedAt(),
                c.subject(),
                c.content(),
                c.category(),
                c.unit(),
                c.place(),
                c.anonymous(),
                c.confidential(),
                c.about(),
                c.against(),
                c.points(),
                c.petitioners(),
                null);
    }

    public static PetitionClassified classified() {
        return classified(Kind.COMPLAINT);
    }

    public static PetitionClassified classified(Kind kind) {
        return new PetitionClassified(ID, kind, null);
    }

    public static PetitionAccepted accepted() {
        return new PetitionAccepted(ID, ACCEPTED_ON, false, false, null);
    }

    public static PetitionAssigned assigned() {
        return new PetitionAssigned(ID, WARD_A, OFFICER.id(), null);
    }

    public static PetitionVerified verified(Conclusion first, Conclusion second) {
        List<Finding> findings =
                List.of(new Finding(1, text("Phần một"), first), new Finding(2, text("Phần hai"), second));
        boolean differs = first != Conclusion.RIGHT || second != Conclusion.RIGHT;
        return new PetitionVerified(ID, text("Báo cáo"), findings, differs);
    }

    /** Demand and finding differ. */
    public static PetitionVerified verified() {
        return verified(Conclusion.RIGHT, Conclusion.WRONG);
    }

    public static DialogueConvened convened() {
        return new DialogueConvened(
                ID, Instant.parse("2026-11-20T02:00:00Z"), text("Hội trường"), text("Về việc bồi thường"));
    }

    public static DialogueHeld held() {
        Participant lan =
                new Participant(text("Lan"), text("người khiếu nại"), null, Participant.Signature.SIGNED, null);
        return new DialogueHeld(
                ID,
                TODAY,
                text("Hội trường"),
                text("Ông Minh"),
                List.of(lan),
                text("Hai bên trình bày"),
                text("Thống nhất"));
    }

    public static ResolutionDrafted drafted(int number) {
        return new ResolutionDrafted(
                ID,
                number,
                Conclusion.PARTLY_RIGHT,
                DecisionEffect.AMEND,
                text("Quyết định"),
                text("LKN Đ31"),
                null,
                OFFICER.id());
    }

    public static ResolutionApproved approved() {
        return new ResolutionApproved(ID, 1, HEAD.id());
    }

    public static ResolutionIssued issued() {
        return new ResolutionIssued(ID, "45/QĐ-UBND", TODAY, Conclusion.PARTLY_RIGHT);
    }

    public static ResolutionSent sent() {
        return new ResolutionSent(ID, TODAY, text("Bà Lan"));
    }

    public static PetitionPublished published() {
        return new PetitionPublished(ID, TODAY, "WEBSITE", null);
    }

    public static PetitionClosed closed(ClosingGround ground) {
        return new PetitionClosed(ID, ground, true, null);
    }

    public static PetitionWithdrawn withdrawn() {
        return new PetitionWithdrawn(ID, null, text("Đã thỏa thuận"));
    }

    public static PetitionSuspended suspended(LocalDate from) {
        return new PetitionSuspended(ID, text("AWAITS_OTHER_BODY"), text("Chờ giám định"), from);
    }

    public static ProcessStarted started(String process) {
        return new ProcessStarted(ID, process, 1);
    }

    /** A task of a shipped form, its id the form's. */
    public static TaskOpened opened(String form) {
        return opened(form, null, null);
    }

    public static TaskOpened opened(String form, @Nullable Actor assignee, @Nullable Instant due) {
        return new TaskOpened(
                ID,
                new TaskId(form),
                "complaint",
                form,
                1,
                form,
                form(form),
                WARD_A,
                group(form),
                assignee == null ? null : assignee.id(),
                due);
    }

    public static TaskCompleted completed(String form, String outcome) {
        return completed(form, outcome, OFFICER, Map.of());
    }

    public static TaskCompleted completed(String form, String outcome, Actor by, Map<String, Object> data) {
        return new TaskCompleted(
                ID, new TaskId(form), form, outcome, SealedData.of(KeyId.petition(ID.value()), data), by.id());
    }

    public static TaskClaimed claimed(String form, Actor by) {
        return new TaskClaimed(ID, new TaskId(form), by.id());
    }

    public static DeadlineSet set(String stage, Basis basis, LocalDate from, int days) {
        return set(rule(stage, days), basis, from);
    }

    public static DeadlineSet set(DeadlineRule rule, Basis basis, LocalDate from) {
        Counted counted = DueDate.count(CALENDAR, from, rule);
        return new DeadlineSet(
                ID,
                rule.stage(),
                basis,
                from,
                rule.limit(),
                rule.roll(),
                counted.due(),
                rule.id(),
                rule.version(),
                CALENDAR.version(),
                rule.source(),
                counted.explanation());
    }

    public static DeadlineMet met(String stage, Instant on, boolean late) {
        return new DeadlineMet(ID, stage, on, late);
    }

    public static DeadlineRule rule(String stage, int days) {
        return new DeadlineRule(
                "D-" + stage,
                "deadlines-1",
                stage,
                Limit.calendarDays(days),
                true,
                "LKN",
                "S",
                LocalDate.of(2012, 7, 1));
    }

    public static Instant due(int year, int month, int day) {
        return DueDate.endOf(LocalDate.of(year, month, day));
    }

    /** A ladder that reminds two working days before and tells nobody else. */
    public static DeadlineCommand.LookAfter look(String stage, Instant due) {
        var reminder = new Rung("E01", "escalation-1", 2, Told.OFFICER, "local", "X", null);
        return look(
                stage,
                due,
                asked -> asked.occasion() == Occasion.APPROACHING ? Optional.of(reminder) : Optional.empty());
    }

    public static DeadlineCommand.LookAfter look(String stage, Instant due, Ladder ladder) {
        return new DeadlineCommand.LookAfter(
                ID,
                stage,
                due,
                due.isAfter(NOW),
                ladder,
                unit -> unit.equals(PROVINCE) ? Optional.empty() : Optional.of(PROVINCE));
    }

    public static CompleteTask complete(String form, String outcome, Actor by, Object... data) {
        return new CompleteTask(ID, new TaskId(form), outcome, data(data), by);
    }

    public static Map<String, Object> data(Object... pairs) {
        Map<String, Object> data = new HashMap<>();
        for (int at = 0; at < pairs.length; at += 2) data.put(pairs[at].toString(), pairs[at + 1]);
        return data;
    }

    public static Form form(String id) {
        return FORMS.form(id).orElseThrow();
    }

    private static Role group(String form) {
        return switch (form) {
            case "await-supplement", "deliver-notice" -> Role.CLERK;
            case "approve-resolution", "terminate" -> Role.HEAD;
            default -> Role.OFFICER;
        };
    }
}
