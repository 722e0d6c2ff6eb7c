package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.petition.Report;

/** A designer sends cases to steps with other ids, sees who cannot go, moves the rest in the background and takes it back. */
class MigrationPagesTest extends RunningApi {

    private static final String PAGE = "/processes/petition-intake/migration";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private CommandBus bus;

    @Test
    void cases_are_looked_at_moved_as_a_batch_and_taken_back() {
        String xml = newest();
        int from = publish(xml + "<!-- from -->");
        Work work = new Work(nobody());
        String moves = handIn(work);
        String goesOn = handIn(work);
        String stays = handIn(work);
        work.complete(work.task(stays), "needs-supplement").expect(200);
        assertThat(work.task(stays).path("key").asString()).isEqualTo("await-supplement");
        String task = work.task(moves).path("id").asString();
        int to = publish(renamed(xml));
        publish(xml + "<!-- as before -->");

        PageVisitor designer = new PageVisitor(port).as("designer1");
        String choosing = PAGE + "?from=" + from + "&to=" + to;
        Seen offered = designer.get(choosing).expect(200);
        assertThat(offered.text()).contains("tên giống", "3 vụ việc đang chạy").doesNotContain("??");
        assertThat(offered.html()).contains("classify=2", "await-supplement=1");

        Map<String, String> other = choices(from, to, "map.classify", "when-missed");
        assertThat(designer.post(choosing, PAGE, other).expect(422).text()).contains("Là bước thuộc loại khác.");

        Map<String, String> chosen = choices(from, to, "map.classify", "sort-out", "map.await-supplement", "");
        Seen plan = designer.post(choosing, PAGE, chosen).expect(200);
        String batch = plan.path().replaceFirst("\\?.*", "");
        assertThat(plan.text())
                .contains("xem trước", "Không chuyển được", "await-supplement", "Chuyển 2 vụ việc")
                .doesNotContain("??");
        String blocked = new String(designer.file(batch + "/cases.csv?state=BLOCKED"), StandardCharsets.UTF_8);
        assertThat(blocked.lines()).hasSize(2).element(1).asString().contains("await-supplement");
        assertThat(blocked).doesNotContain("Nguyễn");

        String known = batch.substring(batch.lastIndexOf('/') + 1);
        judged(known, moves, "REFUSED", "There is no form \"x\"");
        judged(known, goesOn, "READY", "stuck");
        assertThat(designer.get(batch + "?state=REFUSED").expect(200).text())
                .contains("Sẽ không chuyển được", "Thử trước thì không chuyển được")
                .doesNotContain("??");
        assertThat(designer.get(batch + "?state=READY").expect(200).text()).contains("Đang vướng sự cố");
        assertThat(new String(designer.file(batch + "/cases.csv"), StandardCharsets.UTF_8))
                .contains("Sẽ không chuyển được", "Đang vướng sự cố");
        judged(known, moves, "READY", null);

        assertThat(designer.post(batch, batch + "/start", Map.of("note", " "))
                        .expect(422)
                        .text())
                .contains("Phải nhập.");
        designer.post(batch, batch + "/start", Map.of("note", "Đổi mã bước", "portion", "20"))
                .expect(200);
        assertThat(done(designer, batch)).contains("2 trên 2", "Đổi mã bước");
        assertThat(work.task(moves).path("id").asString()).isEqualTo(task);
        assertThat(work.task(moves).path("key").asString()).isEqualTo("sort-out");
        assertThat(work.task(stays).path("key").asString()).isEqualTo("await-supplement");
        designer.post(batch, batch + "/start", Map.of("note", "x")).expect(422);

        work.complete(work.task(goesOn), "needs-supplement").expect(200);
        Seen undo = designer.post(batch, batch + "/undo", Map.of()).expect(200);
        assertThat(undo.text())
                .contains("Đã đi tiếp", "Chuyển 1 vụ việc trở lại")
                .doesNotContain("??");
        String back = undo.path().replaceFirst("\\?.*", "");
        designer.post(back, back + "/start", Map.of("note", "Nhầm", "portion", "20"))
                .expect(200);
        assertThat(done(designer, back)).contains("1 trên 1");
        assertThat(work.task(moves).path("id").asString()).isEqualTo(task);
        assertThat(work.task(moves).path("key").asString()).isEqualTo("classify");
        assertThat(work.task(goesOn).path("key").asString()).isEqualTo("await-supplement");
        assertThat(designer.get(batch).expect(200).text()).doesNotContain("Chuyển trở lại");
        assertThat(designer.get(PAGE + "/batches").expect(200).text())
                .contains("Đổi mã bước", "Nhầm", "chuyển trở lại")
                .doesNotContain("??");
        String history = as("officer1")
                .get("/api/petitions/" + moves + "/history")
                .expect(200)
                .text();
        assertThat(history).contains("task.carried-over", batch.substring(batch.lastIndexOf('/') + 1));
        assertThat(new PageVisitor(port)
                        .as("officer1")
                        .get("/cases/" + moves)
                        .expect(200)
                        .text())
                .doesNotContain("??");
        work.step(moves);
    }

    @Test
    void a_plan_that_nobody_wants_is_discarded_and_a_batch_is_that_of_its_process() {
        String xml = newest();
        int from = publish(xml + "<!-- of nobody -->");
        int to = publish(xml + "<!-- for nobody -->");
        PageVisitor designer = new PageVisitor(port).as("designer1");
        Seen plan = designer.post(PAGE + "?from=" + from + "&to=" + to, PAGE, choices(from, to))
                .expect(200);
        assertThat(plan.text()).contains("Không có vụ việc nào chuyển được.");
        assertThat(designer.post(plan.path(), plan.path() + "/cancel", Map.of())
                        .expect(200)
                        .text())
                .contains("đã bỏ phần còn lại");
        assertThat(designer.post(plan.path(), plan.path() + "/pause", Map.of())
                        .expect(200)
                        .text())
                .contains("Người khác đã sửa");
        designer.get(plan.path().replace("petition-intake", "complaint")).expect(404);
        designer.get(PAGE + "/nothing").expect(404);
        designer.get("/processes/nothing/migration").expect(404);
        assertThat(designer.get(PAGE + "?from=" + from + "&to=" + from)
                        .expect(200)
                        .text())
                .contains("hai phiên bản khác nhau");
        for (String account : new String[] {"officer1", "inspector1", "admin1"}) {
            new PageVisitor(port).as(account).get(PAGE).expect(403);
            new PageVisitor(port).as(account).get(plan.path()).expect(403);
        }
    }

    @Test
    void a_program_plans_and_starts_a_batch_too() {
        String xml = newest();
        int from = publish(xml + "<!-- by call -->");
        String moves = handIn(new Work(nobody()));
        int to = publish(renamed(xml).replace("</bpmn:definitions>", "</bpmn:definitions><!-- by call -->"));
        publish(xml + "<!-- after the call -->");
        String calls = "/api/processes/petition-intake/migration-batches";
        String way = "{'from': %d, 'to': %d, 'mapping': {'classify': '%s'}}";
        as("designer1").post(calls, way.formatted(from, to, "nothing")).expect(422);
        as("officer1").post(calls, way.formatted(from, to, "sort-out")).expect(403);
        JsonNode plan = as("designer1")
                .post(calls, way.formatted(from, to, "sort-out"))
                .expect(201)
                .json();
        assertThat(plan.path("left").asInt()).isEqualTo(1);
        String batch = calls + "/" + plan.path("id").asString();
        as("designer1").post(batch + "/start", "{'note': 'x', 'portion': 0}").expect(422);
        as("designer1").post(batch + "/start", "{'note': 'x'}").expect(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> state(batch).equals("DONE"));
        assertThat(as("designer1").get(batch).json().path("moved").asInt()).isEqualTo(1);
        JsonNode undo = as("designer1").post(batch + "/undo", "{}").expect(201).json();
        assertThat(undo.path("left").asInt()).isEqualTo(1);
        assertThat(new Work(nobody()).task(moves).path("key").asString()).isEqualTo("sort-out");
    }

    @Test
    void a_batch_that_is_paused_or_was_interrupted_goes_on_with_what_is_left() {
        PageVisitor designer = new PageVisitor(port).as("designer1");
        Planned plan = planned(designer, 6, "paused");
        String batch = plan.batch();
        String calls = "/api/processes/petition-intake/migration-batches" + batch.substring(batch.lastIndexOf('/'));
        // as a program leaves it that ends as soon as it has begun
        jdbc.update("update vault.migration_batch set state = 'RUNNING', portion = 1 where id::text = ?", id(batch));
        assertThat(designer.get(batch).expect(200).text()).contains("bị gián đoạn", "Tiếp tục với 6 vụ việc");
        assertThat(as("designer1").get(calls).json().path("interrupted").asBoolean())
                .isTrue();
        designer.post(batch, batch + "/continue", Map.of()).expect(200);
        designer.post(batch, batch + "/pause", Map.of()).expect(200);
        if (state(calls).equals("PAUSED")) {
            assertThat(designer.get(batch).expect(200).text()).contains("tạm dừng", "Tiếp tục với");
            designer.post(batch, batch + "/continue", Map.of()).expect(200);
        }
        assertThat(done(designer, batch)).contains("6 trên 6");
        assertThat(jdbc.queryForObject(
                        "select count(*) from ledger.readable_event where name = 'process.migrated' and body::jsonb ->> 'to' = ?",
                        Integer.class,
                        String.valueOf(plan.to())))
                .isEqualTo(6);
    }

    @Test
    void a_batch_that_is_cancelled_stops_before_the_next_case() throws Exception {
        PageVisitor designer = new PageVisitor(port).as("designer1");
        Planned plan = planned(designer, 5, "cancelled");
        String batch = plan.batch();
        AtomicInteger ordered = new AtomicInteger();
        try (Registration until = bus.registerHandlerInterceptor((unit, chain) -> {
            boolean order = unit.getMessage().getPayload() instanceof Report.OrderMigration;
            if (order && ordered.incrementAndGet() == 2)
                jdbc.update("update vault.migration_batch set state = 'CANCELLED' where id::text = ?", id(batch));
            return chain.proceed();
        })) {
            designer.post(batch, batch + "/start", Map.of("note", "Thử")).expect(200);
            await().atMost(Duration.ofSeconds(30)).until(() -> states(batch).equals(Map.of("MOVED", 2, "READY", 3)));
        }
        assertThat(ordered).hasValue(2);
    }

    /** @param to the version the cases are to move to */
    private record Planned(String batch, int to) {}

    /** So many cases are to move to a version with another step, and new ones do not begin on it. */
    private Planned planned(PageVisitor designer, int cases, String mark) {
        String xml = newest();
        int from = publish(xml + "<!-- to be " + mark + " -->");
        Work work = new Work(nobody());
        for (int n = 0; n < cases; n++) handIn(work);
        int to = publish(renamed(xml) + "<!-- to be " + mark + " -->");
        publish(xml + "<!-- after " + mark + " -->");
        Map<String, String> chosen = choices(from, to, "map.classify", "sort-out");
        String batch = designer.post(PAGE + "?from=" + from + "&to=" + to, PAGE, chosen)
                .expect(200)
                .path();
        return new Planned(batch, to);
    }

    private Map<String, Integer> states(String batch) {
        Map<String, Integer> states = new TreeMap<>();
        jdbc.query(
                "select state, count(*) as many from vault.migration_case where batch::text = ? group by state",
                row -> {
                    states.put(row.getString("state"), row.getInt("many"));
                },
                id(batch));
        return states;
    }

    private static String id(String batch) {
        return batch.substring(batch.lastIndexOf('/') + 1);
    }

    private String state(String batch) {
        return as("designer1").get(batch).expect(200).json().path("state").asString();
    }

    private static String done(PageVisitor designer, String batch) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> designer.get(batch).expect(200).text().contains("Xong "));
        return designer.get(batch + "?state=MOVED").expect(200).text();
    }

    private static Map<String, String> choices(int from, int to, String... more) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("from", String.valueOf(from));
        choices.put("to", String.valueOf(to));
        for (int i = 0; i < more.length; i += 2) choices.put(more[i], more[i + 1]);
        return choices;
    }

    private void judged(String batch, String petition, String state, @Nullable String detail) {
        jdbc.update(
                "update vault.migration_case set state = ?, detail = ? where batch = ?::uuid and petition = ?",
                state,
                detail,
                batch,
                petition);
    }

    private static String handIn(Work work) {
        return work.handIn(Samples.complaint()).path("id").asString();
    }

    private static String renamed(String xml) {
        return xml.replaceAll("(?<=[\">])classify(?=[\"<])", "sort-out");
    }

    private String newest() {
        int newest = 0;
        for (JsonNode model :
                as("designer1").get("/api/processes").expect(200).json().path("items")) {
            if (model.path("key").asString().equals("petition-intake"))
                newest = Math.max(newest, model.path("version").asInt());
        }
        return as("designer1")
                .get("/api/processes/petition-intake/" + newest)
                .expect(200)
                .text()
                .strip();
    }

    private int publish(String xml) {
        return as("designer1")
                .with("Content-Type", "application/xml")
                .send("POST", "/api/processes", xml.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("version")
                .asInt();
    }
}
