package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

/** The page of the search and what people keep on it. */
class SearchPagesTest extends RunningApi {

    private final String mark = "zq"
            + UUID.randomUUID()
                    .toString()
                    .replaceAll("[^0-9a-f]", "")
                    .substring(0, 8)
                    .replaceAll("[0-9]", "g");

    @Test
    void what_is_looked_for_stays_in_the_page_is_downloaded_kept_and_begun_with() {
        as("clerk1").post("/api/petitions", """
                        {'kind': 'COMPLAINT', 'channel': 'DESK', 'subject': 'Thu hồi đất', 'content': 'Không đồng ý.',
                         'category': 'land', 'points': [{'demand': 'Xét lại'}],
                         'petitioners': [{'fullName': 'Lê Văn %s'}]}""".formatted(mark)).expect(201);
        PageVisitor head = new PageVisitor(nobody().port()).as("head2");
        assertThat(head.get("/cases?name=" + mark).text()).contains("0 vụ việc", "Không tìm thấy vụ việc nào.");
        PageVisitor clerk = new PageVisitor(nobody().port()).as("clerk1");
        String asked = "/cases?name=" + mark + "&category=" + "%C4%90%E1%BA%A5t%20%C4%91ai";
        Seen page = clerk.get(asked).expect(200);
        assertThat(page.text()).contains("1 vụ việc", "Tải về CSV");
        assertThat(page.html()).contains("value=\"" + mark + "\"").doesNotContain("Chia sẻ với cả đơn vị");
        Seen file = clerk.get(page.find("href=\"(/cases/export.csv[^\"]*)\""));
        assertThat(file.html()).contains("Thu hồi đất", "Khiếu nại").doesNotContain(mark);

        Seen kept = clerk.post(
                asked,
                "/filters",
                Map.of(
                        "list",
                        "CASES",
                        "query",
                        page.find("name=\"query\" value=\"([^\"]+)\""),
                        "name",
                        "Đất " + mark,
                        "first",
                        "true"));
        assertThat(kept.expect(200).text()).contains("Đã lưu bộ lọc.", "Đất " + mark, "1 vụ việc", "mở đầu tiên");
        assertThat(clerk.get("/cases").text()).as("begins with it").contains("1 vụ việc");
        assertThat(clerk.get("/cases?q=").html()).as("without it").contains("name=\"q\"");
        String id = kept.find("/filters/([0-9a-f-]{36})/delete");
        assertThat(clerk.post("/cases?q=", "/filters/" + id + "/first", Map.of("with", "false"))
                        .text())
                .contains("Danh sách không còn mở với bộ lọc này.");
        assertThat(clerk.post("/cases?q=", "/filters/" + id + "/delete", Map.of())
                        .expect(200)
                        .text())
                .contains("Đã xóa bộ lọc.")
                .doesNotContain("Đất " + mark);
        assertThat(clerk.post("/cases?q=", "/filters", Map.of("list", "CASES", "query", "q=a", "name", " "))
                        .text())
                .contains("Phải nhập.");
    }

    @Test
    void the_task_list_is_kept_and_shared_by_the_head() {
        PageVisitor head = new PageVisitor(nobody().port()).as("head1");
        Seen kept = head.post(
                "/inbox?scope=team",
                "/filters",
                Map.of("list", "INBOX", "query", "scope=team&overdue=true", "name", mark, "shared", "true"));
        assertThat(kept.expect(200).text()).contains("Đã lưu bộ lọc.", mark);
        assertThat(new PageVisitor(nobody().port())
                        .as("officer1")
                        .get("/inbox?scope=mine")
                        .text())
                .contains(mark, "của đơn vị");
        String id = kept.find("<a href=\"/inbox\\?[^>]*>" + mark + "</a>[\\s\\S]*?/filters/([0-9a-f-]{36})/delete");
        head.post("/inbox?scope=team", "/filters/" + id + "/delete", Map.of()).expect(200);
        assertThat(head.get("/inbox?scope=team").text()).doesNotContain(mark);
        head.get("/inbox?key=%00").expect(422);
        assertThat(head.get("/cases?unit=%00&from=perhaps").expect(200).text()).contains("Không đúng định dạng.");
    }

    @Test
    void what_no_list_can_look_for_is_refused_on_a_page_that_says_so() {
        PageVisitor head = new PageVisitor(nobody().port()).as("head1");
        for (String list : List.of("decisions", "overdue", "escalated", "national", "conferences", "reception/rota"))
            head.get("/" + list + "?unit=%00").expect(422);
        for (String list : List.of("figures", "national", "export/petitions"))
            head.get("/" + list + "?from=%2B999999999-12-31").expect(400);
    }
}
