package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

class DuplicatePagesTest extends RunningApi {

    private final String number =
            UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 9);

    @LocalServerPort
    private int port;

    private Work work;
    private String code;

    @BeforeEach
    void handedIn() {
        work = new Work(nobody());
        code = handIn().path("code").asString();
    }

    @Test
    void hints_come_while_the_desk_types_and_the_one_chosen_is_linked() {
        PageVisitor clerk = visitor().as("clerk1");
        assertThat(clerk.get("/hand-in").expect(200).html()).contains("hx-post=\"/hand-in/alike\"");
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "channel", "DESK",
                "petitioners[0].fullName", "Lê Thị Hoa",
                "petitioners[0].idNumber", number,
                "about.date", "not a day yet"));
        Seen hints = clerk.post("/hand-in", "/hand-in/alike", typed).expect(200);
        assertThat(hints.html()).contains("value=\"" + code + "\"");
        assertThat(hints.text()).contains("cùng số giấy tờ");
        typed.remove("about.date");
        typed.put("subject", "Đơn gửi lại");
        typed.put("content", "Như đơn trước");
        typed.put("points[0].demand", "Xem xét lại");
        typed.put("seed", UUID.randomUUID().toString());
        typed.put("duplicateOf", code);
        Seen slip = clerk.post("/hand-in", "/hand-in", typed).expect(200);
        String petition = slip.path().substring("/hand-in/".length());
        JsonNode file =
                as("officer1").get("/api/petitions/" + petition).expect(200).json();
        assertThat(file.path("links").get(0).path("relation").asString()).isEqualTo("DUPLICATE_OF");
    }

    @Test
    void a_case_that_was_chosen_but_is_not_there_is_told_and_nothing_is_handed_in() {
        Seen page = visitor()
                .as("clerk1")
                .post(
                        "/hand-in",
                        "/hand-in",
                        Map.of(
                                "channel", "DESK",
                                "petitioners[0].fullName", "Lê Thị Hoa",
                                "subject", "Đơn gửi lại",
                                "content", "Như đơn trước",
                                "points[0].demand", "Xem xét lại",
                                "seed", UUID.randomUUID().toString(),
                                "duplicateOf", "K7M4-PX9T-2HC0"))
                .expect(422);
        assertThat(page.html()).contains("Như đơn trước");
    }

    @Test
    void an_officer_sees_on_the_case_what_may_be_the_same_and_links_or_stores_it() {
        String again = handIn().path("id").asString();
        PageVisitor officer = visitor().as("officer1");
        Seen page = officer.get("/cases/" + again).expect(200);
        assertThat(page.text()).contains("Có thể trùng với").contains("cùng số giấy tờ");
        Seen stored = officer.post("/cases/" + again, "/cases/" + again + "/store-duplicate", Map.of("of", code))
                .expect(200);
        assertThat(stored.text()).contains("Trùng với").contains("lưu đơn");
        String third = handIn().path("id").asString();
        Seen linked = officer.post("/cases/" + third, "/cases/" + third + "/duplicate", Map.of("of", code))
                .expect(200);
        assertThat(linked.text()).contains("Đã liên kết");
    }

    private JsonNode handIn() {
        return work.handIn("""
                {'kind': 'COMPLAINT', 'channel': 'DESK', 'subject': 'Về %s', 'content': 'Mảnh đất %s',
                 'petitioners': [{'fullName': 'Lê Thị Hoa', 'idNumber': '%s'}]}""".formatted(number, number, number));
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }
}
