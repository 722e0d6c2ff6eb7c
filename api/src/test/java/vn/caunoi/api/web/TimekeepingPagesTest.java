package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.OwnTime;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** The calendar and the limits of the law as designers change them, without script. */
class TimekeepingPagesTest extends OwnTime {

    @LocalServerPort
    private int port;

    @Test
    void days_are_proposed_mended_looked_at_and_confirmed() {
        new Work(nobody()).handIn(Samples.complaint());
        PageVisitor designer = new PageVisitor(port).as("designer1");
        String at = "/processes/calendar?year=2027";
        assertThat(designer.get(at).expect(200).text())
                .contains("2027", "Thay đổi lịch")
                .doesNotContain("??");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("days.1.date", "2027-11-26");
        typed.put("days.1.what", "HOLIDAY");
        typed.put("days.1.source", "Thông báo 5");
        typed.put("reason", "Nghỉ thêm");
        Seen wrong = designer.post(at, at, typed).expect(422);
        assertThat(wrong.html()).contains("#q-days-1-name", "Thông báo 5").doesNotContain("??");
        typed.put("days.1.name", "Ngày hội phường");
        Seen seen = designer.post(at, at, typed).expect(200);
        assertThat(seen.path()).startsWith("/processes/changes/");
        assertThat(seen.text())
                .contains("Nghỉ thêm", "Không có thời hạn nào thay đổi")
                .doesNotContain("??");
        String after = seen.find("name=\"after\" value=\"(\\d+)\"");
        Seen done = designer.post(seen.path(), seen.path() + "/confirm", Map.of("after", after))
                .expect(200);
        assertThat(done.text()).contains("Thay đổi đã có hiệu lực").doesNotContain("??");
        assertThat(designer.get(at).expect(200).text()).contains("Ngày hội phường");
        assertThat(designer.get("/processes/changes").expect(200).text())
                .contains("Nghỉ thêm")
                .doesNotContain("??");
        PageVisitor officer = new PageVisitor(port).as("officer1");
        assertThat(officer.get(at).expect(200).text())
                .contains("Ngày hội phường")
                .doesNotContain("Lý do");
        officer.get("/processes/changes").expect(403);
    }

    @Test
    void a_row_of_a_later_day_says_when_it_begins() {
        PageVisitor designer = new PageVisitor(port).as("designer1");
        String at = "/processes/deadlines/D30";
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("amount", "9");
        typed.put("unit", "CALENDAR_DAYS");
        typed.put("validFrom", "2027-03-01");
        typed.put("source", "Luật mới");
        typed.put("confidence", "S");
        typed.put("running", "true");
        typed.put("reason", "Luật sửa đổi");
        Seen seen = designer.post(at, at, typed).expect(200);
        String after = seen.find("name=\"after\" value=\"(\\d+)\"");
        Seen done = designer.post(seen.path(), seen.path() + "/confirm", Map.of("after", after))
                .expect(200);
        assertThat(done.text()).contains("hiệu lực từ 01/03/2027").doesNotContain("??");
        assertThat(designer.get("/processes/changes").expect(200).text()).contains("hiệu lực từ 01/03/2027");
    }

    @Test
    void a_row_gets_another_edition() {
        new Work(nobody()).handIn(Samples.complaint());
        PageVisitor admin = new PageVisitor(port).as("admin1");
        String at = "/processes/deadlines/D01";
        assertThat(admin.get(at).expect(200).text())
                .contains("D01", "Bản tiếp theo")
                .doesNotContain("??");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("amount", "0");
        typed.put("unit", "CALENDAR_DAYS");
        typed.put("roll", "true");
        typed.put("validFrom", "2026-11-18");
        typed.put("source", "Luật mới");
        typed.put("confidence", "M?");
        typed.put("running", "true");
        typed.put("reason", "Luật sửa đổi");
        assertThat(admin.post(at, at, typed).expect(422).html())
                .contains("#q-amount")
                .doesNotContain("??");
        typed.put("amount", "9");
        Seen seen = admin.post(at, at, typed).expect(200);
        assertThat(seen.text())
                .contains("D01", "Theo đơn vị", "Unit A", "Thời hạn ngắn hơn")
                .doesNotContain("??");
        admin.post(seen.path(), seen.path() + "/withdraw", Map.of()).expect(200);
        admin.get("/processes/deadlines/D99").expect(404);
        assertThat(admin.get("/processes/deadlines").expect(200).text())
                .contains("Lịch làm việc")
                .doesNotContain("??");
        new PageVisitor(port).as("head1").get(at).expect(403);
    }
}
