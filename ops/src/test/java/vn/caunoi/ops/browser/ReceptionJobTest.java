package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.caunoi.ops.program.RunningProgram;

/** A day at the reception room, as its people do it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceptionJobTest {

    private RunningProgram program;
    private Browsers browsers;

    @BeforeAll
    void start(@TempDir Path folder) {
        program = RunningProgram.start(folder.resolve("data"), "--no-samples", "--clock", "2026-11-18T09:00:00+07:00");
        browsers = new Browsers(program.address());
    }

    @AfterAll
    void stop() {
        browsers.close();
        program.close();
    }

    @Test
    void visits_are_entered_promised_taken_as_petitions_and_the_leaders_day_is_recorded() {
        Worker clerk = new Worker(browsers.open(1280, 720)).logIn("clerk1");
        clerk.visit("/reception").picture("20-empty-book");
        assertThat(clerk.text()).contains("Không có lượt tiếp nào.");
        String promised = entered(clerk, "Nguyễn Văn Hẹn", "12");
        promised(clerk, promised);
        String taken = entered(clerk, "Trần Thị Đơn", "1");
        corrected(clerk, taken);
        takenAsPetition(clerk, taken);
        printed(clerk);
        rota(clerk);
        conference(clerk);
        head();
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    private static String entered(Worker clerk, String name, String people) {
        clerk.visit("/reception/new");
        clerk.page().fill("[name='visitors[0].fullName']", name);
        clerk.page().fill("[name='visitors[0].phone']", "0900000000");
        clerk.page().fill("[name=people]", people);
        clerk.page().fill("[name=subject]", "Đường làng hỏng");
        if (!people.equals("1")) clerk.page().fill("[name=callBack]", "2026-11-19T09:00");
        clerk.page().fill("[name=statement]", "Đường làng hỏng từ mùa mưa, xe không đi được.");
        clerk.page().click("button[name=more][value=papers]");
        clerk.page().fill("[name='papers[0].name']", "Sổ đỏ");
        clerk.page().check("[name='papers[0].form'][value=ORIGINAL]");
        if (!people.equals("1")) {
            clerk.page().click("button.main");
            clerk.page().locator(".notice.late").waitFor();
            clerk.picture("21-crowd-without-representative");
            clerk.page().check("[name='visitors[0].role'][value=REPRESENTATIVE]");
        }
        clerk.page().click("button.main");
        clerk.page().locator(".notice.ok").waitFor();
        clerk.picture("22-visit");
        return clerk.page().url();
    }

    private static void promised(Worker clerk, String visit) {
        clerk.visit(visit);
        clerk.page().fill("#do-promise [name='promise.until']", "2026-11-27");
        clerk.page().fill("#do-promise [name='promise.text']", "Xuống xem đường rồi trả lời");
        clerk.page().click("#do-promise .acts button");
        clerk.page().locator(".notice.ok").waitFor();
        clerk.visit("/inbox");
        assertThat(clerk.text()).contains("việc đã hẹn", "Phải gọi lại", "Nguyễn Văn Hẹn");
        clerk.page().click("#promised details summary");
        clerk.page().fill("#promised [name='call-back.text']", "Máy bận");
        clerk.picture("34-inbox-of-the-reception");
        clerk.page().click("#promised button[value=false]");
        clerk.page().locator(".notice.ok").waitFor();
        assertThat(clerk.text()).contains("đã gọi 1 lần");
        clerk.page().click(".notice a[href='/reception/due']");
        clerk.picture("23-owed-to-visitors");
        assertThat(clerk.text()).contains("Trả lời đã hẹn").contains("Nguyễn Văn Hẹn");
        clerk.page().selectOption("#what", "ANSWER");
        clerk.page().waitForURL(url -> url.contains("what=ANSWER"));
        clerk.page().reload();
        assertThat(clerk.page().inputValue("#what")).isEqualTo("ANSWER");
    }

    private static void corrected(Worker clerk, String visit) {
        clerk.visit(visit);
        clerk.page().click("a[href$='/correct']");
        clerk.page().fill("[name='visitors[0].address']", "Thôn Đông");
        clerk.page().fill("[name=reason]", "Người dân đưa giấy tờ sau");
        clerk.picture("35-visit-to-be-corrected").page().click("button.main");
        clerk.page().locator(".notice.ok").waitFor();
        assertThat(clerk.text()).contains("Thôn Đông", "Người dân đưa giấy tờ sau");
        clerk.picture("36-visit-corrected");
    }

    private static void takenAsPetition(Worker clerk, String visit) {
        clerk.visit(visit);
        clerk.page().click("a.main[href*='/hand-in?visit=']");
        assertThat(clerk.page().inputValue("[name='petitioners[0].fullName']")).isEqualTo("Trần Thị Đơn");
        clerk.page().fill("[name='points[0].demand']", "Sửa đường");
        clerk.picture("24-filled-from-the-visit").page().click("button.main");
        clerk.page().locator("#pin").waitFor();
        String code = clerk.page().innerText("#code");
        clerk.page().click("a.button[href^='/reception/']");
        assertThat(clerk.text()).contains(code);
        clerk.page().check("[name='return.papers']");
        clerk.page().click("#do-return button");
        clerk.page().locator(".notice.ok").waitFor();
        clerk.page().click("a[href$='/statement']");
        assertThat(clerk.text()).contains("Bản ghi nội dung trình bày", "Trần Thị Đơn");
        clerk.picture("25-statement");
    }

    private static void printed(Worker clerk) {
        clerk.visit("/reception?q=duong+lang").picture("26-book");
        assertThat(clerk.text()).contains("2 lượt tiếp");
        clerk.page().click("a[href^='/reception/book?']");
        assertThat(clerk.text()).contains("Ghi chú", "Nguyễn Văn Hẹn", "đoàn đông người: 12 người");
        clerk.picture("27-printed-book");
        Download sheet = clerk.page().waitForDownload(() -> clerk.page().click("a[href*='book.xlsx']"));
        assertThat(sheet.suggestedFilename()).endsWith(".xlsx");
    }

    private static void rota(Worker clerk) {
        clerk.visit("/reception/rota");
        clerk.page().fill("#days", "10, 24");
        clerk.page().fill("#firstMonth", "2026-11");
        clerk.page().fill("#lastMonth", "2026-12");
        clerk.page().selectOption("#plan-leader", "head1");
        clerk.page().click("#plan button.main");
        clerk.page().locator(".notice.ok").waitFor();
        assertThat(clerk.text()).contains("thay ngày");
        clerk.page().click("tbody details summary >> nth=0");
        clerk.page().click("tbody form[action$='/hold'] button.main >> nth=0");
        clerk.page().locator(".notice.ok").waitFor();
        assertThat(clerk.text()).contains("tiếp trực tiếp");
        clerk.picture("28-rota");
    }

    private static void conference(Worker clerk) {
        clerk.visit("/conferences/new");
        clerk.page().fill("[name='new.subject']", "Đường làng và chợ");
        clerk.page().check("[name='new.occasion'][value=YEARLY]");
        clerk.page().fill("[name='new.day']", "2026-11-18");
        clerk.page().fill("[name='new.place']", "Hội trường");
        clerk.page().click("#plan button.main");
        clerk.page().locator(".notice.ok").waitFor();
        clerk.page().selectOption("[name='hold.chair']", "head1");
        clerk.page().fill("[name='hold.participants']", "80");
        clerk.page().fill("[name='hold.minutes']", "Họp từ 8 giờ đến 11 giờ.");
        clerk.page().click("#do-hold button");
        clerk.page().locator(".notice.ok").waitFor();
        clerk.page().fill("[name='matter.matter']", "Chợ ngập nước");
        clerk.page().click("#do-matter button");
        clerk.page().locator(".notice.ok").waitFor();
        clerk.picture("32-conference");
        clerk.visit("/conferences").picture("33-conferences");
        assertThat(clerk.text()).contains("1/1 đơn vị");
    }

    private void head() {
        Worker head = new Worker(browsers.open(390, 844)).logIn("head1");
        head.visit("/reception/figures").picture("29-figures-of-the-rota");
        assertThat(head.text()).contains("Còn thiếu");
        head.visit("/reception").picture("30-book-on-a-phone");
        assertThat(head.fitsItsWidth()).isTrue();
        head.visit("/reception/due");
        assertThat(head.fitsItsWidth()).isTrue();
        head.visit("/inbox").picture("37-promises-on-a-phone");
        assertThat(head.fitsItsWidth()).isTrue();
        head.page().click("button[name=to][value=en]");
        head.visit("/reception/rota").picture("31-rota-in-english");
        assertThat(head.text()).contains("Rota of reception").contains("held in person");
        assertThat(head.fitsItsWidth()).isTrue();
    }
}
