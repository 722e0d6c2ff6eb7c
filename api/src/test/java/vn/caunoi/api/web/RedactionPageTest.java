package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** A decision from its issue until everybody reads it, without what tells who somebody is. */
class RedactionPageTest extends RunningApi {

    private static final String DECISION =
            "Trả lại đất cho ông Nguyễn Văn An, CCCD 001085012345, điện thoại 0912 345 678,"
                    + " email an@example.vn, ở số nhà 12/5 đường Trần Phú, thôn Hạ. Bà Lê Thị Mười làm chứng. Đất giáp nhà Tám.";

    @LocalServerPort
    private int port;

    @Test
    void what_tells_who_somebody_is_is_proposed_blacked_out_looked_at_by_another_and_then_public() {
        String id = issued();
        String page = "/cases/" + id + "/redaction";
        PageVisitor officer = visitor().as("officer1");
        Seen proposed = officer.get(page).expect(200);
        for (String found : new String[] {
            "Nguyễn Văn An", "001085012345", "an@example.vn", "Lê Thị Mười", "số nhà 12/5 đường Trần Phú", "thôn Hạ"
        }) assertThat(proposed.html()).contains("value=\"" + found + "\"");
        assertThat(proposed.text())
                .contains("người gửi đơn", "số giấy tờ", "tên người")
                .doesNotContain("??");
        Map<String, String> chosen = new HashMap<>(
                Map.of(
                        "more",
                        "Nguyễn Văn An\n001085012345\n0912345678\nan@example.vn\nsố nhà 12/5 đường Trần Phú\nthôn Hạ\nLê Thị Mười\nTám"));
        Seen looked = officer.post(page, page, with(chosen, "then", "look")).expect(200);
        assertThat(looked.html()).contains("<del class=\"black\">Tám</del>", "<del class=\"black\">0912 345 678</del>");
        assertThat(officer.post(page, page, Map.of("more", "Tám", "then", "give"))
                        .expect(422)
                        .text())
                .contains("Có họ tên, địa chỉ hoặc số liên lạc của người gửi");
        Seen given = officer.post(page, page, with(chosen, "then", "give")).expect(200);
        assertThat(given.text())
                .contains("Đã bôi đen", "Chờ người khác xem lại", "Người bôi đen không tự công khai")
                .contains("Trả lại đất cho ông █████, CCCD █████, điện thoại █████, email █████, ở █████, █████."
                        + " Bà █████ làm chứng. Đất giáp nhà █████.");
        assertThat(publicly("/public/decisions?q=giap+nha").text()).doesNotContain("Đất giáp nhà");
        assertThat(officer.post(page, page + "/publish", Map.of("read", "true"))
                        .expect(422)
                        .text())
                .contains("người khác phải xem lại");

        PageVisitor head = visitor().as("head1");
        head.post(page, page + "/publish", Map.of()).expect(422);
        assertThat(head.post(page, page + "/publish", Map.of("read", "true"))
                        .expect(200)
                        .text())
                .contains("Đã công khai.", "Name of head1 xem lại và công khai");
        Seen list = publicly("/public/decisions?q=giap+nha");
        assertThat(list.text()).contains("Đất giáp nhà █████").doesNotContain("??");
        Seen one = publicly(list.find("href=\"(/public/decisions/[^\"?]+)\""));
        for (String secret : new String[] {"Nguyễn", "001085", "0912", "an@", "Trần Phú", "Mười", "Tám", id})
            assertThat(one.html()).doesNotContain(secret);
        assertThat(nobody().get("/api/public/decisions?q=giap+nha").expect(200).text())
                .contains("█████")
                .doesNotContain("Mười", id);
        assertThat(head.get("/cases/" + id).expect(200).text())
                .contains("Đã công khai ngày", "Công khai quyết định cho mọi người, Name of officer1 bôi đen");

        assertThat(officer.get("/cases/" + id).html()).contains("href=\"" + page + "\"");
        assertThat(visitor().as("inspector1").get("/cases/" + id).expect(200).html())
                .contains("Đã công khai ngày")
                .doesNotContain(page);
        head.post(page, page + "/take-down", Map.of("reason", " ")).expect(422);
        assertThat(head.post(page, page + "/take-down", Map.of("reason", "Còn sót"))
                        .expect(200)
                        .text())
                .contains("Đã gỡ xuống");
        assertThat(publicly("/public/decisions?q=giap+nha").text()).doesNotContain("Đất giáp nhà");
    }

    @Test
    void there_is_nothing_to_publish_of_what_was_not_decided_nor_for_who_does_not_have_the_case() {
        String open = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        visitor().as("officer1").get("/cases/" + open + "/redaction").expect(404);
        visitor().as("clerk1").get("/cases/" + open + "/redaction").expect(403);
        as("officer1").get("/api/petitions/" + open + "/redaction").expect(404);
        assertThat(publicly("/public/decisions?q=" + "x".repeat(201)).html()).contains("role=\"alert\"");
        visitor().get("/public/decisions/nothing").expect(404);
    }

    private String issued() {
        Work work = new Work(nobody());
        String id = work.handIn(Samples.complaint()).path("id").asString();
        JsonNode task = work.until(id, "draft-resolution");
        String path = "/api/tasks/" + task.path("id").asString();
        JsonNode form = as("officer1").get(path + "/form").expect(200).json();
        JsonNode way = StreamSupport.stream(form.path("outcomes").spliterator(), false)
                .findFirst()
                .orElseThrow();
        Map<String, Object> data = new HashMap<>(Work.data(way));
        data.put("text", DECISION);
        as("officer1")
                .postJson(path + "/complete", Map.of("outcome", way.path("id").asString(), "data", data))
                .expect(200);
        work.until(id, "send-resolution");
        return id;
    }

    private Seen publicly(String path) {
        return visitor().get(path).expect(200);
    }

    private static Map<String, String> with(Map<String, String> known, String name, String value) {
        Map<String, String> all = new HashMap<>(known);
        all.put(name, value);
        return all;
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }
}
