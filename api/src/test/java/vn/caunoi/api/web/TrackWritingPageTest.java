package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** What somebody does on the tracking page besides looking: writes, withdraws, finds whom to call. */
class TrackWritingPageTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void who_writes_is_told_so_and_nothing_typed_is_lost_when_something_was_wrong() {
        Map<String, String> known = known(new Work(nobody()).handIn(Samples.complaint()));
        PageVisitor visitor = new PageVisitor(port);
        assertThat(visitor.post("/t", "/t/write", with(known, "text", " "))
                        .expect(422)
                        .text())
                .contains("Hãy viết nội dung", "Viết cho cơ quan")
                .doesNotContain("??");
        assertThat(visitor.post("/t", "/t/write", with(known, "pin", "1", "text", "Tôi đổi số"))
                        .expect(422)
                        .text())
                .contains("Không tìm thấy đơn", "Tôi đổi số");
        assertThat(visitor.post("/t", "/t/write", with(known, "text", "Tôi đổi số"))
                        .expect(200)
                        .text())
                .contains("Đã gửi. Cán bộ phụ trách được báo tin.", "Bạn đã viết ngày", "Tôi đổi số");
    }

    @Test
    void what_the_officer_writes_back_is_read_with_code_and_pin_and_does_not_count_as_written_by_the_citizen() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        Map<String, String> known = known(receipt);
        PageVisitor visitor = new PageVisitor(port);
        visitor.post("/t", "/t/write", with(known, "text", "Tôi đổi số")).expect(200);
        String page = "/cases/" + receipt.path("id").asString();
        PageVisitor officer = new PageVisitor(port).as("officer1");
        officer.get(page + "/do/reply").expect(200);
        officer.post(page, page + "/do/reply", Map.of("text", " ")).expect(422);
        officer.post(page, page + "/do/reply", Map.of("text", "Đã ghi số mới")).expect(200);
        assertThat(officer.get(page).expect(200).text()).contains("viết cho người gửi đơn", "Đã ghi số mới");
        assertThat(visitor.post("/t", "/t", known).expect(200).text())
                .contains("Cơ quan viết cho bạn ngày", "Đã ghi số mới", "Bạn đã viết ngày");
    }

    @Test
    void who_withdraws_reads_what_follows_and_confirms_it() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        Map<String, String> known = known(receipt);
        PageVisitor visitor = new PageVisitor(port);
        assertThat(visitor.post("/t", "/t", known).expect(200).text())
                .contains("chỉ rút được bằng văn bản có chữ ký", "không được thụ lý lại", "ép buộc hoặc đe dọa")
                .doesNotContain("Tố cáo đã rút vẫn", "??");
        assertThat(visitor.post("/t", "/t/withdraw", with(known, "reason", "Đã thỏa thuận"))
                        .expect(422)
                        .text())
                .contains("xác nhận bạn muốn rút đơn", "Đã thỏa thuận");
        assertThat(visitor.post("/t", "/t/withdraw", with(known, "reason", "Đã thỏa thuận", "sure", "true"))
                        .expect(200)
                        .text())
                .contains("Bạn đã báo muốn rút đơn");
        String page = "/cases/" + receipt.path("id").asString();
        assertThat(new PageVisitor(port).as("officer1").get(page).expect(200).text())
                .contains("Báo muốn rút đơn: mời đến ký", "Đã thỏa thuận", "Người gửi đơn báo muốn rút đơn");
    }

    @Test
    void feedback_ends_when_it_is_withdrawn_and_what_is_closed_is_not_written_to() {
        Map<String, String> known =
                known(new Work(nobody()).handIn(Samples.least().replace("'channel'", "'kind': 'FEEDBACK', 'channel'")));
        PageVisitor visitor = new PageVisitor(port);
        assertThat(visitor.post("/t", "/t", known).expect(200).text()).contains("việc giải quyết dừng ngay");
        assertThat(visitor.post("/t", "/t/withdraw", with(known, "reason", "Đã sửa", "sure", "true"))
                        .expect(200)
                        .text())
                .contains("Đã ghi nhận")
                .doesNotContain("việc giải quyết dừng ngay");
        assertThat(visitor.post("/t", "/t/withdraw", with(known, "reason", "Đã sửa", "sure", "true"))
                        .expect(422)
                        .text())
                .contains("rút");
    }

    @Test
    void an_administrator_keeps_how_a_unit_is_reached_and_everybody_reads_it() {
        PageVisitor admin = new PageVisitor(port).as("admin1");
        String list = admin.get("/admin/contacts").expect(200).html();
        String page = "/admin/contacts/B";
        assertThat(list).contains(page);
        assertThat(admin.post(page, page, Map.of("hotline", "gọi tôi", "address", "Số 5"))
                        .expect(422)
                        .html())
                .contains("gọi tôi", "Số 5", "class=\"error\"");
        assertThat(admin.post(page, page, Map.of("hotline", "1900 1234", "hours", "7:30-17:00"))
                        .expect(200)
                        .text())
                .contains("Đã lưu cách liên hệ.")
                .doesNotContain("??");
        assertThat(new PageVisitor(port).get("/public/contacts").expect(200).html())
                .contains("tel:19001234", "7:30-17:00")
                .doesNotContain("??");
        admin.get("/admin/contacts/nowhere").expect(404);
        new PageVisitor(port).as("head1").get(page).expect(403);
    }

    private static Map<String, String> known(JsonNode receipt) {
        return Map.of(
                "code",
                receipt.path("code").asString(),
                "pin",
                receipt.path("pin").asString());
    }

    private static Map<String, String> with(Map<String, String> known, String... more) {
        Map<String, String> all = new HashMap<>(known);
        for (int at = 0; at < more.length; at += 2) all.put(more[at], more[at + 1]);
        return all;
    }
}
