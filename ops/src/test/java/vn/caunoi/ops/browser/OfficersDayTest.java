package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The task list as it is worked all day: new work comes by itself, by keyboard, several rows at once. */
@ExtendWith(SharedDemonstration.class)
class OfficersDayTest {

    private static final String LIST = "/inbox?scope=unit&held=false";

    private final Browsers browsers;

    OfficersDayTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void new_work_comes_by_itself_and_the_list_is_worked_by_keyboard() {
        Worker officer = new Worker(browsers.open(1280, 720)).logIn("officer2").visit(LIST);
        Page page = officer.page();
        String title = page.title();
        String code = handedIn();
        Locator bar = page.locator("#news a");
        bar.waitFor();
        assertThat(bar.innerText()).contains("việc mới");
        assertThat(page.title()).startsWith("(").endsWith(title);
        assertThat(rowOf(page, code).count()).isZero();
        officer.picture("70-new-work");
        bar.click();
        rowOf(page, code).waitFor();
        page.waitForLoadState(); // the row is there before the script is
        workedByKeyboard(officer, code);
        leftAlone(page);
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    private static void workedByKeyboard(Worker officer, String code) {
        Page page = officer.page();
        page.keyboard().press("?");
        page.locator("#keys[open]").waitFor();
        officer.picture("71-keys");
        page.keyboard().press("Escape");
        goTo(page, code);
        page.keyboard().press("x");
        assertThat(rowOf(page, code).locator("input[type=checkbox]").isChecked())
                .isTrue();
        officer.press("Nhận việc đã chọn");
        page.locator("#results").waitFor();
        assertThat(officer.text()).contains("Làm được cả 1 việc");
        officer.picture("72-several-at-once").visit("/inbox?scope=mine");
        goTo(page, code);
        page.keyboard().press("p");
        page.locator("#q-until").waitFor();
        officer.picture("73-plan")
                .type("Đến sáng ngày", "2026-11-19")
                .press("Tạm gác")
                .told("Việc đã tạm gác");
        page.keyboard().press("g");
        page.keyboard().press("m");
        page.waitForURL("**/cases/mine");
        assertThat(officer.picture("74-my-cases").text()).contains(code, "tạm gác đến 19");
    }

    /** Whoever types, composes or holds another key down. */
    private static void leftAlone(Page page) {
        page.navigate(LIST);
        page.keyboard().press("/");
        page.keyboard().type("jxc?");
        assertThat(page.inputValue("#q")).isEqualTo("jxc?");
        page.evaluate("document.activeElement.blur()");
        for (String held : new String[] {"isComposing: true", "keyCode: 229", "ctrlKey: true"}) {
            page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '?', bubbles: true, " + held
                    + "}))");
            assertThat(page.locator("#keys[open]").count()).as(held).isZero();
        }
    }

    /** Down the rows until the one of that case has the focus. */
    private static void goTo(Page page, String code) {
        Locator here = page.locator("[data-row]:focus-within");
        int rows = page.locator("[data-row]").count();
        for (int n = 0; n < rows; n++) {
            page.keyboard().press("j");
            if (here.innerText().contains(code)) return;
        }
        throw new AssertionError("no row of " + code);
    }

    private static Locator rowOf(Page page, String code) {
        return page.locator("[data-row]").filter(new Locator.FilterOptions().setHasText(code));
    }

    private String handedIn() {
        Worker clerk = new Worker(browsers.open(1280, 720)).logIn("clerk1");
        clerk.go("Nhận đơn").type("Họ và tên", "Phạm Thị Én").type("Địa chỉ", "Thôn Hạ");
        clerk.take("Phản ánh").type("Tóm tắt", "Đèn đường thôn Hạ hỏng");
        clerk.type("Nội dung chi tiết", "Đèn đường trước nhà văn hóa hỏng từ tháng 10.");
        clerk.press("Nhận đơn và in phiếu").told("Đã nhận đơn");
        return clerk.page().innerText("#code");
    }
}
