package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

/** A draft takes limits and forms of letters with it, and says in words what they change. */
class PackagePagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void a_table_of_limits_is_downloaded_changed_uploaded_and_taken_out() {
        PageVisitor designer = designer();
        String parts = begun(designer) + "/package";
        assertThat(designer.get(parts).expect(200).text()).contains("Chưa có gì thay đổi ngoài sơ đồ.");
        String table = designer.get(parts + "/deadlines.dmn").expect(200).html();
        String changed = table.replaceFirst("(<outputEntry id=\"D01_out_amount\">\\s*<text>)\\d+", "$197");
        assertThat(changed).isNotEqualTo(table);
        Seen kept = designer.upload(parts, parts + "/deadlines.dmn", Map.of("file", changed), Map.of("seen", "0"))
                .expect(200);
        assertThat(kept.text()).contains("Đã lưu vào bản nháp.", "nay 97 ngày");
        assertThat(designer.get(begunOf(parts) + "/changes?with=feedback/1")
                        .expect(200)
                        .text())
                .contains("nay 97 ngày");
        assertThat(designer.upload(parts, parts + "/deadlines.dmn", Map.of("file", "<a/>"), Map.of("seen", "0"))
                        .expect(200)
                        .text())
                .contains("Chưa lưu");
        designer.upload(parts, parts + "/deadlines.dmn", Map.of("file", "<a/>"), Map.of("seen", "1"))
                .expect(200);
        assertThat(designer.get(parts).expect(200).text()).contains("lỗi", "Phần ban hành kèm");
        assertThat(designer.post(parts, parts + "/deadlines.dmn/remove", Map.of("seen", "2"))
                        .expect(200)
                        .text())
                .contains("Chưa có gì thay đổi ngoài sơ đồ.");
    }

    @Test
    void limits_are_changed_row_by_row_and_a_number_that_is_none_is_told() {
        PageVisitor designer = designer();
        String parts = begun(designer) + "/package";
        String limits = parts + "/limits";
        assertThat(designer.get(limits).expect(200).text()).contains("D01", "Đang áp dụng");
        Seen wrong = designer.post(limits, limits, Map.of("seen", "0", "amount-D01", "nhiều"))
                .expect(422);
        assertThat(wrong.text()).contains("Dòng D01: nhập số ngày");
        assertThat(designer.post(limits, limits, Map.of("seen", "0", "amount-D01", "96"))
                        .expect(200)
                        .text())
                .contains("Đã lưu vào bản nháp.", "nay 96 ngày");
        assertThat(designer.post(limits, limits, Map.of("seen", "0", "amount-D01", "95"))
                        .expect(200)
                        .text())
                .contains("Chưa lưu");
    }

    @Test
    void a_form_of_letters_is_looked_at_kept_in_the_draft_and_taken_out() {
        PageVisitor designer = designer();
        String parts = begun(designer) + "/package";
        String letter = parts + "/letters/acceptance";
        assertThat(designer.get(letter).expect(200).text()).contains("Có hiệu lực từ ngày phiên bản áp dụng.");
        Map<String, String> typed = Map.of(
                "form.caption",
                "Thông báo thụ lý",
                "form.law",
                "LKN Đ27",
                "form.subject",
                "Về việc thụ lý",
                "form.recipients",
                "- Như trên.",
                "form.body",
                "Nội dung viết lại.");
        assertThat(designer.post(letter, letter, and(typed, "look", "yes"))
                        .expect(200)
                        .text())
                .contains("Nội dung viết lại.");
        designer.post(letter, letter, and(typed, "form.body", "{không có}")).expect(422);
        assertThat(designer.post(letter, letter, and(typed, "seen", "0"))
                        .expect(200)
                        .text())
                .contains("Đã lưu vào bản nháp.", "Mẫu văn bản “Thông báo thụ lý” có bản mới.");
        assertThat(designer.post(letter, letter, and(typed, "seen", "0"))
                        .expect(200)
                        .text())
                .contains("Chưa lưu");
        assertThat(designer.post(parts, letter + "/remove", Map.of("seen", "1"))
                        .expect(200)
                        .text())
                .contains("Chưa có gì thay đổi ngoài sơ đồ.");
        designer.get(parts + "/letters/no-such-form").expect(404);
    }

    @Test
    void what_comes_with_a_draft_is_for_designers() {
        String parts = begun(designer()) + "/package";
        PageVisitor officer = new PageVisitor(port).as("officer1");
        officer.get(parts).expect(403);
        officer.get(parts + "/deadlines.dmn").expect(403);
        officer.get(parts + "/letters/new").expect(403);
    }

    private static Map<String, String> and(Map<String, String> typed, String name, String value) {
        Map<String, String> more = new HashMap<>(typed);
        more.put(name, value);
        return more;
    }

    private static String begunOf(String parts) {
        return parts.substring(0, parts.length() - "/package".length());
    }

    private static String begun(PageVisitor designer) {
        return designer.post("/studio", "/studio", Map.of("from", "version:feedback/1", "name", "Cả gói"))
                .expect(200)
                .path();
    }

    private PageVisitor designer() {
        return new PageVisitor(port).as("designer1");
    }
}
