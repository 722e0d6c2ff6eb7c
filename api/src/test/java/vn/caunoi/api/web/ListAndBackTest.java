package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** Whoever opened a case from a list comes back to it as it was. */
class ListAndBackTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void a_case_leads_back_to_the_row_of_the_list_it_was_opened_from() {
        String mark = "zqx" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        nobody().as("clerk1")
                .post("/api/petitions", Samples.least().replace("Trần Thị Bé", mark))
                .expect(201);
        PageVisitor clerk = new PageVisitor(port).as("clerk1");
        Seen list =
                clerk.get("/cases?name=" + mark + "&channel=POST&sort=OLDEST").expect(200);
        String link = list.find("class=\"code\" href=\"(/cases/[^\"]+)\"");
        String row = list.find("<tr id=\"(c-[^\"]+)\"");
        Seen page = clerk.get(link).expect(200);
        String back = page.find("data-back[^>]* href=\"([^\"]+)\"|href=\"([^\"]+)\"[^>]*data-back");
        assertThat(back).isEqualTo("/cases?name=" + mark + "&channel=POST&sort=OLDEST#" + row);
    }

    @Test
    void a_task_that_is_completed_leads_back_to_the_list_unless_the_next_step_is_the_readers() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        PageVisitor officer = new PageVisitor(port).as("officer1");
        String list = "/inbox?scope=mine&key=classify";
        String from = "/cases/" + id + "?from=" + encoded(list);
        String task = officer.get(from).find("/tasks/([^/]+)/claim");
        Seen claimed = officer.post(from, "/tasks/" + task + "/claim", Map.of("back", list))
                .expect(200);
        assertThat(claimed.html()).contains("name=\"back\" value=\"/inbox?scope=mine&amp;key=classify\"");
        Map<String, String> wrong = Map.of("outcome", "guide", "back", list);
        assertThat(officer.post(from, "/tasks/" + task + "/complete", wrong)
                        .expect(422)
                        .html())
                .contains("name=\"back\" value=\"/inbox?scope=mine&amp;key=classify\"", "Về danh sách");
        Map<String, String> typed = new HashMap<>(Map.of("outcome", "store", "back", list));
        typed.put("store.reason", "Trùng");
        Seen after = officer.post(from, "/tasks/" + task + "/complete", typed).expect(200);
        assertThat(after.path()).isEqualTo("/inbox");
        assertThat(after.text()).contains("Việc cần làm");
        assertThat(after.html()).contains("/cases/" + id);
    }

    @Test
    void an_address_elsewhere_is_not_followed() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        PageVisitor officer = new PageVisitor(port).as("officer1");
        for (String elsewhere : new String[] {
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "/inbox\r\nX: y",
            "/x{y}",
            " "
        }) {
            Seen page =
                    officer.get("/cases/" + id + "?from=" + encoded(elsewhere)).expect(200);
            assertThat(page.html())
                    .as(elsewhere)
                    .doesNotContainPattern("<a[^>]*data-back[^>]*href")
                    .doesNotContainPattern("href=\"[^\"]*evil");
        }
        assertThat(Pages.listOf("/inbox?" + "q".repeat(3_000))).isNull();
        assertThat(URLDecoder.decode(Pages.listOf("/cases?q=%C4%91%E1%BA%A5t"), StandardCharsets.UTF_8))
                .isEqualTo("/cases?q=đất");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
