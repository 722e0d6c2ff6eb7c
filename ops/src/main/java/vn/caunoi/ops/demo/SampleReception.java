package vn.caunoi.ops.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.clock.RisingId;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.reception.IdentityCheck;
import vn.caunoi.core.reception.Office;
import vn.caunoi.core.reception.Paper;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.core.reception.SittingCommand.HoldSitting;
import vn.caunoi.core.reception.SittingCommand.MissSitting;
import vn.caunoi.core.reception.SittingCommand.PlanSitting;
import vn.caunoi.core.reception.SittingId;
import vn.caunoi.core.reception.TurnedAwayGround;
import vn.caunoi.core.reception.VisitCommand;
import vn.caunoi.core.reception.VisitCommand.AnswerVisit;
import vn.caunoi.core.reception.VisitCommand.CallBack;
import vn.caunoi.core.reception.VisitCommand.GivePromisedAnswer;
import vn.caunoi.core.reception.VisitCommand.PromiseAnswer;
import vn.caunoi.core.reception.VisitCommand.RecordVisit;
import vn.caunoi.core.reception.VisitCommand.ReturnPapers;
import vn.caunoi.core.reception.VisitCommand.TurnAway;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.reception.Way;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** A year at the reception rooms of the two wards: visits, calls, promises, and the days of their heads. */
final class SampleReception {
    private static final Set<Integer> DAYS = Set.of(10, 25);
    private static final String ROOM = "Phòng tiếp công dân";

    private final Commands commands;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final Rules rules;
    private final ReceptionRules reception;
    private final Random random = new Random(2013);
    private final SampleTexts texts = new SampleTexts(random);
    private final Deque<VisitCommand> later = new ArrayDeque<>();

    SampleReception(
            Commands commands, BusinessClock clock, WorkingCalendar calendar, Rules rules, ReceptionRules reception) {
        this.commands = commands;
        this.clock = clock;
        this.calendar = calendar;
        this.rules = rules;
        this.reception = reception;
    }

    /** What happened at the receptions of this day. */
    void day() {
        LocalDate today = clock.today();
        if (!calendar.isWorkingDay(today)) return;
        if (later.size() > 3 || random.nextInt(5) == 0 && !later.isEmpty()) send(later.remove());
        for (UnitId ward : List.of(DemoDirectory.WARD_A, DemoDirectory.WARD_B)) {
            SittingId sitting = isDayOfTheRota(today) ? leaderReceives(ward, today) : null;
            if (sitting != null || random.nextInt(100) < 22) visit(ward, sitting);
        }
    }

    /** Days of the next two months, for what is to come is seen too. */
    void planAhead() {
        LocalDate month = clock.today().withDayOfMonth(1);
        for (int ahead = 0; ahead < 3; ahead++)
            for (int day : DAYS) {
                LocalDate planned = month.plusMonths(ahead).withDayOfMonth(day);
                if (planned.isAfter(clock.today()))
                    for (UnitId ward : List.of(DemoDirectory.WARD_A, DemoDirectory.WARD_B)) plan(ward, planned);
            }
    }

    /** Tenth and twenty-fifth, or the working day after it. */
    private boolean isDayOfTheRota(LocalDate today) {
        LocalDate wanted = today;
        do {
            if (DAYS.contains(wanted.getDayOfMonth())) return true;
            wanted = wanted.minusDays(1);
        } while (!calendar.isWorkingDay(wanted));
        return false;
    }

    private @Nullable SittingId leaderReceives(UnitId ward, LocalDate today) {
        SittingId sitting = plan(ward, today);
        Actor clerk = clerk(ward);
        int percent = random.nextInt(100);
        if (percent < 8) {
            send(new MissSitting(sitting, "Họp đột xuất ở tỉnh", clerk), clerk);
            return null;
        }
        OfficerId delegate = percent < 18 ? officer(ward) : null;
        String reason = delegate == null ? null : "Đi công tác";
        send(new HoldSitting(sitting, delegate, reason, percent > 95, clerk), clerk);
        return sitting;
    }

    private SittingId plan(UnitId ward, LocalDate day) {
        SittingId sitting = new SittingId(RisingId.at(Instant.now()).toString());
        Actor clerk = clerk(ward);
        send(
                new PlanSitting(
                        sitting,
                        ward,
                        new OfficerId(ward.equals(DemoDirectory.WARD_A) ? "head1" : "head2"),
                        Office.COMMUNE_HEAD,
                        day,
                        LocalTime.of(8, 0),
                        LocalTime.of(11, 0),
                        ROOM,
                        false,
                        null,
                        clerk),
                clerk);
        return sitting;
    }

    private void visit(UnitId ward, @Nullable SittingId sitting) {
        VisitId visit = new VisitId(RisingId.at(Instant.now()).toString());
        Actor clerk = clerk(ward);
        int percent = random.nextInt(100);
        boolean call = sitting == null && percent % 5 == 0;
        int people = percent >= 95 ? 6 + random.nextInt(20) : 1 + random.nextInt(2);
        Heard heard = heard(visit, call ? Way.HOTLINE : Way.ROOM, people);
        Instant callBack = call ? clock.instant().plus(1, ChronoUnit.DAYS) : null;
        send(
                new RecordVisit(
                        visit,
                        ward,
                        heard,
                        reception.crowdOn(clock.today()),
                        callBack,
                        rules.ruleFor(RuleQuestion.of(null, "tell_visitor", clock.today())),
                        sitting,
                        clerk),
                clerk);
        if (call) later.add(new CallBack(visit, true, sealed(visit, "Đã gọi lại và hướng dẫn."), null, clerk));
        end(visit, percent, clerk);
    }

    private void end(VisitId visit, int percent, Actor clerk) {
        if (percent < 55) send(new AnswerVisit(visit, sealed(visit, "Đã giải thích, người dân đồng ý."), clerk), clerk);
        else if (percent < 85) {
            LocalDate until = clock.today().plusDays(5 + random.nextInt(9));
            send(new PromiseAnswer(visit, until, sealed(visit, "Kiểm tra hồ sơ rồi trả lời."), clerk), clerk);
            later.add(new GivePromisedAnswer(visit, sealed(visit, "Đã trả lời bằng văn bản."), clerk));
        } else if (percent < 89)
            send(
                    new TurnAway(
                            visit,
                            TurnedAwayGround.ALREADY_SETTLED,
                            sealed(visit, "Đã có quyết định giải quyết cuối cùng."),
                            clerk),
                    clerk);
        if (percent % 2 == 0) later.add(new ReturnPapers(visit, Set.of(1), clerk));
    }

    private Heard heard(VisitId visit, Way way, int people) {
        Kind kind = random.nextInt(100) < 30 ? Kind.COMPLAINT : Kind.FEEDBACK;
        SampleTexts.Matter matter = texts.matter(kind);
        List<Person> named = new ArrayList<>();
        PersonRole role = people >= 5 ? PersonRole.REPRESENTATIVE : PersonRole.COMPLAINANT;
        for (int i = 0; i < Math.min(people, 2); i++) named.add(person(role));
        return new Heard(
                way,
                clock.instant().minus(10 + random.nextInt(60), ChronoUnit.MINUTES),
                way == Way.HOTLINE ? IdentityCheck.STATED : IdentityCheck.CARD_SEEN,
                named,
                people,
                kind,
                sealed(visit, texts.filled(matter.subject())),
                sealed(visit, texts.filled(matter.content())),
                null,
                List.of(new Paper(1, sealed(visit, "Giấy chứng nhận quyền sử dụng đất"), Paper.Form.ORIGINAL)),
                way == Way.HOTLINE);
    }

    private Person person(PersonRole role) {
        PersonId id = new PersonId(RisingId.at(Instant.now()).toString());
        KeyId key = KeyId.person(id.value());
        return new Person(
                id,
                role,
                Sealed.of(key, texts.name()),
                Sealed.of(key, texts.idNumber()),
                Sealed.of(key, texts.address()),
                Sealed.of(key, texts.phone()),
                null);
    }

    private static Sealed sealed(VisitId visit, String text) {
        return Sealed.of(visit.key(), text);
    }

    private static Actor clerk(UnitId ward) {
        return ward.equals(DemoDirectory.WARD_A)
                ? Actor.of("clerk1", ward.value(), Role.CLERK)
                : Actor.of("officer3", ward.value(), Role.OFFICER, Role.CLERK);
    }

    private static OfficerId officer(UnitId ward) {
        return new OfficerId(ward.equals(DemoDirectory.WARD_A) ? "officer1" : "officer3");
    }

    private void send(VisitCommand command) {
        send(command, command.by());
    }

    private void send(Object command, Actor by) {
        commands.send(command, by.id().value());
    }
}
