package vn.caunoi.api.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.FileTasks;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.projections.Rebuild;

class ErasureTest extends RunningApi {

    private static final String ERASED = "[erased]";
    private static final String PATIENTLY = "{'reason': 'Công văn 12/CV', 'early': true}";

    /** In everything that is personal; found whatever is done with case and accents. */
    private final String mark = "zq" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @Autowired
    private Rebuild rebuild;

    @Value("${caunoi.data}")
    private Path data;

    @Test
    void nothing_of_an_erased_case_is_left_in_any_table_or_file() {
        String key = UUID.randomUUID().toString();
        String id = closedCase(key);
        assertThat(tablesWith(mark)).containsExactlyInAnyOrder("views.case_file", "views.task", "views.oversight_case");
        String before = as("officer1")
                .get("/api/petitions/" + id + "/history")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("at")
                .asString();

        as("admin1").post("/api/petitions/" + id + "/erasure", PATIENTLY).expect(200);

        assertThat(tablesWith(mark)).isEmpty();
        assertThat(filesWith(mark)).isZero();
        Caller officer = as("officer1");
        JsonNode file = officer.get("/api/petitions/" + id).expect(200).json();
        assertThat(file.path("subject").asString()).isEqualTo(ERASED);
        assertThat(file.path("petitioners").get(0).path("fullName").asString()).isEqualTo(ERASED);
        for (String view : List.of("", "/history", "?asOf=" + before)) {
            assertThat(officer.get("/api/petitions/" + id + view).expect(200).text())
                    .doesNotContain(mark);
        }
        assertThat(officer.get("/api/petitions/" + id + "/history").expect(200).text())
                .contains("petition.data-erased")
                .contains("Công văn 12/CV");
        assertThat(officer.get("/api/petitions?q=" + mark).expect(200).json().path("items"))
                .isEmpty();
        rebuild.startAll(told -> {});
        assertThat(tablesWith(mark)).isEmpty();
        Caller.Answer repeated = as("clerk1")
                .with("Idempotency-Key", key)
                .post("/api/petitions", petition())
                .expect(201);
        assertThat(repeated.json().path("id").asString()).isEqualTo(id);
        assertThat(repeated.text()).doesNotContain(mark);
        as("head1").post("/api/petitions/" + id + "/second-complaint", "{}").expect(422);
        officer.post("/api/petitions/" + id + "/note", "{'text': 'Ghi chú'}").expect(422);
    }

    @Test
    void an_administrator_is_shown_what_is_needed_to_tell_whom_it_is_about() {
        String id = closedCase(UUID.randomUUID().toString());
        JsonNode outlook = as("admin1")
                .get("/api/petitions/" + id + "/erasure")
                .expect(200)
                .json();
        assertThat(outlook.path("kept").asBoolean()).isTrue();
        assertThat(outlook.path("persons").get(0).path("initials").asString()).isEqualTo("L. z.");
        assertThat(outlook.toString()).doesNotContain(mark);
        String person = outlook.path("persons").get(0).path("id").asString();
        as("admin1")
                .post("/api/petitions/" + id + "/erasure", "{'person': '" + person + "', 'reason': 'r'}")
                .expect(422);
        as("admin1")
                .post("/api/petitions/" + id + "/erasure", "{'person': '" + person + "', 'reason': 'r', 'early': true}")
                .expect(200);
        JsonNode after = as("admin1")
                .get("/api/petitions/" + id + "/erasure")
                .expect(200)
                .json();
        assertThat(after.path("persons").get(0).path("erased").asBoolean()).isTrue();
        assertThat(after.path("matterErased").asBoolean()).isTrue();
    }

    @Test
    void only_administrators_erase_and_only_in_closed_cases() {
        String id = closedCase(UUID.randomUUID().toString());
        for (String other : List.of("clerk1", "officer1", "head1", "inspector1", "designer1")) {
            as(other).post("/api/petitions/" + id + "/erasure", PATIENTLY).expect(403);
            as(other).get("/api/petitions/" + id + "/erasure").expect(403);
        }
        nobody().post("/api/petitions/" + id + "/erasure", PATIENTLY).expect(401);
        String open = as("clerk1")
                .post("/api/petitions", petition())
                .expect(201)
                .json()
                .path("id")
                .asString();
        as("admin1").post("/api/petitions/" + open + "/erasure", PATIENTLY).expect(422);
        as("admin1").post("/api/petitions/none/erasure", PATIENTLY).expect(404);
    }

    @Test
    void nothing_of_an_erased_visit_is_left_in_any_table_or_file() {
        String told = """
                {'way': 'ROOM', 'identity': 'CARD_SEEN', 'subject': 'Việc của %1$s', 'statement': 'Tôi là %1$s',
                 'settledBy': '%1$s', 'papers': [{'name': '%1$s'}],
                 'visitors': [{'fullName': 'Lò %1$s', 'idNumber': '%1$s', 'address': '%1$s', 'phone': '%1$s'}]}""".formatted(mark);
        String id = as("clerk1")
                .post("/api/visits", told)
                .expect(201)
                .json()
                .path("id")
                .asString();
        String visit = "/api/visits/" + id;
        as("clerk1")
                .post(
                        visit + "/correct",
                        "{'visit': " + told.replace("Lò", "Lù") + ", 'reason': 'Nghe nhầm " + mark + "'}")
                .expect(200);
        String file = as("clerk1")
                .upload("/api/files", mark + ".txt", mark.getBytes(UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asString();
        as("clerk1").post(visit + "/signed", "{'file': '" + file + "'}").expect(200);
        as("clerk1")
                .post(visit + "/answer", "{'text': 'Đã giải thích cho " + mark + "'}")
                .expect(200);
        assertThat(tablesWith(mark)).containsExactly("views.visit");

        as("admin1").post(visit + "/erasure", PATIENTLY).expect(200);

        assertThat(tablesWith(mark)).isEmpty();
        assertThat(filesWith(mark)).isZero();
        as("clerk1").get("/api/files/" + file).expect(404);
        rebuild.start("reception", progress -> {});
        rebuild.start("repeats", progress -> {});
        assertThat(tablesWith(mark)).isEmpty();
        assertThat(as("clerk1").get(visit).expect(200).text()).contains(ERASED).doesNotContain(mark);
    }

    @Test
    void a_visit_is_kept_as_long_as_the_petition_that_came_of_it_and_not_erased_while_that_is_open() {
        String id = as("clerk1")
                .post("/api/petitions", petition())
                .expect(201)
                .json()
                .path("id")
                .asString();
        String told = "{'way':'ROOM','identity':'STATED','subject':'s','statement':'t','visitors':[{'fullName':'An'}]}";
        String visit = "/api/visits/"
                + as("clerk1")
                        .post("/api/visits", told)
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        as("clerk1").post(visit + "/petition", "{'petition': '" + id + "'}").expect(200);
        as("clerk1")
                .post(visit + "/tell", "{'result': 'ACCEPTED', 'text': 'Gọi điện'}")
                .expect(200);
        assertThat(as("admin1").post(visit + "/erasure", PATIENTLY).expect(422).text())
                .contains("NOT_CLOSED");
        commands.send(new Report.CloseCase(new PetitionId(id), ClosingGround.SETTLED), "test");
        progress.awaitSettled(id, java.time.Duration.ofSeconds(20));
        assertThat(as("admin1")
                        .get(visit + "/erasure")
                        .expect(200)
                        .json()
                        .path("keptUntil")
                        .asString())
                .isEqualTo("2046-11-18");
        as("admin1").post(visit + "/erasure", PATIENTLY).expect(200);
    }

    private String petition() {
        return """
                {'kind': 'COMPLAINT', 'channel': 'DESK', 'subject': 'Việc của %1$s', 'content': 'Tôi là %1$s',
                 'points': [{'demand': 'Trả lại %1$s'}], 'against': '%1$s',
                 'petitioners': [{'fullName': 'Lò %1$s', 'idNumber': '%1$s', 'address': '%1$s', 'phone': '%1$s',
                                  'email': '%1$s'}]}""".formatted(mark);
    }

    /** With a note, form data, a file, and sealed text in a snapshot. */
    private String closedCase(String key) {
        String id = as("clerk1")
                .with("Idempotency-Key", key)
                .post("/api/petitions", petition())
                .expect(201)
                .json()
                .path("id")
                .asString();
        String file = as("officer1")
                .upload("/api/files", mark + ".txt", mark.getBytes(UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String task = FileTasks.open(commands, progress, id);
        as("officer1")
                .postJson("/api/tasks/" + task + "/complete", Map.of("outcome", "done", "data", Map.of("paper", file)))
                .expect(200);
        as("officer1")
                .post("/api/petitions/" + id + "/note", "{'text': 'Đã gọi cho " + mark + "'}")
                .expect(200);
        commands.send(new Report.CloseCase(new PetitionId(id), ClosingGround.STORED), "test");
        progress.awaitSettled(id, java.time.Duration.ofSeconds(20));
        return id;
    }

    /** All tables of all schemas, each row as text, also what stands in binary columns. */
    private List<String> tablesWith(String text) {
        List<String> found = new ArrayList<>();
        List<String> tables = jdbc.sql("select format('%I.%I', table_schema, table_name) from information_schema.tables"
                        + " where table_type = 'BASE TABLE'"
                        + " and table_schema not in ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list();
        assertThat(tables).contains("vault.answer", "vault.file", "ledger.event", "ledger.dead_letter");
        for (String table : tables) {
            Long rows = jdbc.sql("select count(*) from " + table + " t where lower(t::text) like :text"
                            + " or lower(t::text) like :hex")
                    .param("text", "%" + text + "%")
                    .param("hex", "%" + HexFormat.of().formatHex(text.getBytes(UTF_8)) + "%")
                    .query(Long.class)
                    .single();
            if (rows > 0) found.add(table);
        }
        return found;
    }

    private long filesWith(String text) {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
