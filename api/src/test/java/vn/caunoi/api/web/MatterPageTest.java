package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

class MatterPageTest extends RunningApi {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort
    private int port;

    private String path;
    private String other;

    @BeforeEach
    void sameLetters() {
        Work work = new Work(nobody());
        path = "/cases/" + handIn(work, "Nguyễn Thị Một").path("id").asString();
        other = handIn(work, "Trần Văn Hai").path("code").asString();
    }

    @Test
    void letters_that_are_alike_are_gathered_and_listed_to_be_annexed() {
        PageVisitor officer = new PageVisitor(port).as("officer1");
        assertThat(officer.get(path).expect(200).html()).contains(path + "/matter");
        assertThat(officer.get(path + "/matter").expect(200).html()).contains("value=\"" + other + "\"");
        Seen done = officer.post(
                        path + "/matter", path + "/matter", Map.of("petition", other, "reason", "Cùng nội dung"))
                .expect(200);
        assertThat(done.text())
                .contains("Đã nhập 1 đơn")
                .contains("Đã nhập: 1 đơn")
                .contains(other);
        assertThat(officer.get(path + "/signatories").expect(200).text())
                .contains("Nguyễn Thị Một")
                .contains(other + " 1 Trần Văn Hai");
    }

    @Test
    void what_is_missing_is_told() {
        Seen page = new PageVisitor(port)
                .as("officer1")
                .post(path + "/matter", path + "/matter", Map.of())
                .expect(422);
        assertThat(page.html()).contains("petitions-error").contains("reason-error");
    }

    private JsonNode handIn(Work work, String name) {
        return work.handIn("""
                {'kind': 'FEEDBACK', 'channel': 'POST', 'subject': 'Bãi rác %s', 'content': 'Bãi rác %s gây ô nhiễm nặng.',
                 'petitioners': [{'fullName': '%s'}]}""".formatted(mark, mark, name));
    }
}
