package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job as its people do it: a complaint goes in at the desk and comes out answered. */
@ExtendWith(SharedDemonstration.class)
class MainJobTest {

    private final Browsers browsers;

    MainJobTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void a_complaint_goes_in_moves_through_every_step_and_comes_out_answered() {
        String path = handedIn();
        Worker officer = worker("officer1");
        classified(officer, path);
        settled(officer, worker("head1"), path);
        blackedOut(officer, path);
        readBack(path);
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    private String handedIn() {
        Worker clerk = worker("clerk1");
        clerk.picture("01-inbox-of-the-clerk").visit("/hand-in");
        clerk.page().fill("[name='petitioners[0].fullName']", "Nguyễn Văn An");
        clerk.page().click("button[name=more][value=people]");
        clerk.page().locator("[name='petitioners[1].fullName']").waitFor();
        assertThat(clerk.page().inputValue("[name='petitioners[0].fullName']")).isEqualTo("Nguyễn Văn An");
        clerk.page().click("button[name=less][value=people-1]");
        clerk.page().locator("[name='petitioners[1].fullName']").waitFor(detached());
        clerk.page().click("button.main");
        clerk.page().locator(".notice.late").waitFor();
        clerk.picture("02-mistakes-of-the-form");
        clerk.page().check("[name=kind][value=COMPLAINT]");
        clerk.page().fill("[name=subject]", "Khiếu nại quyết định thu hồi đất");
        clerk.page().fill("[name=content]", "Gia đình tôi sử dụng thửa đất ổn định từ năm 1995.");
        clerk.page().fill("[name='points[0].demand']", "Hủy quyết định thu hồi đất");
        clerk.picture("03-hand-in").page().click("button.main");
        clerk.page().locator("#pin").waitFor();
        clerk.picture("04-slip");
        tracked(clerk.page().innerText("#code"), clerk.page().innerText("#pin"));
        return clerk.page().getAttribute("main a[href*='/cases/']", "href");
    }

    private void tracked(String code, String pin) {
        Worker citizen = new Worker(browsers.open(390, 844));
        citizen.visit("/t");
        citizen.page().fill("#code", code.toLowerCase(java.util.Locale.ROOT));
        citizen.page().fill("#pin", pin);
        citizen.page().click("main button");
        assertThat(citizen.text()).contains("Đơn đã được nhận và đang được phân loại.");
        assertThat(citizen.fitsItsWidth()).isTrue();
        citizen.picture("05-tracking-on-a-phone");
    }

    private void classified(Worker officer, String path) {
        officer.visit("/inbox?scope=unit").picture("06-inbox-of-the-officer");
        officer.page().click("tbody form[action$='/claim'] button");
        officer.page().locator(".notice.ok").waitFor();
        officer.picture("07-case-with-my-task");
        officer.visit(path).complete("Phân loại đơn", "classified", Map.of("kind", "COMPLAINT", "category", "Đất đai"));
    }

    private void settled(Worker officer, Worker head, String path) {
        officer.visit(path).complete("Quyết định thụ lý", "accept", Map.of());
        officer.visit(path).complete("Giao xác minh", "assigned", Map.of("officer", "officer1"));
        officer.visit(path).picture("08-verification").complete("Xác minh", "verified", Map.of("result_1", "WRONG"));
        officer.visit(path)
                .complete(
                        "Mời đối thoại", "convened", Map.of("place", "Nhà văn hóa thôn", "heldAt", "2026-11-18T14:00"));
        officer.visit(path)
                .complete("Tổ chức đối thoại", "held", Map.of("participants", "Nguyễn Văn An; người khiếu nại"));
        officer.visit(path).complete("Dự thảo quyết định", "drafted", Map.of("conclusion", "WRONG", "effect", "KEEP"));
        head.visit("/inbox?scope=unit")
                .picture("09-inbox-of-the-head")
                .visit(path)
                .picture("10-decision-to-approve");
        head.complete("Duyệt quyết định", "approve", Map.of());
        officer.visit(path).complete("Ban hành quyết định", "issued", Map.of("number", "214/QĐ-UBND"));
        officer.visit(path).complete("Gửi quyết định", "sent", Map.of());
        officer.visit(path).complete("Công khai", "published", Map.of("way", "NOTICE_BOARD"));
        officer.visit(path).complete("Kết thúc", "close", Map.of());
        officer.visit(path).picture("11-closed");
        assertThat(officer.text()).contains("đã kết thúc").contains("Quyết định số 214/QĐ-UBND");
        officer.visit("/cases/mine").picture("12-my-cases");
        assertThat(officer.text()).contains("Khiếu nại quyết định thu hồi đất");
    }

    /** What is marked with the mouse is blacked out like what was found. */
    private static void blackedOut(Worker officer, String path) {
        Page page = officer.visit(path + "/redaction").page();
        page.evaluate(
                "() => { const text = document.querySelector('[data-black-from]'); const range = document.createRange();"
                        + " range.selectNodeContents(text.firstChild); document.getSelection().removeAllRanges();"
                        + " document.getSelection().addRange(range); }");
        String marked = String.valueOf(page.evaluate("() => document.getSelection().toString()"))
                .replaceAll("\\s+", " ")
                .strip();
        page.click("[data-black-into]");
        assertThat(page.inputValue("#more")).contains(marked);
        assertThat(new Axe().barriers(page)).isEmpty();
        page.click("button[name=then][value=look]");
        page.locator("del.black").first().waitFor();
        officer.picture("15-blacked-out");
    }

    private void readBack(String path) {
        Worker inspector = worker("inspector1").visit(path).picture("13-history");
        assertThat(inspector.page().innerText("#history"))
                .contains("Nhận đơn")
                .contains("Phân loại là Khiếu nại")
                .contains("Thụ lý ngày")
                .contains("Xác minh xong")
                .contains("Mời đối thoại")
                .contains("Đã đối thoại")
                .contains("Dự thảo quyết định lần 1")
                .contains("Duyệt dự thảo lần 1")
                .contains("Ban hành quyết định số 214/QĐ-UBND")
                .contains("Gửi quyết định")
                .contains("Công khai quyết định")
                .contains("Kết thúc: đã giải quyết");
        inspector.page().click("#history nav a >> nth=3");
        inspector.page().locator("#history nav a[aria-current] >> nth=0").waitFor();
        inspector.page().click("button[name=to][value=en]");
        inspector.visit(path).picture("14-history-in-english");
        assertThat(inspector.text()).contains("Decision no. 214/QĐ-UBND").contains("Closed: settled");
    }

    private Worker worker(String account) {
        return new Worker(browsers.open(1280, 720)).logIn(account);
    }

    private static com.microsoft.playwright.Locator.WaitForOptions detached() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }
}
