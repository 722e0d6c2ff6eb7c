package vn.caunoi.api.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.direction.DirectionDesk;
import vn.caunoi.api.direction.DirectionInput;
import vn.caunoi.api.inquiry.InquiryDesk;
import vn.caunoi.api.officer.AccusedDesk;
import vn.caunoi.api.officer.CaseDesk;
import vn.caunoi.api.officer.CaseInput;
import vn.caunoi.api.officer.HandInInput;
import vn.caunoi.api.officer.HandlersDesk;
import vn.caunoi.api.officer.HeadDesk;
import vn.caunoi.api.officer.PassingDesk;
import vn.caunoi.api.officer.PublishingDesk;
import vn.caunoi.api.officer.RelatedDesk;
import vn.caunoi.api.officer.TriageDesk;
import vn.caunoi.api.officer.UrgingDesk;
import vn.caunoi.api.officer.WorksheetDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.web.CaseActions.Action;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;

/** Turns what was typed for an action into what the desks take. */
@Component
class ActionOrders {

    private static final Pattern DEMAND = Pattern.compile("points\\[(\\d+)]\\.demand");

    private final CaseDesk desk;
    private final HeadDesk head;
    private final AccusedDesk accused;
    private final UrgingDesk urging;
    private final DirectionDesk directing;
    private final InquiryDesk inquiries;
    private final Categories categories;
    private final TriageDesk triage;
    private final RelatedDesk related;
    private final PassingDesk passing;
    private final HandlersDesk handlers;
    private final WorksheetDesk worksheet;
    private final PublishingDesk publishing;
    private final ConsequenceOrders consequences;

    ActionOrders(
            CaseDesk desk,
            HeadDesk head,
            AccusedDesk accused,
            Categories categories,
            TriageDesk triage,
            UrgingDesk urging,
            DirectionDesk directing,
            InquiryDesk inquiries,
            RelatedDesk related,
            PassingDesk passing,
            HandlersDesk handlers,
            WorksheetDesk worksheet,
            PublishingDesk publishing,
            ConsequenceOrders consequences) {
        this.consequences = consequences;
        this.worksheet = worksheet;
        this.handlers = handlers;
        this.publishing = publishing;
        this.passing = passing;
        this.triage = triage;
        this.urging = urging;
        this.directing = directing;
        this.inquiries = inquiries;
        this.related = related;
        this.accused = accused;
        this.categories = categories;
        this.desk = desk;
        this.head = head;
    }

    void send(Action action, CaseFile file, Map<String, String> all, Actor by) {
        String id = file.id().value();
        Function<String, @Nullable String> typed = name -> Lists.blankToNull(all.get(name));
        String reason = typed.apply("reason");
        switch (action) {
            case NOTE -> desk.note(id, new CaseInput.Note(typed.apply("text")), by);
            case REPLY -> desk.reply(id, new CaseInput.Reply(typed.apply("text")), by);
            case SUPPLEMENT ->
                desk.supplement(id, new CaseInput.Supplement(typed.apply("what"), moment("occurredAt", typed)), by);
            case CORRECT -> desk.correct(id, correct(file, all, typed), by);
            case RECLASSIFY -> desk.correct(id, reclassify(typed.apply("kind"), reason), by);
            case TRIAGE -> triage.propose(id, TriageQuestions.answered(typed), by);
            case LINK ->
                desk.link(id, new CaseInput.Link(typed.apply("petition"), null, typed.apply("relation"), reason), by);
            case PASS -> passing.on(id, new CaseInput.Pass(typed.apply("unit"), reason), by);
            case PASS_BACK -> passing.back(id, new CaseInput.PassBack(reason), by);
            case MERGE -> related.merge(id, new CaseInput.Merge(typed.apply("into"), reason), by);
            case SPLIT -> throw new IllegalStateException("a split answers with its parts");
            case SECOND_COMPLAINT -> throw new IllegalStateException("it answers with the petition that came of it");
            case ANNOUNCE_MEETING, SUE, END_SUIT, TAKE_EFFECT, ENFORCE, REPORT_ENFORCEMENT ->
                consequences.send(action, id, typed, by);
            case WORKSHEET ->
                worksheet.enter(
                        id,
                        new CaseInput.Worksheet(
                                typed.apply("sort"),
                                number("point", typed),
                                day("on", typed),
                                day("replyBy", typed),
                                typed.apply("with"),
                                typed.apply("text")),
                        by);
            case WORKSHEET_REPLY -> {
                Integer entry = number("entry", typed);
                worksheet.reply(
                        id,
                        entry == null ? 0 : entry,
                        new CaseInput.WorksheetReply(day("on", typed), typed.apply("text")),
                        by);
            }
            case ESCALATE -> head.escalate(id, new CaseInput.Escalate(typed.apply("to"), reason), by);
            case URGE -> urging.urge(id, new CaseInput.Urge(typed.apply("text"), day("replyBy", typed)), by);
            case EXPLAIN -> inquiries.askForExplanation(id, day("replyBy", typed), typed.apply("question"), by);
            case DIRECT ->
                directing.give(
                        id,
                        new DirectionInput.Give(
                                typed.apply("text"), day("doBy", typed), typed.apply("unit"), typed.apply("officer")),
                        by);
            case DIRECTION_DONE ->
                directing.done(id, direction(typed), new DirectionInput.Done(typed.apply("answer")), by);
            case DIRECTION_BACK -> directing.takeBack(id, direction(typed), new DirectionInput.TakeBack(reason), by);
            case ANSWER_URGING ->
                urging.answer(id, new CaseInput.AnswerUrging(number("urging", typed), typed.apply("text")), by);
            case PROTECT ->
                desk.protect(
                        id,
                        new CaseInput.Protect(
                                day("requestedOn", typed),
                                "true".equals(typed.apply("urgent")),
                                typed.apply("request")),
                        by);
            case ACCUSE -> accused.name(id, new CaseInput.Accused(accounts(typed.apply("officers"))), by);
            case ONWARD ->
                handlers.onward(
                        id,
                        new CaseInput.Onward(
                                "true".equals(typed.apply("overdue")), day("receivedOn", typed), typed.apply("what")),
                        by);
            case ADMIT -> handlers.admit(id, new CaseInput.Admitted(typed.apply("officer"), reason), by);
            case DISMISS -> handlers.dismiss(id, new CaseInput.Admitted(typed.apply("officer"), reason), by);
            case REASSIGN ->
                head.reassign(id, new CaseInput.Reassign(typed.apply("unit"), typed.apply("officer"), reason), by);
            case EXTEND -> head.extend(id, extend(typed), by);
            case SUSPEND ->
                head.suspend(id, new CaseInput.Suspend(typed.apply("ground"), reason, day("from", typed)), by);
            case RESUME -> head.resume(id, new CaseInput.Resume(day("on", typed)), by);
            case STEP_BACK -> head.stepBack(id, new CaseInput.StepBack(typed.apply("to"), reason), by);
            case WITHDRAW ->
                desk.withdraw(id, new CaseInput.Withdraw(points(file, typed), reason, moment("occurredAt", typed)), by);
            case RATE -> desk.rate(id, new CaseInput.Rate(number("score", typed), typed.apply("comment")), by);
            case PUBLISH_ANSWER ->
                publishing.publish(
                        id,
                        new PublishingDesk.Publication(
                                typed.apply("question"),
                                typed.apply("publicAnswer"),
                                typed.apply("way"),
                                day("publishedOn", typed),
                                typed.apply("place")),
                        by);
            case UNPUBLISH_ANSWER -> publishing.takeBack(id, reason, by);
            case RETURN_ANSWER -> desk.returnAnswer(id, new CaseInput.ReturnAnswer(reason), by);
            case REOPEN -> head.reopen(id, new CaseInput.Reopen(typed.apply("ground"), reason), by);
        }
    }

    /** The second complaint, with the PIN for its citizen. */
    RelatedDesk.Child second(CaseFile file, Map<String, String> all, Actor by) {
        Function<String, @Nullable String> typed = name -> Lists.blankToNull(all.get(name));
        var given = new CaseInput.SecondComplaint(
                typed.apply("content"), typed.apply("channel"), moment("receivedAt", typed), null, null);
        String seed = UUID.randomUUID().toString();
        return related.secondComplaint(file.id().value(), given, by, seed)
                .children()
                .getFirst();
    }

    /** What came of a petition that was split, each with the PIN for its citizen. */
    List<RelatedDesk.Child> split(CaseFile file, Map<String, String> all, Actor by) {
        CaseInput.Split parts = SplitQuestions.answered(name -> Lists.blankToNull(all.get(name)));
        String seed = UUID.randomUUID().toString();
        return related.split(file.id().value(), parts, by, seed).children();
    }

    /** The name of the input that a field of the desks belongs to. */
    static String inputOf(String field) {
        if (field.startsWith("parts")) return SplitQuestions.inputOf(field);
        if (field.startsWith("officers[")) return "officers";
        Matcher demand = DEMAND.matcher(field);
        return demand.matches() ? "demand_" + (Integer.parseInt(demand.group(1)) + 1) : field;
    }

    /** Accounts, as people write lists. */
    static List<@Nullable String> accounts(@Nullable String typed) {
        List<@Nullable String> accounts = new ArrayList<>();
        if (typed == null) return accounts;
        for (String account : typed.split("[,;\\s]+")) if (!account.isBlank()) accounts.add(account);
        return accounts;
    }

    /** Only what differs from the file is a correction. */
    private CaseInput.Correct correct(
            CaseFile file, Map<String, String> all, Function<String, @Nullable String> typed) {
        Instant receivedAt = moment("receivedAt", typed);
        boolean sameMinute = receivedAt != null
                && receivedAt.getEpochSecond() / 60 == file.receivedAt().getEpochSecond() / 60;
        LocalDate acceptedOn = day("acceptedOn", typed);
        return new CaseInput.Correct(
                null,
                changed(file.subject(), typed.apply("subject")),
                changed(file.content(), typed.apply("content")),
                changed(file.category(), categories.kept(typed.apply("category"))),
                changed(file.place(), typed.apply("place")),
                sameMinute ? null : receivedAt,
                file.acceptance() == null
                                || Objects.equals(acceptedOn, file.acceptance().acceptedOn())
                        ? null
                        : acceptedOn,
                null,
                changed(file.against(), typed.apply("against")),
                demands(file, typed),
                people(file, all),
                typed.apply("reason"));
    }

    private static @Nullable List<HandInInput.@Nullable Demand> demands(
            CaseFile file, Function<String, @Nullable String> typed) {
        boolean same = file.points().stream()
                .allMatch(point -> changed(point.demand(), typed.apply("demand_" + point.no())) == null);
        if (same) return null;
        return file.points().stream()
                .<HandInInput.@Nullable Demand>map(point -> new HandInInput.Demand(typed.apply("demand_" + point.no())))
                .toList();
    }

    private static @Nullable List<CaseInput.@Nullable CorrectedPerson> people(CaseFile file, Map<String, String> all) {
        List<CaseInput.@Nullable CorrectedPerson> people = IntStream.range(
                        0, file.petitioners().size())
                .<CaseInput.@Nullable CorrectedPerson>mapToObj(
                        i -> person(file.petitioners().get(i), i, all))
                .toList();
        List<CaseInput.@Nullable CorrectedPerson> before = file.petitioners().stream()
                .<CaseInput.@Nullable CorrectedPerson>map(ActionOrders::asItIs)
                .toList();
        return people.equals(before) ? null : people;
    }

    private static CaseInput.CorrectedPerson person(Part.Petitioner now, int i, Map<String, String> all) {
        Function<String, @Nullable String> typed =
                field -> Lists.blankToNull(all.get("petitioners[" + i + "]." + field));
        return new CaseInput.CorrectedPerson(
                now.id().value(),
                typed.apply("fullName"),
                typed.apply("idNumber"),
                typed.apply("address"),
                typed.apply("phone"),
                typed.apply("email"),
                now.role().name());
    }

    private static CaseInput.CorrectedPerson asItIs(Part.Petitioner now) {
        return new CaseInput.CorrectedPerson(
                now.id().value(),
                now.fullName(),
                now.idNumber(),
                now.address(),
                now.phone(),
                now.email(),
                now.role().name());
    }

    private static CaseInput.Correct reclassify(@Nullable String kind, @Nullable String reason) {
        if (kind == null) throw Input.refusal("kind", "required", "must be given");
        return new CaseInput.Correct(kind, null, null, null, null, null, null, null, null, null, null, reason);
    }

    private static CaseInput.Extend extend(Function<String, @Nullable String> typed) {
        return new CaseInput.Extend(
                typed.apply("stage"),
                number("amount", typed),
                typed.apply("unit"),
                typed.apply("reason"),
                typed.apply("complexity"));
    }

    private static List<@Nullable Integer> points(CaseFile file, Function<String, @Nullable String> typed) {
        return file.points().stream()
                .filter(point -> !point.withdrawn())
                .map(Part.PointOf::no)
                .filter(no -> "true".equals(typed.apply("point-" + no)))
                .<@Nullable Integer>map(no -> no)
                .toList();
    }

    /** Texts come back from a browser with other line ends. */
    private static @Nullable String changed(@Nullable String before, @Nullable String typed) {
        if (typed == null) return null;
        String now = typed.replace("\r\n", "\n");
        return before != null && before.replace("\r\n", "\n").strip().equals(now.strip()) ? null : now;
    }

    private static int direction(Function<String, @Nullable String> typed) {
        Integer no = number("direction", typed);
        if (no == null) throw Input.refusal("direction", "required", "must be given");
        return no;
    }

    static @Nullable Integer number(String name, Function<String, @Nullable String> typed) {
        return parsed(name, typed, Integer::valueOf);
    }

    static @Nullable LocalDate day(String name, Function<String, @Nullable String> typed) {
        return parsed(name, typed, LocalDate::parse);
    }

    private static @Nullable Instant moment(String name, Function<String, @Nullable String> typed) {
        return parsed(name, typed, text -> LocalDateTime.parse(text)
                .atZone(DueDate.ZONE)
                .toInstant());
    }

    private static <T> @Nullable T parsed(
            String name, Function<String, @Nullable String> typed, Function<String, T> parse) {
        String text = typed.apply(name);
        if (text == null) return null;
        try {
            return parse.apply(text);
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw Input.refusal(name, "malformed", "is not valid");
        }
    }
}
