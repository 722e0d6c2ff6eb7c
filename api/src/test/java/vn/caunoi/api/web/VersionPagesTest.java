package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.processes.studio.Examples;

/** A version is dated, tried in some units, widened, published again and retired, and each page tells how it stands. */
class VersionPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Autowired
    private Words say;

    @Test
    void a_version_is_tried_in_a_unit_widened_rolled_back_and_retired() {
        String all = "/processes/version-life/versions/";
        assertThat(published("version-life", "Bản một", Map.of()).text()).contains("đang áp dụng", "Bản một");
        act(all + 1, "retire", Map.of("reason", "Cũ", "confirm", "true"), 422, "Không còn phiên bản nào khác");

        Seen pilot = published("version-life", "Bản hai", Map.of("units", "A"));
        assertThat(pilot.text())
                .contains(
                        "thí điểm",
                        "Chỉ ở:",
                        "Thay đổi so với phiên bản 1",
                        "Bản một → Bản hai",
                        "“Bản một” nay gọi là “Bản hai”.");
        act(all + 2, "widen", Map.of(), 422, "Phải nhập.");
        act(all + 2, "widen", Map.of("units", "no-unit", "reason", "Tốt"), 422, "Không có");
        act(all + 2, "widen", Map.of("units", "B", "reason", "Tốt"), 200, "Mở rộng thí điểm:");
        act(all + 2, "widen", Map.of("reason", "Rất tốt"), 200, "Hết thí điểm, áp dụng cho mọi đơn vị");
        assertThat(designer().get(all + 1).expect(200).text()).contains("đã được thay");

        act(all + 1, "again", Map.of(), 422, "Phải nhập.");
        act(all + 1, "again", Map.of("note", "Quay lại bản một"), 200, "phiên bản 3");
        act(all + 3, "again", Map.of("note", "Lần nữa"), 422, "Đã như vậy");
        act(all + 3, "retire", Map.of("reason", "Sai"), 422, "Phải nhập.");
        act(all + 3, "retire", Map.of("reason", "Sai", "confirm", "true"), 200, "Ngừng áp dụng cho vụ việc mới");
        assertThat(designer().get(all + 2).expect(200).text()).contains("đang áp dụng");
        assertThat(designer()
                        .get("/processes?q=version-life&standing=RETIRED")
                        .expect(200)
                        .text())
                .contains("1 phiên bản");
        designer().get(all + 9).expect(404);
    }

    @Test
    void a_version_waits_for_its_day_and_a_day_that_has_passed_is_refused() {
        published("version-day", "Bản một", Map.of());
        String tomorrow = say.today().plusDays(1).toString();
        assertThat(published("version-day", "Bản hai", Map.of("from", tomorrow)).text())
                .contains("chờ đến ngày", "Đang áp dụng chung", "Phiên bản 1");
        PageVisitor designer = designer();
        String draft = begun(designer, "version-day", "Bản ba");
        for (String day : new String[] {say.today().minusDays(1).toString(), "mai"}) {
            designer.post(draft + "/changes", draft + "/publish", typed(Map.of("from", day)))
                    .expect(422);
        }
    }

    @Test
    void everybody_here_reads_it_and_only_designers_act() {
        String path = "/processes/petition-intake/versions/1";
        PageVisitor officer = new PageVisitor(port).as("officer1");
        assertThat(officer.get(path).expect(200).html()).doesNotContain("/retire");
        officer.post(path, path + "/retire", Map.of("reason", "x", "confirm", "true"))
                .expect(403);
        officer.post(path, path + "/widen", Map.of("reason", "x")).expect(403);
        officer.post(path, path + "/again", Map.of("note", "x")).expect(403);
    }

    @Test
    void a_program_asks_how_a_version_stands_and_acts_as_a_designer_does() {
        published("version-call", "Bản một", Map.of());
        published("version-call", "Bản hai", Map.of("units", "A"));
        String two = "/api/processes/version-call/versions/2";
        assertThat(as("officer1").get(two).expect(200).text()).contains("\"PILOT\"", "[\"A\"]");
        as("officer1").post(two + "/widen", "{'reason': 'Tốt'}").expect(403);
        as("designer1").post(two + "/widen", "{}").expect(422);
        assertThat(as("designer1")
                        .post(two + "/widen", "{'reason': 'Tốt'}")
                        .expect(200)
                        .text())
                .contains("\"IN_EFFECT\"");
        assertThat(as("designer1")
                        .post("/api/processes/version-call/versions/1/again", "{'note': 'Quay lại'}")
                        .expect(200)
                        .text())
                .contains("\"version\":3");
        assertThat(as("designer1")
                        .post(two + "/retire", "{'reason': 'Sai'}")
                        .expect(200)
                        .text())
                .contains("\"RETIRED\"");
        as("designer1").post(two + "/retire", "{'reason': 'Sai'}").expect(409);
        as("officer1").get("/api/processes/version-call/versions/9").expect(404);
    }

    private void act(String version, String act, Map<String, String> typed, int status, String said) {
        assertThat(designer()
                        .post(version, version + "/" + act, typed)
                        .expect(status)
                        .text())
                .contains(said);
    }

    private Seen published(String key, String name, Map<String, String> typed) {
        PageVisitor designer = designer();
        String draft = begun(designer, key, name);
        return designer.post(draft + "/changes", draft + "/publish", typed(typed))
                .expect(200);
    }

    private static Map<String, String> typed(Map<String, String> more) {
        Map<String, String> typed = new HashMap<>(Map.of("revision", "1", "note", "Thử"));
        typed.putAll(more);
        return typed;
    }

    private static String begun(PageVisitor designer, String key, String name) {
        String xml = Examples.xml("minimal")
                .orElseThrow()
                .replace("short-answer", key)
                .replace("Trả lời", name);
        return designer.upload("/studio", "/studio", Map.of("file", xml), Map.of("name", name))
                .expect(200)
                .path();
    }

    private PageVisitor designer() {
        return new PageVisitor(port).as("designer1");
    }
}
