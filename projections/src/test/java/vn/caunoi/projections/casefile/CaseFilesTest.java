package vn.caunoi.projections.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Bound;
import vn.caunoi.core.petition.AnswerEvent;
import vn.caunoi.core.petition.Awaited;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.DecisionEffect;
import vn.caunoi.core.petition.Finding;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.Participant;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.petition.Waking;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles.Entry;
import vn.caunoi.projections.casefile.CaseFiles.Filter;
import vn.caunoi.projections.casefile.CaseFiles.MyCase;
import vn.caunoi.projections.casefile.CaseFiles.Section;
import vn.caunoi.projections.casefile.CaseFiles.Sort;
import vn.caunoi.projections.casefile.Part.DeadlineState;
import vn.caunoi.projections.casefile.Part.Petitioner;

class CaseFilesTest extends ReadModelsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-18");

    @Autowired
    private CaseFiles files;

    private final Visibility here = Visibility.of(Set.of(unit));

    @Test
    void an_officer_is_responsible_for_the_open_cases_a_reader_sees() {
        OfficerId lan = new OfficerId(unit + "-lan");
        complaint("Một", "Trần Thị Bình").assigned(lan.value());
        complaint("Hai", "Trần Thị Bình").assigned(lan.value()).closed(ClosingGround.STORED, null);
        settle();
        assertThat(files.responsible(List.of(lan, new OfficerId("nobody")), here))
                .containsExactlyEntriesOf(Map.of(lan, 1L));
        assertThat(files.responsible(List.of(lan), Visibility.of(Set.of()))).isEmpty();
    }

    @Test
    void a_complaint_goes_through_its_stages_and_its_file_holds_the_whole() {
        Story story = complaint("Bồi thường", "Trần Thị Bình");
        assertThat(stage(story)).isEqualTo(Stage.RECEIPT);
        assertThat(stage(story.classified(Kind.COMPLAINT))).isEqualTo(Stage.ACCEPTANCE);
        assertThat(stage(story.accepted(DAY))).isEqualTo(Stage.ASSIGNMENT);
        assertThat(stage(story.assigned("officer1"))).isEqualTo(Stage.VERIFICATION);
        assertThat(stage(verified(story, true))).isEqualTo(Stage.DIALOGUE);
        story.tell(
                new RoundEvent.DialogueConvened(story.id, clock.instant(), story.text("office"), story.text("talk")));
        story.tell(new RoundEvent.DialogueHeld(
                story.id,
                DAY,
                story.text("office"),
                story.text("chair"),
                List.of(),
                story.text("each said"),
                story.text("agreed")));
        assertThat(stage(story)).isEqualTo(Stage.RESOLUTION);
        story.tell(drafted(story)).tell(new RoundEvent.ResolutionApproved(story.id, 1, new OfficerId("head1")));
        story.tell(new RoundEvent.ResolutionIssued(story.id, "12/QĐ", DAY, Conclusion.RIGHT));
        assertThat(stage(story)).isEqualTo(Stage.PUBLICATION);
        story.tell(new RoundEvent.ResolutionSent(story.id, DAY, story.text("all")));
        story.tell(new RoundEvent.PetitionPublished(story.id, DAY, "MEETING", null));
        story.closed(ClosingGround.SETTLED, true);

        CaseFile file = file(story);
        assertThat(file.status()).isEqualTo(Status.CLOSED);
        assertThat(file.stage()).isEqualTo(Stage.CLOSED);
        assertThat(file.points().getFirst().result()).isEqualTo(Conclusion.PARTLY_RIGHT);
        assertThat(file.dialogue().result()).isEqualTo("agreed");
        assertThat(file.resolution().number()).isEqualTo("12/QĐ");
        assertThat(file.resolution().approvedBy()).isEqualTo(new OfficerId("head1"));
        assertThat(file.closing().onTime()).isTrue();
        assertThat(file.petitioners()).extracting(Petitioner::fullName).containsExactly("Trần Thị Bình");
        assertThat(file.formContext(DAY).days())
                .containsEntry(Bound.ACCEPTED, DAY)
                .containsKey(Bound.VERIFIED);
        assertThat(file.formContext(DAY).points()).containsExactly(1);
    }

    @Test
    void a_kind_without_acceptance_is_being_answered() {
        assertThat(stage(complaint("s", "n").classified(Kind.FEEDBACK))).isEqualTo(Stage.ANSWERING);
    }

    @Test
    void feedback_is_answered_published_and_answered_anew_when_it_was_returned() {
        Story story = complaint("Đèn đường", "Trần Thị Bình").classified(Kind.FEEDBACK);
        assertThat(stage(story.accepted(DAY).assigned("officer1"))).isEqualTo(Stage.ANSWERING);
        OfficerId head = new OfficerId("head1");
        story.tell(new AnswerEvent.ProgressReported(story.id, story.text("waiting"), DAY.plusDays(7), head));
        story.tell(new AnswerEvent.AnswerDrafted(story.id, 1, story.text("soon"), head));
        story.tell(new AnswerEvent.AnswerReturned(story.id, 1, story.text("when?"), head));
        assertThat(answering(story).answer())
                .extracting(Answering.Answer::returned)
                .isEqualTo("when?");
        story.tell(new AnswerEvent.AnswerDrafted(story.id, 2, story.text("on Monday"), head));
        story.tell(new AnswerEvent.AnswerApproved(story.id, 2, head));
        story.tell(new AnswerEvent.AnswerSent(story.id, DAY, "15/UBND"));
        story.tell(new AnswerEvent.AnswerPublished(
                story.id, DAY, "WEBSITE", null, story.text("a lamp"), story.text("is mended")));
        assertThat(answering(story).sent()).isEqualTo(new Answering.Sent(DAY, "15/UBND"));
        assertThat(answering(story).published())
                .isEqualTo(new Answering.Published(DAY, "WEBSITE", null, "a lamp", "is mended"));
        assertThat(file(story).mayReturnAnswer()).isTrue();

        var undone = Set.of(Milestone.DRAFTED, Milestone.APPROVED, Milestone.ANSWERED, Milestone.PUBLISHED);
        story.tell(new AnswerEvent.AnswerUnsuitable(story.id, true, undone, story.text("another lamp")));
        assertThat(answering(story)).satisfies(now -> {
            assertThat(now.answer()).isNull();
            assertThat(now.sent()).isNull();
            assertThat(now.published()).isNull();
            assertThat(now.news()).extracting(Answering.News::text).containsExactly("waiting");
            assertThat(now.unsuitable())
                    .extracting(Answering.Unsuitable::answer, Answering.Unsuitable::reason)
                    .containsExactly(tuple("on Monday", "another lamp"));
        });
        assertThat(file(story).mayReturnAnswer()).isFalse();
    }

    @Test
    void a_task_with_a_stage_has_the_last_word() {
        Story story = complaint("s", "n").classified(Kind.COMPLAINT);
        story.opened("await", unit, Role.CLERK, Stage.RECEIPT, null, null);
        assertThat(stage(story)).isEqualTo(Stage.RECEIPT);
    }

    @Test
    void what_no_longer_stands_is_not_in_the_file() {
        Story story = complaint("s", "n").accepted(DAY);
        verified(story, false);
        story.tell(drafted(story));
        story.tell(new CaseEvent.PetitionSentBack(
                story.id,
                "complaint",
                "verify",
                Stage.RESOLUTION,
                Stage.VERIFICATION,
                Set.of(Milestone.VERIFIED, Milestone.DRAFTED),
                story.text("incomplete")));
        CaseFile file = file(story);
        assertThat(file.stage()).isEqualTo(Stage.VERIFICATION);
        assertThat(file.verification()).isNull();
        assertThat(file.resolution()).isNull();
        assertThat(file.points().getFirst().finding()).isNull();
        assertThat(file.acceptance()).isNotNull();
    }

    @Test
    void a_reopened_case_keeps_its_first_result() {
        Story story = complaint("s", "n").accepted(DAY).closed(ClosingGround.SETTLED, true);
        story.tell(new CaseEvent.PetitionReopened(
                story.id,
                vn.caunoi.core.petition.ReopenGround.NEW_EVIDENCE,
                Set.of(Milestone.CLOSED),
                story.text("found")));
        assertThat(file(story).status()).isEqualTo(Status.OPEN);
        story.closed(ClosingGround.SETTLED, false);
        assertThat(file(story).closing().onTime()).isTrue();
    }

    @Test
    void deadlines_are_open_then_missed_then_met_late_and_a_new_one_replaces_the_old() {
        Story story = complaint("s", "n").deadline("process", in(1)).deadline("process", in(2));
        assertThat(file(story).deadlines())
                .extracting(Deadline::state)
                .containsExactly(DeadlineState.DROPPED, DeadlineState.OPEN);
        assertThat(file(story).overdue(in(1))).isFalse();
        assertThat(file(story).overdue(in(3))).isTrue();
        story.tell(new vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed(story.id, "process", in(2)));
        assertThat(file(story).deadlines().getLast().state()).isEqualTo(DeadlineState.MISSED);
        story.met("process", true);
        assertThat(file(story).deadlines().getLast().late()).isTrue();
        assertThat(file(story).nextDue()).isNull();
    }

    @Test
    void a_case_outside_of_what_one_covers_is_not_there() {
        Story story = complaint("s", "n");
        settle();
        Visibility elsewhere = Visibility.of(Set.of(new UnitId("elsewhere")));
        assertThat(files.byId(story.id, elsewhere)).isEmpty();
        assertThat(files.byCode(story.code, elsewhere)).isEmpty();
        assertThat(files.asOf(story.id, clock.instant(), elsewhere)).isEmpty();
        assertThat(files.history(story.id, elsewhere)).isEmpty();
        assertThat(files.search(filter(null), elsewhere, Sort.NEWEST, null, 10).items())
                .isEmpty();
        assertThat(files.byId(story.id, Visibility.of(Actor.of("d", unit.value(), Role.DESIGNER))))
                .isEmpty();
        assertThat(files.byId(story.id, Visibility.of(Actor.of("i", "P", Role.INSPECTOR))))
                .isPresent();
    }

    @Test
    void an_inspector_does_not_see_who_asked_to_be_kept_confidential() {
        Story story = story().received(Kind.COMPLAINT, "s", "Lê Văn Kín", true, clock.instant());
        settle();
        Visibility inspector = Visibility.of(Actor.of("i", "P", Role.INSPECTOR));
        assertThat(files.byId(story.id, inspector).orElseThrow().petitioners())
                .extracting(Petitioner::fullName)
                .containsExactly(Petitioner.HIDDEN);
        assertThat(files.history(story.id, inspector).orElseThrow().toString()).doesNotContain("Kín");
        assertThat(files.history(story.id, here).orElseThrow().toString()).contains("Lê Văn Kín");
        Visibility all = new Visibility(false, Set.of(unit), false);
        assertThat(files.search(filter("kin"), all, Sort.NEWEST, null, 10).items())
                .isEmpty();
        assertThat(files.search(filter("kin"), here, Sort.NEWEST, null, 10).items())
                .hasSize(1);
    }

    @Test
    void an_inspector_does_not_see_them_in_minutes_and_addresses_either() {
        Story story = story().received(Kind.COMPLAINT, "s", "Lê Văn Kín", true, clock.instant());
        story.tell(
                new RoundEvent.DialogueConvened(story.id, clock.instant(), story.text("office"), story.text("talk")));
        Participant kin =
                new Participant(story.text("Lê Văn Kín"), story.text(""), null, Participant.Signature.SIGNED, null);
        story.tell(new RoundEvent.DialogueHeld(
                story.id,
                DAY,
                story.text("office"),
                story.text("chair"),
                List.of(kin),
                story.text("o"),
                story.text("r")));
        story.tell(drafted(story));
        story.tell(new RoundEvent.ResolutionSent(story.id, DAY, story.text("Lê Văn Kín")));
        settle();
        Visibility inspector = Visibility.of(Actor.of("i", "P", Role.INSPECTOR));
        assertThat(files.byId(story.id, inspector).orElseThrow().toString()).doesNotContain("Kín");
        assertThat(files.asOf(story.id, clock.instant(), inspector)
                        .orElseThrow()
                        .toString())
                .doesNotContain("Kín");
        assertThat(files.history(story.id, inspector).orElseThrow().toString()).doesNotContain("Kín");
        assertThat(files.byId(story.id, here).orElseThrow().resolution().recipients())
                .isEqualTo("Lê Văn Kín");
    }

    @Test
    void the_history_of_a_denunciation_does_not_tell_why_it_was_suspended() {
        Story story = story().received(Kind.DENUNCIATION, "s", "n", false, clock.instant());
        story.tell(new CaseEvent.PetitionSuspended(story.id, story.text("waits for the police"), story.text("r"), DAY));
        settle();
        assertThat(files.history(story.id, here).orElseThrow().toString()).doesNotContain("police");
    }

    @Test
    void a_code_is_found_however_it_is_written() {
        Story story = complaint("s", "n");
        settle();
        assertThat(files.byCode(story.code.toLowerCase(java.util.Locale.ROOT) + "-", here))
                .isPresent();
        assertThat(files.pinHash(story.code)).contains("hash");
    }

    @Test
    void the_file_as_of_a_moment_holds_what_was_recorded_by_then() {
        Story story = complaint("s", "n");
        Instant before = clock.instant();
        story.wait(Duration.ofHours(1)).classified(Kind.COMPLAINT);
        Instant classified = clock.instant();
        story.wait(Duration.ofHours(1)).accepted(DAY);
        settle();
        assertThat(files.asOf(story.id, before, here).orElseThrow().stage()).isEqualTo(Stage.RECEIPT);
        assertThat(files.asOf(story.id, classified, here).orElseThrow().stage()).isEqualTo(Stage.ACCEPTANCE);
        assertThat(files.asOf(story.id, before.minusSeconds(1), here)).isEmpty();
        assertThat(files.asOf(story.id, clock.instant(), here)).contains(file(story));
    }

    @Test
    void the_history_tells_everything_in_clear_and_in_order() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        Story story = story().received(Kind.COMPLAINT, "Đất đai", "An", false, yesterday);
        story.opened("classify", Role.OFFICER, null, null)
                .completed("classify", "officer1")
                .classified(Kind.COMPLAINT);
        settle();
        List<HistoryItem> history = files.history(story.id, here).orElseThrow();
        assertThat(history)
                .extracting(HistoryItem::type)
                .containsExactly("petition.received", "task.opened", "task.completed", "petition.classified");
        assertThat(history).extracting(HistoryItem::seq).containsExactly(0L, 1L, 2L, 3L);
        assertThat(history.get(0).occurredAt()).isEqualTo(yesterday);
        assertThat(history.get(0).data()).containsEntry("subject", "Đất đai").doesNotContainKey("pinHash");
        assertThat(history.get(1).data()).containsEntry("form", "classify");
        assertThat(history.get(2).occurredAt()).isNull();
        assertThat(history.get(2).by()).isEqualTo("officer1");
        assertThat(history.get(2).data())
                .containsEntry("task", story.task("classify").value())
                .containsEntry("data", Map.of("reason", "a good reason"));
    }

    @Test
    void a_case_is_found_by_code_subject_and_name_with_and_without_marks() {
        Story story = complaint("Thu hồi đất ở ngõ Đường Láng", "Nguyễn Thị Hằng");
        complaint("Tiếng ồn", "Phạm Văn Đức");
        settle();
        for (String typed : List.of(
                "nguyen thi hang",
                "Hằng",
                "duong lang",
                "ĐƯỜNG LÁNG",
                "hang thu hoi",
                story.code,
                story.code.toLowerCase(),
                Normalizer.normalize("Hằng", Normalizer.Form.NFD))) {
            assertThat(search(filter(typed))).as(typed).containsExactly(story.code);
        }
        assertThat(search(filter("100%"))).isEmpty();
        assertThat(search(filter("hang duc"))).isEmpty();
    }

    @Test
    void a_denunciation_shows_code_stage_and_dates_only() {
        Story story = complaint("Tố cáo cán bộ", "Người Tố Cáo").classified(Kind.DENUNCIATION);
        story.deadline("accept", in(7))
                .opened("answer", Role.OFFICER, null, in(7))
                .escalated(1);
        story.tell(new CaseEvent.NoteAdded(story.id, story.text("a secret note")));
        settle();
        CaseFile file = file(story);
        assertThat(file.code()).isEqualTo(story.code);
        assertThat(file.deadlines()).hasSize(1);
        assertThat(file.toString()).doesNotContain("Tố", "secret", "demand", "village", "content=content");
        assertThat(files.history(story.id, here).orElseThrow().toString()).doesNotContain("Tố", "secret", "demand");
        assertThat(files.asOf(story.id, clock.instant(), here).orElseThrow().subject())
                .isNull();
        assertThat(search(filter("to cao"))).isEmpty();
        assertThat(search(filter(story.code))).containsExactly(story.code);
        assertThat(jdbc.queryForObject(
                        "select f::text || keys::text from views.case_file f join views.found_by on petition = id where id = ?",
                        String.class,
                        story.id.value()))
                .doesNotContain("Tố", "to cao", "secret", "village", "land");
    }

    @Test
    void a_past_view_of_what_became_a_denunciation_shows_no_more() {
        Story story = complaint("Tố cáo cán bộ", "Người Tố Cáo");
        Instant before = clock.instant();
        story.wait(Duration.ofHours(1)).reclassified(Kind.COMPLAINT, Kind.DENUNCIATION);
        settle();
        assertThat(files.asOf(story.id, before, here).orElseThrow().toString()).doesNotContain("Tố");
    }

    @Test
    void what_was_no_denunciation_after_all_is_told_anew() {
        Story story = complaint("Đất đai", "An").classified(Kind.DENUNCIATION);
        settle();
        story.reclassified(Kind.DENUNCIATION, Kind.COMPLAINT);
        settle();
        assertThat(file(story).subject()).isEqualTo("Đất đai");
        assertThat(search(filter("dat dai"))).containsExactly(story.code);
    }

    @Test
    void cases_are_filtered_and_counted() {
        Story late =
                complaint("s", "n").deadline("settle_1", in(1)).escalated(1).assigned("officer-" + unit);
        Story waiting = complaint("s", "n").opened("await-supplement", Role.CLERK, null, null);
        Story closed = complaint("s", "n").deadline("settle_1", in(1)).closed(ClosingGround.SETTLED, true);
        settle();
        clock.advance(Duration.ofDays(2));
        assertThat(search(only(f -> f.overdue = true))).containsExactly(late.code);
        assertThat(search(only(f -> f.escalated = true))).containsExactly(late.code);
        assertThat(search(only(f -> f.waiting = "citizen"))).containsExactly(waiting.code);
        assertThat(search(only(f -> f.stage = Stage.CLOSED))).containsExactly(closed.code);
        assertThat(search(only(f -> f.assignee = new OfficerId("officer-" + unit))))
                .containsExactly(late.code);
        assertThat(search(only(f -> f.kind = Kind.PROPOSAL))).isEmpty();
        assertThat(search(only(f -> f.unit = new UnitId("elsewhere")))).isEmpty();
        assertThat(search(only(f -> f.from = today().plusDays(1)))).isEmpty();
        assertThat(search(only(f -> f.to = today()))).hasSize(3);
        assertThat(files.count(Filter.ALL, here)).isEqualTo(3);
    }

    @Test
    void pages_of_each_order_hold_every_case_once() {
        for (int n = 0; n < 5; n++)
            complaint("s", "n").deadline("process", in(9 - n)).wait(Duration.ofMinutes(1));
        complaint("s", "n");
        settle();
        for (Sort sort : Sort.values()) {
            List<String> all = codes(files.search(Filter.ALL, here, sort, null, 50));
            Page<Entry> first = files.search(Filter.ALL, here, sort, null, 4);
            Page<Entry> second = files.search(Filter.ALL, here, sort, first.next(), 4);
            assertThat(codes(first)).isEqualTo(all.subList(0, 4));
            assertThat(codes(second)).isEqualTo(all.subList(4, 6));
            assertThat(second.next()).isNull();
        }
    }

    @Test
    void my_cases_are_to_do_waiting_for_somebody_or_done() {
        OfficerId me = new OfficerId("me-" + unit);
        Story toDo = complaint("s", "n").opened("a", Role.OFFICER, me.value(), in(3));
        Story waiting =
                complaint("s", "n").opened("a", Role.OFFICER, me.value(), in(3)).completed("a", me.value());
        Instant due = in(5);
        waiting.opened("approve", Role.HEAD, null, due).wait(Duration.ofMinutes(1));
        Story assigned = complaint("s", "n").assigned(me.value());
        Story done = complaint("s", "n").assigned(me.value()).closed(ClosingGround.SETTLED, true);
        settle();
        assertThat(mine(me, Section.TO_DO))
                .extracting(mine -> mine.petition().code())
                .containsExactly(toDo.code);
        assertThat(mine(me, Section.WAITING))
                .extracting(mine -> mine.petition().code())
                .containsExactly(waiting.code, assigned.code);
        MyCase first = mine(me, Section.WAITING).getFirst();
        assertThat(first.waitingFor()).isEqualTo(Role.HEAD);
        assertThat(first.due()).isEqualTo(due);
        assertThat(mine(me, Section.DONE))
                .extracting(mine -> mine.petition().code())
                .containsExactly(done.code);
        assigned.assigned("somebody-else");
        settle();
        assertThat(mine(me, Section.WAITING)).hasSize(1);
    }

    @Test
    void what_sleeps_until_a_day_or_waits_to_be_taken_by_me_is_coming_what_waits_for_an_answer_is_waiting() {
        OfficerId me = new OfficerId("me-" + unit);
        Story day = complaint("s", "n").opened("a", Role.OFFICER, me.value(), in(9));
        day.asleep("a", me.value(), in(3), null).wait(Duration.ofMinutes(1));
        Story offered = complaint("s", "n").assigned(me.value());
        offered.opened("a", Role.OFFICER, null, in(2)).wait(Duration.ofMinutes(1));
        Story answer = complaint("s", "n").opened("a", Role.OFFICER, me.value(), in(9));
        answer.asleep("a", me.value(), in(5), Awaited.SUPPLEMENT);
        settle();
        Visibility sight = Visibility.of(Actor.of(me.value(), unit.value(), Role.OFFICER));
        assertThat(files.mine(me, Section.COMING, sight, null, 50).items())
                .extracting(mine -> mine.petition().code())
                .containsExactly(day.code, offered.code);
        MyCase waiting =
                files.mine(me, Section.WAITING, sight, null, 50).items().getFirst();
        assertThat(waiting.petition().code()).isEqualTo(answer.code);
        assertThat(waiting.plan().awaited()).isEqualTo(Awaited.SUPPLEMENT);
        assertThat(files.myCounts(me, sight)).isEqualTo(new CaseFiles.MyCounts(0, 1, 2, 0));
        day.woken("a", Waking.DATE);
        settle();
        assertThat(files.myCounts(me, sight)).isEqualTo(new CaseFiles.MyCounts(1, 1, 1, 0));
    }

    @Test
    void my_cases_come_in_pages_in_the_order_asked_for_and_the_last_received_of_what_is_done_first() {
        OfficerId me = new OfficerId("me-" + unit);
        List<Story> done = new ArrayList<>();
        for (int n = 0; n < 3; n++)
            done.add(complaint("s", "n")
                    .assigned(me.value())
                    .closed(ClosingGround.SETTLED, true)
                    .wait(Duration.ofMinutes(1)));
        Story later = complaint("s", "n").assigned(me.value()).deadline("process", in(9));
        later.wait(Duration.ofMinutes(1));
        Story sooner = complaint("s", "n").assigned(me.value()).deadline("process", in(2));
        settle();
        var first = files.mine(me, Section.DONE, here, null, 2);
        var second = files.mine(me, Section.DONE, here, first.next(), 2);
        assertThat(first.items())
                .extracting(mine -> mine.petition().code())
                .containsExactly(done.get(2).code, done.get(1).code);
        assertThat(second.items()).extracting(mine -> mine.petition().code()).containsExactly(done.get(0).code);
        for (var order : CaseFiles.MyOrder.values()) {
            var one = files.mine(me, Section.WAITING, order, here, null, 1);
            var two = files.mine(me, Section.WAITING, order, here, one.next(), 1);
            var codes = List.of(
                    one.items().getFirst().petition().code(),
                    two.items().getFirst().petition().code());
            assertThat(codes)
                    .isEqualTo(
                            order == CaseFiles.MyOrder.DUE
                                    ? List.of(sooner.code, later.code)
                                    : List.of(later.code, sooner.code));
        }
    }

    private static final class Draft {
        @Nullable Stage stage;

        @Nullable Kind kind;

        @Nullable UnitId unit;

        @Nullable OfficerId assignee;

        @Nullable String waiting;

        @Nullable Boolean overdue;

        @Nullable Boolean escalated;

        @Nullable LocalDate from;

        @Nullable LocalDate to;
    }

    private static Filter only(java.util.function.Consumer<Draft> change) {
        Draft d = new Draft();
        change.accept(d);
        return new Filter(
                d.stage,
                d.kind,
                null,
                d.unit,
                d.assignee,
                null,
                null,
                null,
                d.waiting,
                d.overdue,
                d.escalated,
                d.from,
                d.to,
                null);
    }

    private static Filter filter(@Nullable String q) {
        return new Filter(null, null, null, null, null, null, null, null, null, null, null, null, null, q);
    }

    private List<String> search(Filter filter) {
        return codes(files.search(filter, here, Sort.NEWEST, null, 50));
    }

    private static List<String> codes(Page<Entry> page) {
        return page.items().stream().map(Entry::code).toList();
    }

    private List<MyCase> mine(OfficerId me, Section section) {
        return files.mine(me, section, here, null, 50).items();
    }

    private Story complaint(String subject, String name) {
        return story().received(Kind.COMPLAINT, subject, name);
    }

    private Answering answering(Story story) {
        return Objects.requireNonNull(file(story).answering());
    }

    private static Story verified(Story story, boolean differs) {
        Finding finding = new Finding(1, story.text("found"), Conclusion.PARTLY_RIGHT);
        return story.tell(new RoundEvent.PetitionVerified(story.id, story.text("report"), List.of(finding), differs));
    }

    private static RoundEvent drafted(Story story) {
        return new RoundEvent.ResolutionDrafted(
                story.id,
                1,
                Conclusion.RIGHT,
                DecisionEffect.AMEND,
                story.text("text"),
                story.text("law"),
                null,
                new OfficerId("officer1"));
    }

    private Stage stage(Story story) {
        return file(story).stage();
    }

    private CaseFile file(Story story) {
        settle();
        return files.byId(story.id, here).orElseThrow();
    }

    private Instant in(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }
}
