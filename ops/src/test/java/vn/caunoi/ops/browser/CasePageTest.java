package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What needs script on the page of a case: the drawing, the way through its past, and drafts that are kept by themselves. */
@ExtendWith(SharedDemonstration.class)
class CasePageTest {

    private final Browsers browsers;

    CasePageTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void the_drawing_is_lit_the_past_is_gone_through_by_keyboard_and_what_is_typed_is_kept() {
        Worker clerk = worker("clerk1");
        clerk.visit("/hand-in");
        clerk.page().fill("[name='petitioners[0].fullName']", "Nguyễn Văn An");
        clerk.page().check("[name=kind][value=COMPLAINT]");
        clerk.page().fill("[name=subject]", "Khiếu nại quyết định thu hồi đất");
        clerk.page().fill("[name=content]", "Gia đình tôi sử dụng thửa đất ổn định từ năm 1995.");
        clerk.page().fill("[name='points[0].demand']", "Hủy quyết định thu hồi đất");
        clerk.page().click("button.main");
        clerk.page().locator("#pin").waitFor();
        // the picture comes after the page; a function polled inside the page would meet its content policy
        Locator picture = clerk.page().locator(".qr").first();
        clerk.page().waitForCondition(() -> (int) picture.evaluate("code => code.naturalWidth") > 0);
        String path = clerk.page().getAttribute("main a[href*='/cases/']", "href");
        Worker officer = worker("officer1");
        officer.visit(path);
        officer.claim("Phân loại đơn");
        drawn(officer.page());
        keptWhileTyping(officer, path);
        backAndForth(officer);
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    private static void drawn(Page page) {
        page.locator("details.diagram > summary").click();
        page.locator("[data-diagram][data-state=drawn]").waitFor();
        assertThat(page.locator("[data-diagram] .is-current").count()).isEqualTo(1);
        assertThat(page.locator("[data-diagram] svg .djs-shape").count()).isGreaterThan(5);
    }

    private static void keptWhileTyping(Worker officer, String path) {
        Page page = officer.page();
        page.check("input[name=outcome][value=guide]");
        page.fill("[name='guide.reason']", "Lý do đang viết dở");
        page.locator("[data-draft-told]")
                .filter(new Locator.FilterOptions().setHasText("Đã giữ nháp"))
                .waitFor();
        officer.visit(path);
        assertThat(page.inputValue("[name='guide.reason']")).isEqualTo("Lý do đang viết dở");
    }

    private static void backAndForth(Worker officer) {
        Page page = officer.page();
        page.locator("details.past > summary").click();
        page.focus("#stop");
        page.keyboard().press("Home");
        page.locator("#differences").waitFor();
        assertThat(officer.text()).contains("Khác với bây giờ", "Vụ việc như đã ghi đến");
        assertThat(page.url()).contains("stop=1");
        officer.picture("past-of-a-case");
        page.focus("#stop");
        page.keyboard().press("End");
        page.locator("#task").waitFor();
        assertThat(page.locator("#differences").count()).isZero();
    }

    private Worker worker(String account) {
        return new Worker(browsers.open(1280, 720)).logIn(account);
    }
}
