package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

class SignatoriesPageTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void a_sheet_of_signatures_is_copied_at_once_and_printed_as_a_list() {
        Seen slip = clerk().post(
                        "/hand-in",
                        "/hand-in",
                        typed("Lê Thị Hoa; Thôn Đông; 001085000001\n\nTrần Văn Bình; Thôn Tây\nHồ Chi\nĐỗ Dung"))
                .expect(200);
        String path = "/cases/" + slip.path().substring("/hand-in/".length());
        PageVisitor officer = new PageVisitor(port).as("officer1");
        assertThat(officer.get(path).expect(200).html()).contains(path + "/signatories");
        assertThat(officer.get(path + "/signatories").expect(200).text())
                .contains("Lê Thị Hoa Thôn Đông 001085000001")
                .contains("5 người")
                .contains("Đỗ Dung");
        new PageVisitor(port).as("officer3").get(path + "/signatories").expect(404);
    }

    @Test
    void what_is_wrong_with_the_list_is_told_at_the_list() {
        Seen page = clerk().post("/hand-in", "/hand-in", typed("; Thôn Đông")).expect(422);
        assertThat(page.html()).contains("q-signatories-error").contains("; Thôn Đông");
        Map<String, String> many = typed("Một\nHai\nBa\nBốn");
        for (int i = 0; i < 3; i++) {
            many.put("petitioners[" + i + "].fullName", "Đại diện " + i);
            many.put("petitioners[" + i + "].role", "REPRESENTATIVE");
        }
        assertThat(clerk().post("/hand-in", "/hand-in", many).expect(422).html())
                .contains("q-petitioners-0--role-error")
                .contains("Quá nhiều người đại diện");
    }

    private PageVisitor clerk() {
        return new PageVisitor(port).as("clerk1");
    }

    private static Map<String, String> typed(String signatories) {
        return new LinkedHashMap<>(Map.of(
                "kind", "COMPLAINT",
                "channel", "DESK",
                "petitioners[0].fullName", "Nguyễn Văn An",
                "signatories", signatories,
                "subject", "Thu hồi đất",
                "content", "Chúng tôi không đồng ý",
                "points[0].demand", "Xem xét lại",
                "seed", UUID.randomUUID().toString()));
    }
}
