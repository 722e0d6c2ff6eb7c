package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Complexity;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.ConsequenceCommand;
import vn.caunoi.core.petition.Consequences;
import vn.caunoi.core.petition.CourtResult;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.core.petition.DenunciationCommand;
import vn.caunoi.core.petition.EnforcementProgress;
import vn.caunoi.core.petition.FlowEvent.ProcessEnded;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.IntakeCommand;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Origin;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.petition.TaskCommand.CompleteTask;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.WhatFollows;
import vn.caunoi.processes.sweeper.Sweeper;

/** A case as people work on it: each verb is done by who does it, and answers when all that follows has happened. */
final class PetitionCase {

    private static final Duration LONG = Duration.ofSeconds(30);
    static final Actor CLERK = Actor.of("clerk1", "A", Role.CLERK);
    static final Actor OFFICER = Actor.of("officer1", "A", Role.OFFICER);
    static final Actor HEAD = Actor.of("head1", "A", Role.HEAD);

    private final PetitionId id = new PetitionId(UUID.randomUUID().toString());
    private final Commands commands;
    private final Progress progress;
    private final Streams streams;
    private final Sweeper sweeper;
    private final Library library;
    private final vn.caunoi.core.testing.MovableClock clock;
    private Channel channel = Channel.DESK;
    private String category = "land";
    private String ward = "A";

    PetitionCase(
            Commands commands,
            Progress progress,
            Streams streams,
            Sweeper sweeper,
            Library library,
            vn.caunoi.core.testing.MovableClock clock) {
        this.commands = commands;
        this.progress = progress;
        this.streams = streams;
        this.sweeper = sweeper;
        this.library = library;
        this.clock = clock;
    }

    /** How it comes in, told before it is handed in. */
    PetitionCase through(Channel way) {
        channel = way;
        return this;
    }

    /** What it is about, told before it is handed in. */
    PetitionCase about(String matter) {
        category = matter;
        return this;
    }

    /** Where it is handed in, told before it is. */
    PetitionCase in(String unit) {
        ward = unit;
        return this;
    }

    PetitionCase handIn(@Nullable Kind declared) {
        return send(new IntakeCommand.HandIn(id, code(), "hash", content(declared)), CLERK);
    }

    /** As {@link #handIn(Kind)}, by that channel, with or without a name. */
    PetitionCase handIn(Kind declared, Channel channel, boolean anonymous) {
        return send(new IntakeCommand.HandIn(id, code(), "hash", content(declared, channel, anonymous)), CLERK);
    }

    /** From another register, still open there and planned to end on that day. */
    PetitionCase takeOver(LocalDate due) {
        Origin origin = new Origin("receipt", id.value(), "Desk", false);
        Instant at = due.atTime(LocalTime.of(23, 59, 59)).atZone(DueDate.ZONE).toInstant();
        return send(new IntakeCommand.Import(id, code(), content(null), origin, null, List.of(), at, null), CLERK);
    }

    PetitionCase classifyAs(Kind kind) {
        return done("classify", "classified", "kind", kind.name());
    }

    PetitionCase deliverNotice() {
        return done("deliver-notice", "delivered", "deliveredOn", today());
    }

    PetitionCase supplementCame() {
        return done("await-supplement", "received", "receivedOn", today(), "what", "Bản sao quyết định");
    }

    PetitionCase nothingCame() {
        return done("await-supplement", "not-received", "reason", "Quá thời hạn bổ sung");
    }

    PetitionCase answer() {
        return done("answer", "answered", "answer", "Đã tiếp thu kiến nghị.");
    }

    PetitionCase takeOn() {
        return done("assign-answer", "assigned", "officer", "officer1");
    }

    PetitionCase passTo(String unit) {
        return done("assign-answer", "to-unit", "unit", unit, "reason", "Thuộc địa bàn của đơn vị");
    }

    PetitionCase handBack() {
        return done("draft-answer", "hand-back", "reason", "Không thuộc lĩnh vực được phân công");
    }

    PetitionCase draftAnswer() {
        return done("draft-answer", "drafted", "answer", "Đèn đường đã được thay.");
    }

    PetitionCase returnDraftOfAnswer() {
        return done("approve-answer", "return", "reasons", "Nêu rõ ngày sửa");
    }

    PetitionCase approveAnswer() {
        return done("approve-answer", "approve");
    }

    PetitionCase sendAnswer() {
        return done("send-answer", "sent", "sentOn", today(), "number", "15/UBND");
    }

    PetitionCase publishAnswer() {
        return done(
                "publish-answer",
                "published",
                Map.of(
                        "question", "Đèn đường thôn 3 hỏng",
                        "publicAnswer", "Đèn đã được thay.",
                        "way", "WEBSITE",
                        "publishedOn", today()));
    }

    PetitionCase keepAnswer() {
        return done("publish-answer", "not-published", "reason", "Việc riêng của một hộ");
    }

    PetitionCase reportProgress() {
        return done("report-progress", "reported", "progress", "Đang chờ vật tư", "expectedOn", today());
    }

    PetitionCase knowAnswerOfOthers() {
        return done("track-transfer", "answer-known", "answeredOn", today(), "result", "Sở đã trả lời");
    }

    /** By the citizen, with code and PIN. */
    PetitionCase returnAnswer() {
        return send(new CaseCommand.ReturnAnswer(id, "Chưa trả lời đúng điều tôi hỏi", null), CLERK);
    }

    PetitionCase returnAnswerAsHead() {
        return send(new CaseCommand.ReturnAnswer(id, "Trả lời chưa đủ", HEAD), HEAD);
    }

    PetitionCase rate(int score) {
        return send(new CaseCommand.Rate(id, score, null, null), CLERK);
    }

    PetitionCase accept() {
        return done("decide-acceptance", "accept", "acceptedOn", today());
    }

    PetitionCase refuse() {
        return done("decide-acceptance", "not-accept", "ground", "TIME_LIMIT_PASSED", "reason", "Quá 90 ngày");
    }

    PetitionCase askForMoreAt(String step) {
        return done(step, "needs-supplement", "reason", "Thiếu bản sao quyết định");
    }

    PetitionCase guideAt(String step) {
        return done(step, "guide", "competentBody", "UBND tỉnh", "reason", "Không thuộc thẩm quyền");
    }

    PetitionCase transferAt(String step) {
        return done(step, "transfer", "to", "Sở Xây dựng", "reason", "Thuộc thẩm quyền của Sở");
    }

    PetitionCase assign() {
        return done("assign", "assigned", "officer", "officer1");
    }

    PetitionCase verify(Conclusion first, Conclusion second) {
        return done(
                "verify",
                "verified",
                Map.of(
                        "report", "Báo cáo xác minh",
                        "finding_1", "Thu hồi đúng thẩm quyền",
                        "result_1", first.name(),
                        "finding_2", "Giá bồi thường sai",
                        "result_2", second.name()));
    }

    PetitionCase convene() {
        String tomorrow = clock.instant().plus(1, ChronoUnit.DAYS).toString();
        return done("convene-dialogue", "convened", "heldAt", tomorrow, "place", "Hội trường", "content", "Đối thoại");
    }

    PetitionCase hold() {
        return done("hold-dialogue", "held", minutes());
    }

    PetitionCase holdThoughSomeRefusedToSign() {
        Map<String, Object> minutes = minutes();
        minutes.put("refused", "Nguyễn Thị Lan");
        minutes.put("refusalReason", "Không đồng ý với kết quả");
        return done("hold-dialogue", "held-unsigned", minutes);
    }

    PetitionCase nobodyCame() {
        return done("hold-dialogue", "not-attended", "heldOn", today(), "absent", "Người khiếu nại");
    }

    PetitionCase draft() {
        return done(
                "draft-resolution",
                "drafted",
                Map.of("conclusion", "PARTLY_RIGHT", "effect", "AMEND", "text", "Quyết định", "legalBasis", "LKN Đ31"));
    }

    PetitionCase returnDraft() {
        return done("approve-resolution", "return", "reasons", "Nêu rõ căn cứ");
    }

    PetitionCase approve() {
        return done("approve-resolution", "approve");
    }

    PetitionCase issue() {
        return done("issue-resolution", "issued", "number", "45/QĐ-UBND", "issuedOn", today());
    }

    PetitionCase sendResolution() {
        return done("send-resolution", "sent", "sentOn", today(), "recipients", "Nguyễn Thị Lan");
    }

    PetitionCase publish() {
        return done("publish", "published", "way", "NOTICE_BOARD", "publishedOn", today());
    }

    PetitionCase close() {
        return done("close", "close");
    }

    PetitionCase terminate() {
        return done("terminate", "terminated", "decisionNumber", "7/QĐ", "decidedOn", today());
    }

    PetitionCase withdraw() {
        return send(new CaseCommand.Withdraw(id, List.of(), null, "Không khiếu nại nữa", CLERK), CLERK);
    }

    PetitionCase reclassifyAs(Kind kind) {
        return send(new CaseCommand.Reclassify(id, kind, "Nội dung là loại khác", HEAD), HEAD);
    }

    PetitionCase sendBackTo(String step) {
        return send(new CaseCommand.SendBack(id, step, "Làm lại cho đủ", HEAD), HEAD);
    }

    PetitionCase reopen(ReopenGround ground) {
        return send(new CaseCommand.Reopen(id, ground, "Có căn cứ", HEAD), HEAD);
    }

    PetitionCase beginSecondRound() {
        var first = new PetitionId(UUID.randomUUID().toString());
        return send(new CaseCommand.BeginSecondRound(id, first, null, null, List.of()), CLERK);
    }

    /** Nothing happens to one that is no complaint. */
    PetitionCase beginSecondRoundIfComplaint() {
        try {
            return beginSecondRound();
        } catch (Refusal notOne) {
            return this;
        }
    }

    PetitionCase contest(boolean late) {
        var second = new PetitionId(UUID.randomUUID().toString());
        return send(new ConsequenceCommand.Contest(id, second, LocalDate.parse(today()), late), CLERK);
    }

    PetitionCase sue(boolean accepted) {
        LocalDate day = LocalDate.parse(today());
        return send(new ConsequenceCommand.RecordSuit(id, day, "TAND tỉnh", null, accepted ? day : null, CLERK), CLERK);
    }

    PetitionCase courtEnds(CourtResult result) {
        return send(
                new ConsequenceCommand.EndSuit(id, result, LocalDate.parse(today()), "3/HC-ST", null, CLERK), CLERK);
    }

    PetitionCase order(String what, int days) {
        LocalDate until = LocalDate.parse(today()).plusDays(days);
        return send(new ConsequenceCommand.OrderEnforcement(id, "UBND xã", what, until, HEAD), HEAD);
    }

    PetitionCase report(int order, EnforcementProgress progress) {
        return send(
                new ConsequenceCommand.ReportEnforcement(
                        id, order, progress, LocalDate.parse(today()), "Báo cáo", OFFICER),
                OFFICER);
    }

    /** Where what was decided stands. */
    @Nullable DecisionState decision() {
        Consequences told = Consequences.NONE;
        for (PetitionEvent event : events(PetitionEvent.class).toList()) told = told.after(event);
        return told.state().orElse(null);
    }

    PetitionCase suspend() {
        return send(new CaseCommand.Suspend(id, "FORCE_MAJEURE", "Bão lụt", LocalDate.parse(today()), HEAD), HEAD);
    }

    PetitionCase resume() {
        return send(new CaseCommand.Resume(id, LocalDate.parse(today()), HEAD), HEAD);
    }

    PetitionCase prolong(Complexity complexity, DeadlineRule rule) {
        return send(
                new DenunciationCommand.ProlongSettlement(id, complexity, rule, "Nhiều nơi phải xác minh", HEAD), HEAD);
    }

    PetitionCase bringOn(boolean overdue) {
        Actor superior = new Actor(
                new OfficerId("clerkp"), new UnitId("P"), Set.of(new UnitId("P"), new UnitId("A")), Set.of(Role.CLERK));
        return send(
                new DenunciationCommand.ReceiveOnward(
                        id, overdue, LocalDate.parse(today()), new UnitId("P"), "Không đồng ý", superior),
                superior);
    }

    /** The head above reviews. */
    PetitionCase review(String outcome) {
        Actor head = Actor.of("headp", "P", Role.HEAD);
        Map<String, Object> data = Map.of("decidedOn", today(), "reason", "Đã xem hồ sơ");
        return send(new CompleteTask(id, task("review-onward").task(), outcome, data, head), head);
    }

    PetitionCase askForProtection() {
        return send(
                new DenunciationCommand.RequestProtection(id, LocalDate.parse(today()), false, "Bị đe dọa", CLERK),
                CLERK);
    }

    PetitionId id() {
        return id;
    }

    Instant now() {
        return clock.instant();
    }

    /** Time passes, and what fell due is recorded. */
    PetitionCase days(int days) {
        clock.advance(Duration.ofDays(days));
        sweeper.sweepUntilDone();
        return settle();
    }

    /** The open tasks are these, no more and no less. */
    PetitionCase waitsFor(String... steps) {
        assertThat(open().keySet()).containsExactlyInAnyOrder(steps);
        return this;
    }

    PetitionCase isClosedAs(ClosingGround ground) {
        waitsFor();
        PetitionClosed closed = null;
        for (Recorded event : history()) {
            if (event.payload() instanceof PetitionClosed e) closed = e;
            if (event.payload() instanceof PetitionReopened) closed = null;
        }
        assertThat(closed).isNotNull();
        assertThat(Objects.requireNonNull(closed).ground()).isEqualTo(ground);
        assertThat(events(ProcessStarted.class))
                .hasSameSizeAs(events(ProcessEnded.class).toList());
        return this;
    }

    PetitionCase wentThrough(String... processes) {
        assertThat(events(ProcessStarted.class).map(ProcessStarted::process)).containsExactly(processes);
        return this;
    }

    PetitionCase endedAt(String... ends) {
        assertThat(events(ProcessEnded.class).map(ProcessEnded::end)).containsExactly(ends);
        return this;
    }

    /** Stage words of the deadlines ever set, in order. */
    PetitionCase wasLimitedBy(String... stages) {
        assertThat(events(DeadlineEvent.DeadlineSet.class).map(DeadlineEvent.DeadlineSet::stage))
                .containsExactly(stages);
        return this;
    }

    /** Rows of the table the limits of a stage were taken from, in order. */
    List<String> rulesOf(String stage) {
        return events(DeadlineEvent.DeadlineSet.class)
                .filter(set -> set.stage().equals(stage))
                .map(DeadlineEvent.DeadlineSet::rule)
                .toList();
    }

    <E> Stream<E> events(Class<E> type) {
        return history().stream()
                .map(Recorded::payload)
                .filter(type::isInstance)
                .map(type::cast);
    }

    List<String> names() {
        return history().stream().map(Recorded::name).toList();
    }

    TaskOpened task(String step) {
        return Objects.requireNonNull(open().get(step), "no open task " + step);
    }

    PetitionCase done(String step, String outcome, String... fields) {
        Map<String, Object> data = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) data.put(fields[i], fields[i + 1]);
        return done(step, outcome, data);
    }

    PetitionCase done(String step, String outcome, Map<String, Object> data) {
        TaskOpened task = task(step);
        Actor by =
                switch (task.group()) {
                    case CLERK -> CLERK;
                    case HEAD -> HEAD;
                    default -> OFFICER;
                };
        by = Actor.of(by.id().value(), unit().value(), task.group());
        WhatFollows.Following told = library.following(task.process(), version(task.process()), step, outcome);
        Set<TaskId> before = ids(open());
        send(new CompleteTask(id, task.task(), outcome, data, by), by);
        asTold(told, task, before);
        return this;
    }

    /** Officers are told on the form what follows; a step that comes has to be among it. */
    private void asTold(WhatFollows.Following told, TaskOpened done, Set<TaskId> before) {
        assertThat(told.next()).as("what follows " + done.key()).isNotEmpty();
        if (told.next().stream().anyMatch(next -> next.rest() == WhatFollows.Rest.BACK)) return;
        Stream<String> came = open().values().stream()
                .filter(task -> task.process().equals(done.process()) && !before.contains(task.task()))
                .map(TaskOpened::key);
        assertThat(came)
                .as("came after " + done.key())
                .isSubsetOf(told.next().stream().map(WhatFollows.Next::id).toList());
    }

    private static Set<TaskId> ids(Map<String, TaskOpened> open) {
        return open.values().stream().map(TaskOpened::task).collect(Collectors.toSet());
    }

    private int version(String process) {
        return history().stream()
                .map(Recorded::payload)
                .filter(ProcessStarted.class::isInstance)
                .map(ProcessStarted.class::cast)
                .filter(started -> started.process().equals(process))
                .reduce((first, last) -> last)
                .orElseThrow()
                .version();
    }

    private PetitionCase send(PetitionCommand command, Actor by) {
        commands.send(command, by.id().value());
        return settle();
    }

    private PetitionCase settle() {
        assertThat(progress.awaitSettled(id.value(), LONG)).isTrue();
        assertThat(names()).doesNotContain("incident.opened");
        return this;
    }

    private UnitId unit() {
        return history().stream()
                .map(Recorded::payload)
                .filter(IntakeEvent.PetitionAssigned.class::isInstance)
                .map(event -> ((IntakeEvent.PetitionAssigned) event).unit())
                .reduce(HEAD.unit(), (before, now) -> now);
    }

    Map<String, TaskOpened> open() {
        Map<String, TaskOpened> open = new LinkedHashMap<>();
        for (Recorded event : history()) {
            switch (event.payload()) {
                case TaskOpened e -> assertThat(open.put(e.key(), e)).isNull();
                case TaskEvent.TaskCompleted e ->
                    open.values().removeIf(task -> task.task().equals(e.task()));
                case TaskEvent.TaskCancelled e ->
                    open.values().removeIf(task -> task.task().equals(e.task()));
                default -> {}
            }
        }
        return open;
    }

    private List<Recorded> history() {
        try (Stream<Recorded> events = streams.of(id.value())) {
            return events.toList();
        }
    }

    private Map<String, Object> minutes() {
        return new HashMap<>(Map.of(
                "heldOn", today(),
                "place", "Hội trường",
                "chair", "Trần Văn Minh",
                "participants", "Nguyễn Thị Lan; người khiếu nại",
                "opinions", "Đề nghị tính lại giá",
                "result", "Chưa thống nhất"));
    }

    String today() {
        return DueDate.dayOf(clock.instant()).toString();
    }

    private String code() {
        return id.value().substring(0, 13);
    }

    private IntakeCommand.Content content(@Nullable Kind kind) {
        return content(kind, channel, false);
    }

    private IntakeCommand.Content content(@Nullable Kind kind, Channel channel, boolean anonymous) {
        PersonId lan = new PersonId(UUID.randomUUID().toString());
        Sealed name = Sealed.of(KeyId.person(lan.value()), "Nguyễn Thị Lan");
        return new IntakeCommand.Content(
                kind,
                channel,
                clock.instant(),
                sealed("Thu hồi đất"),
                sealed("Tôi khiếu nại quyết định thu hồi đất."),
                category,
                new UnitId(ward),
                "Thôn 3",
                anonymous,
                false,
                null,
                null,
                List.of(new Point(1, sealed("Hủy quyết định")), new Point(2, sealed("Bồi thường"))),
                anonymous ? List.of() : List.of(new Person(lan, PersonRole.COMPLAINANT, name, null, null, null, null)));
    }

    private Sealed sealed(String text) {
        return Sealed.of(KeyId.petition(id.value()), text);
    }
}
