package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.ApiProgram;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.IntakeCommand;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Origin;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.Reached;
import vn.caunoi.core.petition.Stand;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** What follows the decision on a complaint, on pages and over HTTP. */
class DecisionsTest extends RunningApi {

    /** When the program of the tests begins. */
    private static final String TODAY =
            ApiProgram.START.atZone(DueDate.ZONE).toLocalDate().toString();

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @LocalServerPort
    private int port;

    /** Row D21: thirty days after its issue, by itself. */
    @Test
    void an_old_decision_comes_into_effect_and_is_carried_out_in_sight_of_everybody_concerned_D21() {
        String id = decidedLongAgo();
        String path = "/api/petitions/" + id;
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id).equals("TO_BE_CARRIED_OUT"));
        JsonNode after = as("officer1").get(path).json().path("aftermath");
        assertThat(after.path("effect").path("rule").asString()).isEqualTo("D21");
        assertThat(after.path("effect").path("explanation").size()).isGreaterThan(30);
        as("officer1").post(path + "/enforcement", "{'who': 'UBND xã'}").expect(422);
        String order = "{'who': 'UBND xã', 'what': 'Trả lại đất', 'until': '2029-01-01'}";
        for (String far : List.of("+999999999-12-31", "9999-12-31"))
            as("head1")
                    .post(path + "/enforcement", order.replace("2029-01-01", far))
                    .expect(422);
        as("officer1").post(path + "/enforcement", order).expect(403);
        as("head1").post(path + "/enforcement", order).expect(200);
        assertThat(state(id)).isEqualTo("BEING_CARRIED_OUT");
        assertThat(as("head1")
                        .get("/api/decisions?state=BEING_CARRIED_OUT&unit=&limit=200")
                        .expect(200)
                        .text())
                .contains(id);
        PageVisitor officer = visitor().as("officer1");
        assertThat(officer.get("/decisions?state=BEING_CARRIED_OUT").expect(200).text())
                .contains("Đang thi hành")
                .doesNotContain("??");
        assertThat(officer.get("/cases/" + id).expect(200).text())
                .contains("Có hiệu lực pháp luật từ ngày")
                .contains("Trả lại đất")
                .doesNotContain("??");
        String report = "/cases/" + id + "/do/report-enforcement";
        officer.post(report, report, Map.of("order", "1", "progress", "DONE", "text", "Đã bàn giao"))
                .expect(200);
        assertThat(state(id)).isEqualTo("CARRIED_OUT");
        assertThat(officer.get("/cases/" + id).expect(200).text())
                .contains("Báo cáo thi hành số 1")
                .contains("Đã bàn giao");
        assertThat(visitor().as("head1").get("/overdue").expect(200).text()).doesNotContain("??");
        as("officer3").get("/api/decisions?unit=A").expect(200);
        assertThat(as("officer3").get("/api/decisions?limit=200").text()).doesNotContain(id);
    }

    @Test
    void a_court_takes_it_on_and_the_case_its_history_and_the_citizen_know() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        String id = receipt.path("id").asString();
        PageVisitor clerk = visitor().as("clerk1");
        String sue = "/cases/" + id + "/do/sue";
        assertThat(clerk.post(sue, sue, Map.of("confirm", "true")).expect(422).html())
                .contains("q-court-error");
        clerk.post(sue, sue, Map.of("court", "TAND tỉnh", "number", "12/2026", "confirm", "true"))
                .expect(200);
        as("clerk1")
                .post("/api/petitions/" + id + "/court", "{'court': 'TAND tỉnh', 'suedOn': '-999999999-01-01'}")
                .expect(422);
        assertThat(state(id)).isEqualTo("IN_COURT");
        assertThat(status(id)).isEqualTo("OPEN");
        as("clerk1")
                .post("/api/petitions/" + id + "/court", "{'court': 'TAND tỉnh', 'acceptedOn': '" + TODAY + "'}")
                .expect(200);
        assertThat(status(id)).isEqualTo("CLOSED");
        assertThat(as("inspector1")
                        .get("/api/decisions?state=IN_COURT&limit=200")
                        .text())
                .contains(id);
        Seen track = visitor().post("/t", "/t", known(receipt)).expect(200);
        assertThat(track.text()).contains("đang ở tòa án").contains("TAND tỉnh").doesNotContain("??");
        as("clerk1")
                .post("/api/petitions/" + id + "/court/result", "{'result': 'STOPPED', 'note': 'Rút đơn'}")
                .expect(200);
        assertThat(state(id)).isEqualTo("LEFT_TO_COURT");
        assertThat(clerk.get("/cases/" + id).expect(200).text())
                .contains("Khởi kiện tại TAND tỉnh")
                .contains("Rút đơn")
                .doesNotContain("??");
        as("clerk1")
                .post("/api/petitions/" + id + "/court/result", "{'result': 'STOPPED'}")
                .expect(422);
        as("clerk1")
                .post("/api/petitions/" + id + "/court/result", "{'result': 'LOST'}")
                .expect(422);
    }

    /** Row D10: within its time a second complaint keeps the first decision from its effect. */
    @Test
    void a_clerk_takes_in_the_second_complaint_on_the_page_of_the_first_D10() {
        String id = settled().path("id").asString();
        PageVisitor clerk = visitor().as("clerk1");
        String page = "/cases/" + id + "/do/second-complaint";
        assertThat(clerk.get(page).expect(200).text())
                .contains("Chưa biết ngày nhận quyết định")
                .doesNotContain("??");
        Map<String, String> typed = Map.of("content", "Không đồng ý", "channel", "DESK", "confirm", "true");
        assertThat(clerk.post(page, page, typed).expect(200).text()).containsPattern("Khiếu nại lần hai .*PIN \\d{6}");
        assertThat(state(id)).isEqualTo("CONTESTED");
        assertThat(clerk.post(page, page, typed).expect(422).text()).contains("hai");
        String effect = "/cases/" + id + "/do/take-effect";
        assertThat(visitor().as("head1").get(effect).expect(200).text()).doesNotContain("??");
    }

    @Test
    void the_citizen_complains_a_second_time_on_the_page_that_tells_where_it_stands() {
        JsonNode receipt = settled();
        Map<String, String> known = known(receipt);
        PageVisitor visitor = visitor();
        assertThat(visitor.post("/t", "/t", known).expect(200).text())
                .contains("chưa có hiệu lực pháp luật")
                .contains("Bạn không đồng ý điều gì?")
                .doesNotContain("??");
        assertThat(visitor.post("/t", "/t/second-complaint", with(known, "content", " "))
                        .expect(422)
                        .text())
                .contains("Hãy viết nội dung");
        assertThat(visitor.post("/t", "/t/second-complaint", with(known, "content", "Vẫn sai giá"))
                        .expect(200)
                        .text())
                .containsPattern("Đã nhận khiếu nại lần hai .*PIN \\d{6}")
                .contains("đang được giải quyết");
        Seen again = visitor.post("/t", "/t/second-complaint", with(known, "content", "Lần nữa"));
        assertThat(again.expect(422).text()).contains("Lần nữa");
    }

    /** Row D20. */
    @Test
    void a_meeting_is_announced_in_time_or_refused_in_words_D20() {
        Work work = new Work(nobody());
        String id = work.handIn(Samples.complaint()).path("id").asString();
        work.until(id, "publish");
        String announce = "/cases/" + id + "/do/announce-meeting";
        PageVisitor officer = visitor().as("officer1");
        assertThat(officer.post(announce, announce, Map.of("meetingOn", TODAY, "place", "Hội trường"))
                        .expect(422)
                        .text())
                .contains("quá gần");
        assertThat(officer.post(announce, announce, Map.of("meetingOn", "2029-01-01", "place", "Hội trường"))
                        .expect(200)
                        .text())
                .contains("Họp công khai ngày")
                .doesNotContain("??");
    }

    private JsonNode settled() {
        Work work = new Work(nobody());
        JsonNode receipt = work.handIn(Samples.complaint());
        String id = receipt.path("id").asString();
        work.until(id, "close");
        work.step(id);
        return receipt;
    }

    /** As the former register tells it: decided long before the program of the tests begins. */
    private String decidedLongAgo() {
        PetitionId id = new PetitionId(UUID.randomUUID().toString());
        PersonId lan = new PersonId(UUID.randomUUID().toString());
        Sealed name = Sealed.of(KeyId.person(lan.value()), "Nguyễn Thị Lan");
        Sealed text = Sealed.of(KeyId.petition(id.value()), "Thu hồi đất");
        var content = new IntakeCommand.Content(
                Kind.COMPLAINT,
                Channel.DESK,
                Instant.parse("2026-08-03T02:00:00Z"),
                text,
                text,
                "land",
                new UnitId("A"),
                null,
                false,
                false,
                null,
                null,
                List.of(new Point(1, text)),
                List.of(new Person(lan, PersonRole.COMPLAINANT, name, null, null, null, null)));
        var decided = new Reached.Decided("45/QĐ-UBND", LocalDate.of(2026, 9, 21), Conclusion.PARTLY_RIGHT, null);
        var reached = new Reached(Stand.DECIDED, LocalDate.of(2026, 8, 10), false, false, decided, null);
        Origin origin = new Origin("Sổ cũ", id.value(), null, false, Stand.DECIDED);
        commands.send(
                new IntakeCommand.TakeOver(
                        id, id.value().substring(0, 13), content, origin, reached, null, Set.of(), null, null),
                Origin.IMPORTER);
        assertThat(progress.awaitSettled(id.value(), Duration.ofSeconds(20))).isTrue();
        return id.value();
    }

    private String state(String id) {
        return as("officer1")
                .get("/api/petitions/" + id)
                .expect(200)
                .json()
                .path("aftermath")
                .path("state")
                .asString("");
    }

    private String status(String id) {
        return as("officer1").get("/api/petitions/" + id).json().path("status").asString();
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }

    private static Map<String, String> known(JsonNode receipt) {
        return Map.of(
                "code",
                receipt.path("code").asString(),
                "pin",
                receipt.path("pin").asString());
    }

    private static Map<String, String> with(Map<String, String> known, String field, String value) {
        Map<String, String> all = new HashMap<>(known);
        all.put(field, value);
        return all;
    }
}
