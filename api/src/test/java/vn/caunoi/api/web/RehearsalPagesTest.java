package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** Designers rehearse drafts in the background and look at what became of each case, by code and steps only. */
class RehearsalPagesTest extends RunningApi {

    private static final String ALL = "/processes/petition-intake/rehearsals";

    @LocalServerPort
    private int port;

    @Test
    void a_version_is_rehearsed_in_the_background_and_its_result_has_an_address() {
        String code = code();
        PageVisitor designer = designer();
        String here = begun(designer, Map.of("version", "1", "sample", "100000"), Map.of());
        Seen done = ended(designer, here);
        assertThat(done.text()).contains("Đi cùng đường", "Diễn tập Phiên bản 1", "đã xong");
        assertThat(designer.get(here + "?way=SAME").expect(200).html()).contains("/cases/");
        assertThat(designer.get(here + "/cases.csv").expect(200).html()).contains(code, "Đi cùng đường");
        assertThat(designer.get(here + "?way=FAILED").expect(200).text()).contains("Không có vụ việc nào như vậy.");
        assertThat(designer.get(ALL).expect(200).html()).contains(here);
    }

    @Test
    void a_case_that_would_go_elsewhere_is_shown_with_both_ways() {
        code();
        PageVisitor designer = designer();
        String here = begun(designer, Map.of("sample", "100000"), Map.of("draft", renamed(designer)));
        Seen done = ended(designer, here);
        assertThat(done.text()).contains("Đến bước chưa từng có", "petition-intake/sort");
        String parted = designer.get(here + "?parting=1").expect(200).find("href=\"(" + here + "/cases/[0-9]+)\"");
        Seen both = designer.get(parted).expect(200);
        assertThat(both.html()).contains("data-diagram=\"" + here + "/xml\"", "data-drafted=\"sort\"");
        assertThat(both.text())
                .contains("rẽ tại đây", "petition-intake/classify")
                .doesNotContain("Nguyễn");
        assertThat(designer.get(here + "/xml").expect(200).html()).contains("\"sort\"");
        designer.get(here + "/cases/9999999").expect(404);
    }

    @Test
    void what_is_assumed_of_a_new_step_is_named_in_the_result() {
        code();
        PageVisitor designer = designer();
        String here = begun(designer, Map.of("sample", "100000"), Map.of("draft", renamed(designer)));
        ended(designer, here);
        Seen refused = designer.post(
                        here,
                        here + "/again",
                        Map.of("outcome.petition-intake/sort", "accept", "days.petition-intake/sort", "-3"))
                .expect(422);
        assertThat(refused.html()).contains("value=\"-3\"");
        Seen begun = designer.post(
                        here,
                        here + "/again",
                        Map.of("outcome.petition-intake/sort", "classified", "days.petition-intake/sort", "2"))
                .expect(200);
        assertThat(begun.path()).isNotEqualTo(here);
        assertThat(ended(designer, begun.path()).text())
                .contains("Giả định: bước petition-intake/sort kết thúc với “classified” sau 2 ngày làm việc");
        designer.post(here, here + "/again", Map.of("like.petition-intake/sort", "nothing"))
                .expect(422);
        Seen like = designer.post(here, here + "/again", Map.of("like.petition-intake/sort", "classify"))
                .expect(200);
        assertThat(ended(designer, like.path()).text())
                .contains(
                        "Giả định: bước petition-intake/sort diễn ra như đã ghi nhận của bước petition-intake/classify");
    }

    @Test
    void what_cannot_be_rehearsed_is_told_beside_what_was_typed() {
        PageVisitor designer = designer();
        Seen nothing =
                designer.upload(ALL, ALL, Map.of(), Map.of("sample", "7")).expect(422);
        assertThat(nothing.html()).contains("value=\"7\"", "Phải nhập.");
        assertThat(designer.upload(ALL, ALL, Map.of(), Map.of("version", "1", "sample", "0"))
                        .expect(422)
                        .html())
                .contains("class=\"error\"");
        assertThat(designer.upload(ALL, ALL, Map.of("draft", "<no>bpmn</no>"), Map.of())
                        .expect(422)
                        .text())
                .contains("Bản nháp có lỗi");
        designer.get("/processes/nothing/rehearsals").expect(404);
        designer.get(ALL + "/6d1f1f3e-0000-4000-8000-000000000000").expect(404);
    }

    @Test
    void a_rehearsal_is_there_for_whoever_began_it() {
        code();
        PageVisitor designer = designer();
        String here = begun(designer, Map.of("version", "1"), Map.of());
        ended(designer, here);
        for (String account : new String[] {"officer1", "head1", "admin1"}) {
            PageVisitor other = new PageVisitor(port).as(account);
            other.get(ALL).expect(403);
            other.get(here).expect(403);
            other.get("/processes/proof").expect(403);
        }
    }

    @Test
    void cases_are_proven_to_have_followed_their_models() {
        String code = code();
        PageVisitor designer = designer();
        assertThat(designer.get("/processes").expect(200).html()).contains("/processes/proof");
        String here = designer.post("/processes/proof", "/processes/proof", Map.of("sample", "100000"))
                .expect(200)
                .path();
        Seen done = ended(designer, here);
        assertThat(done.text()).contains("Đi đúng quy trình").doesNotContain(code);
        assertThat(designer.get(here + "/cases.csv").expect(200).html()).doesNotContain(code);
        assertThat(designer.post("/processes/proof", "/processes/proof", Map.of("from", "soon"))
                        .expect(422)
                        .html())
                .contains("class=\"error\"");
    }

    private String begun(PageVisitor designer, Map<String, String> typed, Map<String, String> files) {
        Seen begun = designer.upload(ALL, ALL, files, typed).expect(200);
        assertThat(begun.path()).startsWith(ALL + "/");
        return begun.path();
    }

    private static Seen ended(PageVisitor designer, String here) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> designer.get(here).expect(200), seen -> !seen.text()
                        .contains("đang chạy"));
    }

    private String renamed(PageVisitor designer) {
        return designer.get("/processes/petition-intake/1")
                .expect(200)
                .html()
                .replace("\"classify\"", "\"sort\"")
                .replace(">classify<", ">sort<")
                .replace("formKey=\"sort\"", "formKey=\"classify\"");
    }

    private String code() {
        return new Work(nobody()).handIn(Samples.complaint()).path("code").asString();
    }

    private PageVisitor designer() {
        return new PageVisitor(port).as("designer1");
    }
}
