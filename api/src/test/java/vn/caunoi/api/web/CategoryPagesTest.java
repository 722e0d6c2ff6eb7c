package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;

/** Categories and the routing table as administrators meet them, and how a category is chosen, without script. */
class CategoryPagesTest extends RunningApi {

    private static final String ALL = "/admin/categories";
    private static final String NO_MESSAGE = "??";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort
    private int port;

    @Test
    void a_category_is_looked_at_before_it_is_added_and_is_retired_later() {
        PageVisitor admin = new PageVisitor(port).as("admin1");
        assertThat(admin.get(ALL).expect(200).html())
                .contains("Đất đai", "Bồi thường, hỗ trợ, tái định cư")
                .doesNotContain(NO_MESSAGE);
        assertThat(admin.get(ALL + "?q=tai%20dinh%20cu").expect(200).html()).doesNotContain("Trường học");
        Map<String, String> sent = new LinkedHashMap<>(Map.of("id", "lake-" + mark, "vi", "Hồ " + mark, "en", ""));
        sent.put("parent", "environment");
        sent.put("from", LocalDate.now().plusYears(6).toString());
        sent.put("look", "yes");
        assertThat(admin.post(ALL + "/new", ALL + "/new", sent).expect(422).text())
                .contains("Phải nhập.");
        sent.put("en", "Lake");
        assertThat(admin.post(ALL + "/new", ALL + "/new", sent).expect(200).html())
                .contains("Sẽ thay đổi", "Xác nhận")
                .doesNotContain(NO_MESSAGE);
        sent.remove("look");
        sent.put("confirm", "yes");
        assertThat(admin.post(ALL + "/new", ALL + "/new", sent).expect(200).html())
                .contains("Đã ghi lĩnh vực.", "Hồ " + mark)
                .doesNotContain(NO_MESSAGE);
        assertThat(admin.post(ALL + "/new", ALL + "/new", sent).expect(422).text())
                .contains("Mã này đã có");
        assertThat(admin.post(
                                ALL + "/school",
                                ALL + "/school/retire",
                                Map.of("on", LocalDate.now().plusYears(9).toString()))
                        .expect(200)
                        .html())
                .contains("thôi dùng từ")
                .doesNotContain(NO_MESSAGE);
        new PageVisitor(port).as("head1").get(ALL).expect(403);
    }

    @Test
    void a_routing_row_is_filled_in_altered_and_taken_away() {
        PageVisitor admin = new PageVisitor(port).as("admin1");
        String at = "/admin/routing";
        assertThat(admin.get(at).expect(200).html()).doesNotContain(NO_MESSAGE);
        Map<String, String> sent = new LinkedHashMap<>(Map.of("places", "Thôn " + mark + "; Xóm", "unit", "nowhere"));
        assertThat(admin.post(at, at, sent).expect(422).text()).contains("Không có trong hệ thống.");
        sent.put("unit", "B");
        String html = admin.post(at, at, sent).expect(200).html();
        assertThat(html).contains("Thôn " + mark + "; Xóm").doesNotContain(NO_MESSAGE);
        String before = html.substring(0, html.indexOf("Thôn " + mark + "; Xóm"));
        String row = before.substring(before.lastIndexOf("<code>") + 6, before.lastIndexOf("</code>"));
        assertThat(admin.get(at + "?row=" + row).expect(200).html())
                .contains("value=\"Thôn " + mark + "; Xóm\"")
                .doesNotContain(NO_MESSAGE);
        assertThat(admin.post(at, at + "/" + row + "/remove", Map.of())
                        .expect(200)
                        .html())
                .contains("Đã bỏ dòng")
                .doesNotContain(mark);
    }

    @Test
    void the_desk_is_offered_categories_by_name_and_without_marks() {
        assertThat(new PageVisitor(port)
                        .as("clerk1")
                        .get("/hand-in")
                        .expect(200)
                        .html())
                .contains("list=\"q-category-known\"", "value=\"Đất đai\"", "dat dai");
    }
}
