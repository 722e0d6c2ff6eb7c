package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** A supervisor does the same with many cases of a board: told before, each by itself, each once. */
class BulkPagesTest extends RunningApi {

    private static final String CHOSEN = "/cases/chosen";

    @LocalServerPort
    private int port;

    @Test
    void chosen_cases_of_the_board_are_urged_after_the_page_said_how_many_and_once_only() {
        JsonNode first = late();
        JsonNode second = late();
        PageVisitor head = new PageVisitor(port).as("head1");
        Seen board = head.get("/overdue").expect(200);
        assertThat(board.html()).contains("name=\"case\"", "data-all=\"chosen\"", "value=\"extend\"");
        assertThat(board.text()).doesNotContain("??");
        Seen asked = head.post("/overdue", CHOSEN, Map.of("do", "urge", "case", ids(first, second)))
                .expect(200);
        assertThat(asked.text())
                .contains("Đôn đốc 2 vụ việc", code(first), code(second))
                .doesNotContain("??");
        assertThat(urgings(first)).isZero();

        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("form", asked.find("name=\"form\" value=\"([^\"]+)\""));
        sent.put("back", "/overdue");
        sent.put("case", ids(first, second));
        sent.put("replyBy", "2020-01-01");
        Seen wrong = head.post("/overdue", CHOSEN + "/urge", sent).expect(422);
        assertThat(wrong.html()).contains("q-text", "q-replyBy").doesNotContain("??");
        assertThat(wrong.find("name=\"form\" value=\"([^\"]+)\"")).isEqualTo(sent.get("form"));
        assertThat(urgings(first)).isZero();

        sent.put("replyBy", "2026-12-31");
        sent.put("text", "Báo cáo tiến độ");
        Seen done = head.post("/overdue", CHOSEN + "/urge", sent).expect(200);
        assertThat(done.path()).isEqualTo("/overdue");
        assertThat(done.text()).contains("Làm được cả 2 vụ việc").doesNotContain("??");
        Seen again = head.post("/overdue", CHOSEN + "/urge", sent).expect(200);
        assertThat(again.text()).contains("đã làm từ lần gửi trước");
        assertThat(urgings(first)).isOne();
        assertThat(urgings(second)).isOne();
    }

    @Test
    void a_case_that_is_refused_says_why_and_leaves_the_others_alone() {
        JsonNode late = late();
        JsonNode intime = new Work(nobody()).handIn(Samples.complaint());
        PageVisitor head = new PageVisitor(port).as("head1");
        Seen asked = head.post("/overdue", CHOSEN, Map.of("do", "explain", "case", ids(late, intime)))
                .expect(200);
        assertThat(asked.text()).contains("1 vụ việc chưa quá hạn");
        Map<String, String> sent = Map.of(
                "form",
                "form-" + late.path("id").asString(),
                "back",
                "/escalated",
                "case",
                ids(late, intime) + ",nowhere",
                "question",
                "Vì sao chậm?",
                "replyBy",
                "2026-12-31");
        Seen done = head.post("/overdue", CHOSEN + "/explain", sent).expect(200);
        assertThat(done.path()).isEqualTo("/escalated");
        assertThat(done.text()).contains("Làm được 1 vụ việc, không được 2 vụ việc", "Chưa hết hạn");
        assertThat(head.get("/cases/" + id(late)).text()).contains("Vì sao chậm?");
        assertThat(head.get("/cases/" + id(intime)).text()).doesNotContain("Vì sao chậm?");
    }

    @Test
    void cases_are_given_to_an_officer_and_extended_from_the_board() {
        JsonNode one = new Work(nobody()).handIn(Samples.complaint());
        PageVisitor head = new PageVisitor(port).as("head1");
        head.post(
                        "/board",
                        CHOSEN + "/reassign",
                        Map.of(
                                "form",
                                "r-" + id(one),
                                "case",
                                ids(one),
                                "officer",
                                "officer2",
                                "reason",
                                "Phân công lại"))
                .expect(200);
        JsonNode file = as("head1").get("/api/petitions/" + id(one)).expect(200).json();
        assertThat(file.path("assignee").asString()).isEqualTo("officer2");
        String before = file.at("/deadlines/0/due").asString();
        head.post(
                        "/board",
                        CHOSEN + "/extend",
                        Map.of(
                                "form", "e-" + id(one),
                                "case", ids(one),
                                "amount", "5",
                                "unit", "CALENDAR_DAYS",
                                "reason", "Vụ việc phức tạp"))
                .expect(200);
        assertThat(as("head1")
                        .get("/api/petitions/" + id(one))
                        .json()
                        .at("/deadlines/0/due")
                        .asString())
                .isNotEqualTo(before);
    }

    @Test
    void who_may_not_is_refused_and_nothing_chosen_is_told() {
        JsonNode one = new Work(nobody()).handIn(Samples.complaint());
        new PageVisitor(port)
                .as("officer1")
                .post("/inbox", CHOSEN, Map.of("do", "urge", "case", ids(one)))
                .expect(403);
        PageVisitor inspector = new PageVisitor(port).as("inspector1");
        inspector
                .post("/overdue", CHOSEN, Map.of("do", "extend", "case", ids(one)))
                .expect(404);
        assertThat(inspector
                        .post("/overdue", CHOSEN, Map.of("do", "urge", "back", "/overdue"))
                        .expect(200)
                        .text())
                .contains("Hãy chọn ít nhất một vụ việc");
        assertThat(new PageVisitor(port)
                        .as("head2")
                        .post("/overdue", CHOSEN, Map.of("do", "urge", "case", ids(one)))
                        .expect(200)
                        .text())
                .doesNotContain(code(one));
    }

    private JsonNode late() {
        return new Work(nobody())
                .handIn(Samples.complaint()
                        .replace("'channel': 'DESK'", "'channel': 'DESK', 'receivedAt': '2026-09-01T08:00:00+07:00'"));
    }

    private long urgings(JsonNode receipt) {
        return as("head1")
                .get("/api/petitions/" + id(receipt))
                .json()
                .path("urgings")
                .size();
    }

    private static String ids(JsonNode... receipts) {
        return Arrays.stream(receipts).map(BulkPagesTest::id).collect(Collectors.joining(","));
    }

    private static String id(JsonNode receipt) {
        return receipt.path("id").asString();
    }

    private static String code(JsonNode receipt) {
        return receipt.path("code").asString();
    }
}
