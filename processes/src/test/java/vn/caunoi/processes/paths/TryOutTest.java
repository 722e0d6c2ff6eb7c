package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.IntakeCommand;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionOnTrial.Fact;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.TaskCommand.CompleteTask;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.core.table.TableName;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.processes.driver.TryOut;
import vn.caunoi.processes.studio.Examples;
import vn.caunoi.processes.studio.Trying;

/** A made-up case is played through a draft by the same rules as any, and leaves no trace. */
class TryOutTest extends Paths {

    @Autowired
    private Trying trying;

    @Autowired
    private JdbcClient jdbc;

    private TryOut out;
    private ProposedRules proposed = ProposedRules.NONE;

    @Test
    void a_complaint_is_played_to_its_end_in_every_role_and_nothing_is_written() {
        begin(shipped("complaint").replace("Xác minh nội dung", "Xác minh tại chỗ"), Kind.COMPLAINT);
        String before = written();
        done("triage", "classified", Map.of("kind", "COMPLAINT"));
        done("decide-acceptance", "accept", Map.of("acceptedOn", today()));
        done("assign", "assigned", Map.of("officer", "officer1"));
        assertThat(out.state().work()).singleElement().satisfies(work -> {
            assertThat(work.name()).isEqualTo("Xác minh tại chỗ");
            assertThat(work.holder()).isEqualTo(PetitionCase.OFFICER.id());
        });
        done("verify", "verified", Map.of("report", "R", "finding_1", "F", "result_1", "RIGHT"));
        done(
                "draft-resolution",
                "drafted",
                Map.of("conclusion", "RIGHT", "effect", "ANNUL", "text", "QĐ", "legalBasis", "LKN"));
        done("approve-resolution", "return", Map.of("reasons", "Nêu rõ căn cứ"));
        done(
                "draft-resolution",
                "drafted",
                Map.of("conclusion", "RIGHT", "effect", "ANNUL", "text", "QĐ", "legalBasis", "LKN"));
        done("approve-resolution", "approve", Map.of());
        done("issue-resolution", "issued", Map.of("number", "1/QĐ", "issuedOn", today()));
        done("send-resolution", "sent", Map.of("sentOn", today(), "recipients", "A"));
        done("publish", "published", Map.of("way", "WEBSITE", "publishedOn", today()));
        done("close", "close", Map.of());
        assertThat(facts(CaseEvent.PetitionClosed.class)).isEqualTo(1);
        assertThat(facts(DeadlineEvent.DeadlineSet.class)).isGreaterThan(3);
        assertThat(out.state().work()).isEmpty();
        assertThat(out.state().steps()).contains(new TryOut.Place("complaint", "settled"));
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void limits_that_come_with_the_draft_are_tried_with_it() {
        LocalDate day = LocalDate.of(2026, 11, 1);
        proposed = new ProposedRules(
                List.of(new AmendedRule("D04", 2, Limit.calendarDays(3), true, "Thử", "M?", day, null)), Map.of());
        begin(shipped("complaint"), Kind.COMPLAINT);
        done("triage", "classified", Map.of("kind", "COMPLAINT"));
        assertThat(out.state().facts().stream()
                        .map(Fact::event)
                        .filter(DeadlineEvent.DeadlineSet.class::isInstance)
                        .map(DeadlineEvent.DeadlineSet.class::cast)
                        .filter(set -> set.stage().equals("accept_1")))
                .singleElement()
                .satisfies(set -> assertThat(set.limit()).isEqualTo(Limit.calendarDays(3)));
    }

    @Test
    void a_routing_table_that_comes_with_the_draft_is_tried_with_it() throws IOException {
        routed("elsewhere", "R");
        String row = """
                <rule id="R1"><inputEntry id="r1"><text>-</text></inputEntry><inputEntry id="r2"><text>"land"</text></inputEntry>
                <inputEntry id="r3"><text>-</text></inputEntry><inputEntry id="r4"><text>-</text></inputEntry>
                <inputEntry id="r5"><text>-</text></inputEntry><inputEntry id="r6"><text>-</text></inputEntry>
                <outputEntry id="r7"><text>"R1"</text></outputEntry><outputEntry id="r8"><text>"R"</text></outputEntry>
                <outputEntry id="r9"><text>"QĐ 12"</text></outputEntry><outputEntry id="r10"><text>"S"</text></outputEntry></rule>
                </decisionTable>""";
        try (InputStream shipped = TryOutTest.class.getResourceAsStream("/models/routing.dmn")) {
            String table = new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
            proposed = new ProposedRules(List.of(), Map.of(TableName.ROUTING, table.replace("</decisionTable>", row)));
        }
        begin(shipped("complaint"), Kind.COMPLAINT);
        done("triage", "classified", Map.of("kind", "COMPLAINT"));
        assertThat(out.state().facts().stream()
                        .map(Fact::event)
                        .filter(IntakeEvent.PetitionAssigned.class::isInstance)
                        .map(IntakeEvent.PetitionAssigned.class::cast))
                .anySatisfy(given -> {
                    assertThat(given.unit()).isEqualTo(new UnitId("R"));
                    assertThat(given.route()).startsWith("R1 routing@");
                });
    }

    @Test
    void time_passes_and_what_falls_due_happens() {
        begin(shipped("complaint"), Kind.COMPLAINT);
        done("triage", "classified", Map.of("kind", "COMPLAINT"));
        assertThat(out.untilNext()).isTrue();
        assertThat(out.until(out.state().now().plus(Duration.ofDays(30)))).isTrue();
        assertThat(facts(DeadlineEvent.DeadlineMissed.class)).isPositive();
        assertThat(facts(FlowEvent.NoticeRequested.class)).isPositive();
        assertThat(out.state().due()).isNotEmpty();
    }

    @Test
    void a_timer_of_the_diagram_fires_and_the_last_step_can_be_taken_back() {
        String timed = Examples.xml("two-approvals").orElseThrow().replace("<bpmn:userTask id=\"first-approval\"", """
                        <bpmn:boundaryEvent id="too-late" name="Quá lâu" attachedToRef="first-approval">
                          <bpmn:outgoing>late-to-second</bpmn:outgoing>
                          <bpmn:timerEventDefinition id="too-late-timer"><bpmn:timeDuration>P5D</bpmn:timeDuration></bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        <bpmn:sequenceFlow id="late-to-second" sourceRef="too-late" targetRef="second-approval" />
                        <bpmn:userTask id="first-approval\"""");
        begin(timed, Kind.FEEDBACK);
        done("triage", "classified", Map.of("kind", "FEEDBACK"));
        out.order(List.of(new CaseCommand.Reassign(
                out.petition(), new UnitId("A"), PetitionCase.OFFICER.id(), "Giao việc", PetitionCase.HEAD)));
        done("draft-answer", "drafted", Map.of("answer", "Đã sửa"));
        assertThat(out.state().timers()).containsExactly(new TryOut.Place("feedback", "too-late"));
        assertThat(out.until(out.state().now().plus(Duration.ofDays(6)))).isTrue();
        assertThat(facts(FlowEvent.TimerFired.class)).isEqualTo(1);
        assertThat(keys()).containsExactly("second-approval");
        out.back();
        assertThat(keys()).containsExactly("first-approval");
        assertThat(facts(FlowEvent.TimerFired.class)).isZero();
        out.again();
        assertThat(keys()).containsExactly("classify");
        assertThat(out.hasBefore()).isFalse();
    }

    @Test
    void what_comes_from_outside_is_taken_where_the_diagram_waits_for_it() {
        begin(shipped("complaint"), Kind.COMPLAINT);
        done("triage", "classified", Map.of("kind", "COMPLAINT"));
        done("decide-acceptance", "accept", Map.of("acceptedOn", today()));
        assertThat(out.state().awaited()).contains("petition.withdrawn", "petition.reclassified");
        out.order(List.of(new CaseCommand.Withdraw(out.petition(), List.of(), null, "Thôi", PetitionCase.CLERK)));
        assertThat(keys()).containsExactly("terminate");
    }

    @Test
    void what_the_law_refuses_is_refused_here_too_and_nothing_has_happened() {
        begin(shipped("complaint"), Kind.COMPLAINT);
        int before = out.state().facts().size();
        assertThatThrownBy(() -> out.order(List.of(new CaseCommand.Resume(
                        out.petition(), DueDate.dayOf(out.state().now()), PetitionCase.HEAD))))
                .isInstanceOf(Refusal.class);
        assertThat(out.state().facts()).hasSize(before);
        done("triage", "classified", Map.of("kind", "COMPLAINT"));
    }

    @Test
    void a_process_that_cannot_go_on_says_why() {
        begin(shipped("complaint").replaceFirst(">RECEIVED<", ">ISSUED<"), Kind.COMPLAINT);
        done("triage", "classified", Map.of("kind", "COMPLAINT"));
        assertThat(out.state().stuck()).isEqualTo("The petition is not ISSUED yet");
        out.back();
        assertThat(out.state().stuck()).isNull();
        assertThat(keys()).containsExactly("classify");
    }

    @Test
    void a_draft_that_could_run_code_is_not_tried() {
        String bad = shipped("complaint").replaceFirst("camunda:topic=\"set-deadline\"", "camunda:class=\"x.Y\"");
        assertThat(trying.begin(bytes(bad), Kind.COMPLAINT, ProposedRules.NONE)).isInstanceOf(Trying.Refused.class);
        String unlawful = shipped("complaint")
                .replace("sourceRef=\"publish\" targetRef=\"close\"", "sourceRef=\"publish\" targetRef=\"settled\"")
                .replace("sourceRef=\"close\" targetRef=\"settled\"", "sourceRef=\"close\" targetRef=\"settled\"");
        assertThat(Trying.kinds(bytes(unlawful))).containsExactly(Kind.COMPLAINT);
    }

    private void begin(String xml, Kind kind) {
        Trying.Outcome outcome = trying.begin(bytes(xml), kind, proposed);
        assertThat(outcome).isInstanceOf(Trying.Begun.class);
        out = ((Trying.Begun) outcome).out();
        PersonId person = new PersonId(UUID.randomUUID().toString());
        var content = new IntakeCommand.Content(
                null,
                Channel.DESK,
                out.state().now(),
                sealed("Thu hồi đất"),
                sealed("Tôi khiếu nại."),
                "land",
                new UnitId("A"),
                "Thôn Mẫu",
                false,
                false,
                null,
                null,
                List.of(new Point(1, sealed("Hủy quyết định"))),
                List.of(new Person(
                        person,
                        PersonRole.COMPLAINANT,
                        Sealed.of(KeyId.person(person.value()), "Nguyễn Văn Mẫu"),
                        null,
                        null,
                        null,
                        null)));
        out.order(List.of(new IntakeCommand.HandIn(out.petition(), "0000-0000-0000", "none", content)));
    }

    private void done(String form, String outcome, Map<String, Object> data) {
        TryOut.Work work = out.state().work().stream()
                .filter(one -> one.form().id().equals(form))
                .findFirst()
                .orElseThrow(() -> new AssertionError(form + " is not open: "
                        + out.state().work() + out.state().stuck()));
        Actor by = Actor.of(
                work.holder() == null
                        ? work.group().group() + "1"
                        : work.holder().value(),
                "A",
                work.group());
        out.order(List.of(new CompleteTask(out.petition(), work.task(), outcome, data, by)));
    }

    private List<String> keys() {
        return out.state().work().stream().map(TryOut.Work::key).toList();
    }

    private long facts(Class<?> type) {
        return out.state().facts().stream()
                .map(Fact::event)
                .filter(type::isInstance)
                .count();
    }

    private Sealed sealed(String text) {
        return Sealed.of(KeyId.petition(out.petition().value()), text);
    }

    private String today() {
        return DueDate.dayOf(out.state().now()).toString();
    }

    /** How many rows there are, of whatever is ever written. */
    private String written() {
        return jdbc.sql("""
                        select (select count(*) from ledger.event) || ' ' || (select count(*) from engine.running) || ' '
                          || (select count(*) from engine.place) || ' ' || (select count(*) from engine.due) || ' '
                          || (select count(*) from engine.instance) || ' ' || (select count(*) from engine.deployed) || ' '
                          || (select count(*) from engine.act_ge_bytearray)""").query(String.class).single();
    }

    private static String shipped(String key) {
        try (InputStream in = Objects.requireNonNull(Trying.class.getResourceAsStream("/models/" + key + ".bpmn"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
