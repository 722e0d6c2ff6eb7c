package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

class TriagePageTest extends RunningApi {

    @LocalServerPort
    private int port;

    private String petition;

    @BeforeEach
    void handedIn() {
        petition = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
    }

    @Test
    void an_officer_checks_a_petition_and_sees_what_the_table_proposes_and_by_what_law() {
        PageVisitor officer = visitor().as("officer1");
        String path = "/cases/" + petition;
        assertThat(officer.get(path).expect(200).html()).contains(path + "/do/triage");
        Seen sheet = officer.get(path + "/do/triage").expect(200);
        assertThat(sheet.text()).contains("Chữ ký hoặc điểm chỉ").contains("Có dấu hiệu tội phạm");
        assertThat(sheet.html()).contains("name=\"check-DEMAND\"").doesNotContain("check-REPRESENTED");
        Seen done = officer.post(
                        path + "/do/triage",
                        path + "/do/triage",
                        Map.of("kind", "COMPLAINT", "competent", "true", "check-SIGNED", "true"))
                .expect(200);
        assertThat(done.path()).isEqualTo(path);
        assertThat(done.text())
                .contains("Đề xuất: Yêu cầu bổ sung")
                .contains("TT 05/2021 Đ6.2")
                .contains("dòng H12")
                .contains("Tài liệu liên quan")
                .contains("Kiểm tra đơn, đề xuất: Yêu cầu bổ sung")
                .contains("Biểu mẫu Phân loại đơn", "Giới hạn 10 ngày", "Đề xuất Yêu cầu bổ sung")
                .doesNotContain("CALENDAR_DAYS", "RESPONDENT", "settle_1");
    }

    @Test
    void the_form_asks_why_where_another_way_is_chosen() {
        PageVisitor officer = visitor().as("officer1");
        String path = "/cases/" + petition;
        String task = new Work(nobody()).task(petition).path("id").asString();
        as("officer1").post("/api/tasks/" + task + "/claim", "{}").expect(200);
        officer.post(path + "/do/triage", path + "/do/triage", Map.of("kind", "COMPLAINT", "competent", "true"))
                .expect(200);
        Seen form = officer.get(path).expect(200);
        assertThat(form.html())
                .contains("name=\"store.departure\"")
                .contains("name=\"classified.kind\" value=\"COMPLAINT\" checked")
                .doesNotContain("name=\"needs-supplement.departure\"");
        Seen refused = officer.post(
                        path, "/tasks/" + task + "/complete", Map.of("outcome", "store", "store.reason", "Đơn trùng"))
                .expect(422);
        assertThat(refused.html()).contains("q-store-departure-error").contains(">Đơn trùng<");
    }

    @Test
    void what_was_not_said_is_told_and_what_was_ticked_is_kept() {
        String path = "/cases/" + petition + "/do/triage";
        Seen page = visitor()
                .as("officer1")
                .post(path, path, Map.of("kind", "COMPLAINT", "check-SIGNED", "true"))
                .expect(422);
        assertThat(page.html()).contains("q-competent-error").containsPattern("name=\"check-SIGNED\"[^>]*checked");
    }

    @Test
    void the_table_is_a_page_beside_that_of_the_deadlines() {
        PageVisitor designer = visitor().as("designer1");
        assertThat(designer.get("/processes").expect(200).html()).contains("/processes/handling");
        assertThat(designer.get("/processes/handling").expect(200).text())
                .contains("H19")
                .contains("LTC Đ25.2")
                .contains("cần xác nhận (M?)")
                .contains("Giấy ủy quyền được công chứng");
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }
}
