package vn.caunoi.api.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.letter.FormsInForce;
import vn.caunoi.api.testing.ApiProgram;
import vn.caunoi.api.testing.CalledApi;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.timekeeping.TimeChange;
import vn.caunoi.core.timekeeping.Timekeeper;
import vn.caunoi.core.timekeeping.TimekeepingCommand;
import vn.caunoi.processes.studio.LadderBook;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.Problem;
import vn.caunoi.processes.studio.RoutingBook;
import vn.caunoi.processes.studio.RuleBook;
import vn.caunoi.processes.studio.TableBook;
import vn.caunoi.processes.studio.Told;

/** A change of a process with its limits, letters and words for citizens is published, and taken back, as one. */
@SpringBootTest(
        classes = ApiProgram.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"caunoi.demo=true", "server.address=127.0.0.1", "caunoi.messages.every=PT0S"})
class ChangePackageTest extends CalledApi {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String INTAKE = "petition-intake";
    private static final String LETTER = "acceptance";
    private static final String FEEDBACK = """
            {'kind': 'FEEDBACK', 'channel': 'PORTAL', 'subject': 'Đèn đường hỏng', 'content': 'Đèn hỏng.',
             'petitioners': [{'fullName': 'Trần Thị Hoa'}]}""";

    private static final String LOOKING = """
            <bpmn:serviceTask id="set-looking" name="Đặt hạn xem đơn" camunda:type="external" camunda:topic="set-deadline">
              <bpmn:extensionElements><camunda:inputOutput>
                <camunda:inputParameter name="stage">onward_review</camunda:inputParameter>
                <camunda:inputParameter name="basis">RECEIVED</camunda:inputParameter>
              </camunda:inputOutput></bpmn:extensionElements>
              <bpmn:incoming>set-process-deadline-to-classify</bpmn:incoming><bpmn:outgoing>looked</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="looked" sourceRef="set-looking" targetRef="classify" />""";

    private static final String PAUSE = """
            <bpmn:intermediateCatchEvent id="an-hour" name="Chờ một giờ" caunoi:ground="PUBLIC_POSTING" caunoi:citizen="Đang chờ xếp lịch xem đơn">
              <bpmn:incoming>set-process-deadline-to-classify</bpmn:incoming><bpmn:outgoing>waited</bpmn:outgoing>
              <bpmn:timerEventDefinition id="hour"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="waited" sourceRef="an-hour" targetRef="classify" />""";

    private static final String ROUTED = """
            <rule id="R1"><inputEntry id="r1"><text>"FEEDBACK"</text></inputEntry><inputEntry id="r2"><text>-</text></inputEntry>
            <inputEntry id="r3"><text>-</text></inputEntry><inputEntry id="r4"><text>-</text></inputEntry>
            <inputEntry id="r5"><text>-</text></inputEntry><inputEntry id="r6"><text>-</text></inputEntry>
            <outputEntry id="r7"><text>"R1"</text></outputEntry><outputEntry id="r8"><text>"%s"</text></outputEntry>
            <outputEntry id="r9"><text>"QĐ 12"</text></outputEntry><outputEntry id="r10"><text>"S"</text></outputEntry></rule>
            </decisionTable>""";

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        String folder = Files.createTempDirectory("caunoi-package").toString();
        registry.add("caunoi.data", () -> folder);
    }

    @Autowired
    private StudioDesk desk;

    @Autowired
    private VersionDesk versions;

    @Autowired
    private Library library;

    @Autowired
    private RuleBook book;

    @Autowired
    private RoutingBook routing;

    @Autowired
    private LadderBook ladder;

    @Autowired
    private TableBook tables;

    @Autowired
    private Rules rules;

    @Autowired
    private Timekeeper time;

    @Autowired
    private FormsInForce forms;

    @Autowired
    private Commands commands;

    @Autowired
    private Clock clock;

    private LocalDate today;

    @BeforeEach
    void signIn() {
        today = DueDate.dayOf(clock.instant());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("designer1", null, List.of()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void all_that_belongs_to_a_change_is_published_and_taken_back_together() {
        LetterForm before = forms.find(LETTER, today).orElseThrow();
        String id = draft("Đang có người xem đơn", "7");
        assertThat(desk.saveLetter(id, 0, reworded(before))).isTrue();
        assertThat(desk.explained(desk.find(id), INTAKE, newest()))
                .extracting(Told::what)
                .contains(Told.What.CITIZEN, Told.What.LIMIT, Told.What.LETTER);
        int old = newest();
        int next = published(id);
        assertThat(published(id)).isEqualTo(next);

        assertThat(limit(today)).isEqualTo(Limit.calendarDays(7));
        assertThat(forms.find(LETTER, today).orElseThrow().body()).contains("Viết lại.");
        assertThat(versions.explained(versions.find(INTAKE, next)))
                .extracting(Told::what)
                .contains(Told.What.CITIZEN, Told.What.LIMIT, Told.What.LETTER);
        assertThat(versions.find(INTAKE, next).parts()).containsExactly("deadlines.dmn", "letters.json");
        JsonNode handedIn = new Work(nobody()).handIn(FEEDBACK);
        assertThat(tracked(handedIn)).contains("Đang có người xem đơn");

        assertThat(desk.publishAgain(INTAKE, old, new Wish("Quay lại")))
                .isEqualTo(new StudioDesk.Published(INTAKE, next + 1));
        assertThat(limit(today.plusDays(1))).isEqualTo(Limit.calendarDays(10));
        assertThat(forms.find(LETTER, today).orElseThrow().isLike(before)).isTrue();
        assertThat(tracked(handedIn)).contains("Đang có người xem đơn");
        assertThat(tracked(new Work(nobody()).handIn(FEEDBACK))).doesNotContain("Đang có người xem đơn");
    }

    @Test
    void what_cannot_be_applied_is_told_and_nothing_is_published() {
        int before = newest();
        String broken = draft("Hỏng", "7");
        desk.savePart(
                broken,
                Parts.DEADLINES,
                desk.part(broken, Parts.DEADLINES).orElseThrow().revision(),
                bytes("<a/>"));
        assertThat(desk.publish(broken, desk.find(broken).seen(), new Wish("Thử")))
                .isInstanceOfSatisfying(StudioDesk.Refused.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::rule)
                        .contains("part"));
        String pilot = draft("Thí điểm", "6");
        assertThat(desk.publish(pilot, desk.find(pilot).seen(), new Wish("Thử", "", Set.of("A"))))
                .isInstanceOfSatisfying(StudioDesk.Refused.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::rule)
                        .contains("part-pilot"));
        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void a_limit_that_is_refused_takes_the_diagram_and_the_letters_with_it() {
        String row = "D02";
        Actor admin = Actor.of("admin1", "P", Role.ADMIN);
        AmendedRule passing =
                new AmendedRule(row, 1, Limit.workingDays(3), true, "Tạm thời", "X", today, today.plusDays(30));
        Integer change = commands.send(
                new TimekeepingCommand.ProposeChange(new TimeChange(0, List.of(), passing, false, false, "Tạm"), admin),
                "admin1");
        commands.send(
                new TimekeepingCommand.ConfirmChange(
                        Objects.requireNonNull(change), time.time().changes().size(), admin),
                "admin1");
        time.forget();
        int before = newest();
        LetterForm letter = forms.find(LETTER, today).orElseThrow();
        String id = draft("Không thành", "10");
        String table = book.table(today).orElseThrow();
        String other = table.replaceFirst("(<outputEntry id=\"" + row + "_out_amount\">\\s*<text>)\\d+", "$15");
        assertThat(other).isNotEqualTo(table);
        desk.savePart(
                id,
                Parts.DEADLINES,
                desk.part(id, Parts.DEADLINES).orElseThrow().revision(),
                bytes(other));
        desk.saveLetter(id, 0, reworded(letter));
        assertThatThrownBy(() -> published(id)).isInstanceOf(Refusal.class);
        assertThat(newest()).isEqualTo(before);
        assertThat(forms.find(LETTER, today).orElseThrow().isLike(letter)).isTrue();
    }

    @Test
    void other_tables_are_published_whole_and_come_back() {
        String id = desk.begin("version:" + INTAKE + "/1", null, "Phân đơn vị");
        String rows = ROUTED.formatted("B");
        assertThat(desk.savePart(id, "routing.dmn", 0, bytes(table("routing").replace("</decisionTable>", rows))))
                .isTrue();
        desk.savePart(
                id,
                "escalation.dmn",
                0,
                bytes(table("escalation").replace("_workingDays\"><text>3<", "_workingDays\"><text>4<")));
        assertThat(desk.explained(desk.find(id), INTAKE, newest()))
                .extracting(Told::what)
                .contains(Told.What.ROW_ADDED, Told.What.ROW_CHANGED);
        int old = newest();
        int next = published(id);

        assertThat(routing.rows()).extracting(RoutingBook.Row::id).contains("R1");
        assertThat(routing.rows().getFirst().unit()).isEqualTo("B");
        assertThat(ladder.rows())
                .filteredOn(row -> row.id().equals("E11"))
                .first()
                .extracting(LadderBook.Row::workingDays)
                .isEqualTo("4");
        assertThat(versions.find(INTAKE, next).parts()).containsExactly("escalation.dmn", "routing.dmn");
        assertThat(tables.editions("routing"))
                .extracting(TableBook.Edition::reason)
                .first()
                .isEqualTo("Thông tư mới");

        assertThat(desk.publishAgain(INTAKE, old, new Wish("Quay lại")))
                .isEqualTo(new StudioDesk.Published(INTAKE, next + 1));
        assertThat(routing.rows()).extracting(RoutingBook.Row::id).doesNotContain("R1");
        assertThat(ladder.rows())
                .filteredOn(row -> row.id().equals("E11"))
                .first()
                .extracting(LadderBook.Row::workingDays)
                .isEqualTo("3");
        assertThat(tables.editions("routing")).hasSize(3);
    }

    @Test
    void a_row_for_a_unit_that_is_not_there_is_refused() {
        String id = desk.begin("version:" + INTAKE + "/1", null, "Phân nhầm");
        desk.savePart(
                id, "routing.dmn", 0, bytes(table("routing").replace("</decisionTable>", ROUTED.formatted("NOWHERE"))));
        assertThat(desk.publish(id, desk.find(id).seen(), new Wish("Thử")))
                .isInstanceOfSatisfying(StudioDesk.Refused.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::element, Problem::rule)
                        .containsExactly(tuple("routing.dmn", "part")));
    }

    @Test
    void a_step_with_a_limit_that_the_table_does_not_have_brings_the_row_for_it() {
        String id = desk.begin("version:" + INTAKE + "/1", null, "Thời hạn mới");
        String before = desk.find(id).xml();
        String xml = before.replace(
                        "sourceRef=\"set-process-deadline\" targetRef=\"classify\" />",
                        "sourceRef=\"set-process-deadline\" targetRef=\"set-looking\" />" + LOOKING)
                .replaceFirst(
                        "<bpmn:incoming>set-process-deadline-to-classify</bpmn:incoming>\\s*<bpmn:incoming>supplement",
                        "<bpmn:incoming>looked</bpmn:incoming><bpmn:incoming>supplement");
        assertThat(xml).isNotEqualTo(before);
        desk.save(id, 1, bytes(xml));
        assertThat(desk.problems(desk.find(id))).extracting(Problem::rule).contains("no-limit");
        String row = looking(book.table(today).orElseThrow());
        desk.savePart(id, Parts.DEADLINES, 0, bytes(row));
        assertThat(desk.problems(desk.find(id))).extracting(Problem::rule).doesNotContain("no-limit");
        published(id);
        assertThat(book.row("D90").orElseThrow().amount()).isEqualTo("4");
        assertThat(rules.ruleFor(new RuleQuestion("COMPLAINT", "onward_review", Set.of(), today))
                        .limit())
                .isEqualTo(Limit.workingDays(4));
    }

    /** The first row of the table once more, for a stage of its own. */
    private static String looking(String table) {
        Matcher first = Pattern.compile("(?s)<rule id=\"D01\".*?</rule>").matcher(table);
        assertThat(first.find()).isTrue();
        String row = first.group()
                .replace("D01", "D90")
                .replaceFirst("(_stage\">\\s*<text>)[^<]*", "$1\"onward_review\"")
                .replaceFirst("(_kind\">\\s*<text>)[^<]*", "$1not(\"DENUNCIATION\")")
                .replaceFirst("(?<a>_amount\">\\s*<text>)[^<]*", "${a}4")
                .replaceFirst("(_unit\">\\s*<text>)[^<]*", "$1\"WORKING_DAYS\"");
        return table.replace("</decisionTable>", row + "</decisionTable>");
    }

    @Test
    void citizens_read_also_while_a_case_waits_at_no_task() {
        String id = desk.begin("version:" + INTAKE + "/1", null, "Chờ");
        String xml = desk.find(id)
                .xml()
                .replaceFirst("<bpmn:definitions ", "<bpmn:definitions xmlns:caunoi=\"https://caunoi.vn/schema/bpmn\" ")
                .replace(
                        "sourceRef=\"set-process-deadline\" targetRef=\"classify\" />",
                        "sourceRef=\"set-process-deadline\" targetRef=\"an-hour\" />" + PAUSE)
                .replaceFirst(
                        "<bpmn:incoming>set-process-deadline-to-classify</bpmn:incoming>\\s*<bpmn:incoming>supplement",
                        "<bpmn:incoming>waited</bpmn:incoming><bpmn:incoming>supplement");
        desk.save(id, 1, bytes(xml));
        assertThat(desk.explained(desk.find(id), INTAKE, 1))
                .extracting(Told::what)
                .contains(Told.What.CITIZEN);
        int next = published(id);
        assertThat(tracked(new Work(nobody()).handIn(FEEDBACK))).contains("Đang chờ xếp lịch xem đơn");
        versions.retire(INTAKE, next, "Chỉ thử", true);
    }

    private String table(String name) {
        return tables.inForce(name).orElseThrow();
    }

    private String draft(String citizen, String days) {
        String id = desk.begin("version:" + INTAKE + "/1", null, citizen);
        String xml = desk.find(id)
                .xml()
                .replaceFirst("<bpmn:definitions ", "<bpmn:definitions xmlns:caunoi=\"https://caunoi.vn/schema/bpmn\" ")
                .replace(
                        "<bpmn:userTask id=\"classify\"",
                        "<bpmn:userTask caunoi:citizen=\"" + citizen + "\" id=\"classify\"");
        assertThat(desk.save(id, 1, bytes(xml))).isInstanceOf(StudioDesk.Saved.class);
        String table = book.table(today).orElseThrow();
        desk.savePart(
                id,
                Parts.DEADLINES,
                0,
                bytes(table.replaceFirst("(<outputEntry id=\"D01_out_amount\">\\s*<text>)\\d+", "$1" + days)));
        return id;
    }

    private int published(String id) {
        return ((StudioDesk.Published) desk.publish(id, desk.find(id).seen(), new Wish("Thông tư mới"))).version();
    }

    private static LetterForm reworded(LetterForm form) {
        return new LetterForm(
                form.id(),
                form.edition(),
                form.name(),
                form.english(),
                form.law(),
                form.confidence(),
                form.from(),
                form.kinds(),
                form.sort(),
                form.title(),
                form.subject(),
                form.addressee(),
                form.recipients(),
                List.of("Viết lại."),
                form.requires(),
                form.opens(),
                form.fills(),
                form.signers());
    }

    private Limit limit(LocalDate on) {
        return time.time().of("D01", on).orElseThrow().limit();
    }

    private String tracked(JsonNode receipt) {
        settle();
        String code = receipt.path("code").asString();
        return nobody().get("/api/public/petitions/" + code + "?pin="
                        + receipt.path("pin").asString())
                .expect(200)
                .text();
    }

    private int newest() {
        return library.newest(INTAKE).orElseThrow().version();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
