package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.processes.studio.TableBook;

/** Designers see the tables in force, change them in a draft, and are told what is wrong with which cell. */
class StudioTablesTest extends RunningApi {

    /** No other test changes this row. */
    private static final String AMOUNT = "(id=\"D44_out_amount\">\\s*<text>)(\\d+)(</text>)";

    private static final String ROW = """
            <rule id="R7"><inputEntry id="r1"><text>-</text></inputEntry><inputEntry id="r2"><text>"đất đai"</text></inputEntry>
            <inputEntry id="r3"><text>-</text></inputEntry><inputEntry id="r4"><text>-</text></inputEntry>
            <inputEntry id="r5"><text>-</text></inputEntry><inputEntry id="r6"><text>-</text></inputEntry>
            <outputEntry id="r7"><text>"R7"</text></outputEntry><outputEntry id="r8"><text>"%s"</text></outputEntry>
            <outputEntry id="r9"><text>"QĐ 12"</text></outputEntry><outputEntry id="r10"><text>"S"</text></outputEntry></rule>
            </decisionTable>""";

    @LocalServerPort
    private int port;

    @Test
    void every_table_in_force_is_shown_and_taken_along() {
        PageVisitor designer = designer();
        Seen list = designer.get("/studio").expect(200);
        for (String name : TableBook.NAMES) {
            assertThat(list.html()).contains("/studio/tables/" + name);
            assertThat(designer.get("/studio/tables/" + name).expect(200).text())
                    .contains("đang áp dụng");
            assertThat(designer.get("/studio/tables/" + name + "/xml")
                            .expect(200)
                            .html())
                    .contains("id=\"" + name + "\"");
        }
        designer.get("/studio/tables/nothing").expect(404);
        designer.get("/studio/tables/nothing/xml").expect(404);
        assertThat(designer.get("/studio/table-words").expect(200).html()).contains("Thêm dòng");
    }

    @Test
    void a_table_of_a_draft_is_saved_over_what_was_seen_checked_and_compared() {
        PageVisitor designer = designer();
        String draft = begun(designer);
        String page = draft + "/tables/deadlines";
        assertThat(designer.get(page).expect(200).text()).contains("Không có lỗi.", "Không khác gì.");
        String xml = designer.get(page + "/xml").expect(200).html();
        String amount = Pattern.compile(AMOUNT)
                .matcher(xml)
                .results()
                .findFirst()
                .orElseThrow()
                .group(2);
        Seen wrong = save(designer, page, 0, xml.replaceFirst(AMOUNT, "$1mười$3"));
        assertThat(wrong.expect(200).html()).contains("\"row\":\"D44\"", "Số lượng: “mười” không phải số nguyên.");
        int revision = Integer.parseInt(wrong.find("\"revision\":(\\d+)"));
        Seen late = save(designer, page, 0, xml);
        assertThat(late.expect(409).html()).contains("\"by\":");
        String shorter = xml.replaceFirst(AMOUNT, "$177$3");
        Seen saved = save(designer, page, revision, shorter).expect(200);
        assertThat(saved.html()).contains("\"problems\":[]");
        assertThat(designer.get(page + "/changes").expect(200).text())
                .contains("sửa", "D44", "Số lượng : " + amount + " → 77");
        assertThat(designer.get(draft).expect(200).text()).contains("đã sửa trong bản nháp");
        assertThat(designer.get(page).expect(200).text()).contains("D44", amount + " → 77", "Bỏ bảng của bản nháp");

        String seen = saved.find("\"revision\":(\\d+)");
        assertThat(designer.post(page, page + "/remove", Map.of("revision", "99"))
                        .expect(200)
                        .text())
                .contains("Người khác vừa lưu bảng này");
        assertThat(designer.post(page, page + "/remove", Map.of("revision", seen))
                        .expect(200)
                        .text())
                .contains("Đã bỏ bảng của bản nháp.", "Không khác gì.");
    }

    @Test
    void rows_for_units_are_drawn_told_in_words_and_refused_where_the_unit_is_unknown() {
        PageVisitor designer = designer();
        String draft = begun(designer);
        String page = draft + "/tables/routing";
        String table = designer.get(page + "/xml").expect(200).html();
        Seen wrong = save(designer, page, 0, table.replace("</decisionTable>", ROW.formatted("NOWHERE")));
        assertThat(wrong.expect(200).html()).contains("\"row\":\"R7\"", "Không có đơn vị mã “NOWHERE”.");
        Seen right = save(designer, page, 1, table.replace("</decisionTable>", ROW.formatted("A")));
        assertThat(right.expect(200).html()).contains("\"problems\":[]");
        assertThat(designer.get(draft + "/package").expect(200).text())
                .contains("Bảng phân luồng: thêm dòng R7", "Đơn vị: Unit A", "đã sửa trong bản nháp");
        assertThat(designer.get(page).expect(200).text())
                .contains("cả bảng này thay bảng đang áp dụng", "Các từ dùng trong ô", "FEEDBACK Phản ánh");
        assertThat(designer.get(draft + "/tables/handling").expect(200).text()).contains("Trả đơn cho nơi chuyển đến");
        assertThat(designer.get(draft + "/tables/escalation").expect(200).text())
                .contains("Quá hạn mà không ai xử lý");
    }

    @Test
    void a_hostile_table_is_kept_and_told_and_tables_are_for_designers() {
        PageVisitor designer = designer();
        String draft = begun(designer);
        String page = draft + "/tables/deadlines";
        Seen told = save(designer, page, 0, "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>");
        assertThat(told.expect(200).html()).contains("Tệp này không đọc được.");
        assertThat(designer.get(page).expect(200).text()).contains("Tệp này không đọc được.");
        save(designer, draft + "/tables/nothing", 0, "<a/>").expect(404);
        designer.get(draft + "/tables/nothing").expect(404);
        designer.get("/studio/none/tables/deadlines").expect(404);
        for (String account : new String[] {"officer1", "admin1"}) {
            PageVisitor other = new PageVisitor(port).as(account);
            other.get("/studio/tables/routing").expect(403);
            other.get(page).expect(403);
            other.get(page + "/xml").expect(403);
            save(other, page, 0, "<a/>").expect(403);
        }
    }

    private static Seen save(PageVisitor visitor, String page, int seen, String xml) {
        return visitor.sent(
                "/studio",
                page + "/xml",
                xml,
                Map.of("Content-Type", "application/xml", "Caunoi-Revision", String.valueOf(seen)));
    }

    private static String begun(PageVisitor designer) {
        return designer.post("/studio", "/studio", Map.of("from", "example:minimal", "name", "Bảng thử"))
                .expect(200)
                .path();
    }

    private PageVisitor designer() {
        return new PageVisitor(port).as("designer1");
    }
}
