package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** How cases like one ended, beside its form. */
class PrecedentPageTest extends RunningApi {

    private final String mark = "Mã " + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Test
    void a_closed_case_is_shown_with_its_outcome_and_without_who_petitioned() {
        Work work = new Work(nobody());
        String closed = work.handIn(feedback("Nguyễn Thị Kín")).path("id").asString();
        work.complete(work.task(closed), "store").expect(200);
        String open = work.handIn(feedback("Trần Văn Hở")).path("id").asString();
        PageVisitor officer = new PageVisitor(port).as("officer1");
        Seen page = officer.get("/cases/" + open).expect(200);
        assertThat(page.html()).contains("hx-get=\"/cases/" + open + "/precedents\"");
        Seen alone = officer.get("/cases/" + open + "/precedents").expect(200);
        assertThat(alone.text())
                .contains(mark, "lưu đơn", "Đã lưu", "cùng lĩnh vực", "cùng nơi")
                .doesNotContain("Kín", "Hở");
        assertThat(alone.html()).contains("/cases/" + closed);
        new PageVisitor(port)
                .as("officer3")
                .get("/cases/" + open + "/precedents")
                .expect(404);
        new PageVisitor(port)
                .as("designer1")
                .get("/cases/" + open + "/precedents")
                .expect(403);
    }

    private String feedback(String name) {
        return """
                {'kind': 'FEEDBACK', 'channel': 'DESK', 'subject': 'Đèn đường hỏng %s',
                 'content': 'Đèn đường trước nhà văn hóa thôn Hạ hỏng từ tháng mười, đi lại ban đêm nguy hiểm. %s',
                 'category': 'land', 'place': '%s', 'petitioners': [{'fullName': '%s'}]}""".formatted(mark, mark, mark, name);
    }
}
