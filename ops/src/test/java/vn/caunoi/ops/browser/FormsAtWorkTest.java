package vn.caunoi.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The form of a task with a script: text blocks and days are put in, the way leads back, and nobody loses what was typed. */
@ExtendWith(SharedDemonstration.class)
class FormsAtWorkTest {

    private static final String BLOCK = "Căn cứ hồ sơ, đề nghị bổ sung giấy tờ.";

    private final Browsers browsers;

    FormsAtWorkTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void a_text_block_is_put_in_by_keyboard_and_undone_and_the_way_leads_back_to_the_list() {
        Worker officer = new Worker(browsers.open(1280, 720)).logIn("officer1");
        officer.visit("/text-blocks").type("Tên", "Bổ sung giấy tờ").type("Nội dung", BLOCK);
        officer.press("Lưu").told("Đã lưu đoạn văn mẫu.");
        officer.picture("80-text-blocks");
        String path = handedIn("Đèn thôn Trung hỏng");
        Page page = officer.visit("/inbox?scope=unit&held=false").page();
        page.locator("a[data-open][href*='" + path + "']").click();
        page.locator("#precedents .in p.quiet, #precedents .in li").first().waitFor();
        officer.claim("Phân loại");
        Locator area = opened(page);
        inserted(page, area);
        page.keyboard().press("Control+z");
        assertThat(area).hasValue("");
        inserted(page, area);
        page.locator("[data-draft-told]:has-text('Đã giữ nháp')").waitFor();
        officer.picture("81-text-block-in-a-form");
        page.locator("a[data-back]").click();
        page.waitForURL(Pattern.compile(".*/inbox\\?.*scope=unit.*"));
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    private static Locator opened(Page page) {
        page.locator("input[name=outcome][value=guide]").check();
        return page.locator("textarea[name='guide.reason']");
    }

    /** Found by typing without marks, taken by Enter. */
    private static void inserted(Page page, Locator area) {
        page.locator("button[aria-controls='" + area.getAttribute("id") + "-blocks']")
                .press("Enter");
        page.locator(".blocks input[type=search]").waitFor();
        page.keyboard().type("giay to");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(area).hasValue(BLOCK);
        assertThat(area).isFocused();
    }

    @Test
    void whoever_was_signed_out_is_told_keeps_the_text_and_goes_on_once_signed_in_again() {
        String path = handedIn("Đèn thôn Ngoại hỏng");
        Browser browser = browsers.open(1280, 720).context().browser();
        // a refused request is no complaint here
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(browsers.site().toString())
                .setLocale("vi-VN"));
        Worker officer = new Worker(context.newPage()).logIn("officer1").visit(path);
        officer.claim("Phân loại");
        Page page = officer.page();
        Locator area = opened(page);
        context.clearCookies();
        area.fill("Gõ khi đã bị đăng xuất");
        page.locator("[data-draft-told]:has-text('Bạn đã bị đăng xuất')").waitFor();
        assertThat(page.locator("[data-draft-login]")).isVisible();
        page.locator("form[data-draft] button.main").click();
        assertThat(area).hasValue("Gõ khi đã bị đăng xuất");
        new Worker(context.newPage()).logIn("officer1");
        page.locator("[data-draft-told]:has-text('Đã giữ nháp')").waitFor();
        page.locator("[data-draft-login]").waitFor(hidden());
        officer.visit(path);
        assertThat(page.locator("textarea[name='guide.reason']")).hasValue("Gõ khi đã bị đăng xuất");
        officer.visit("/inbox?scope=unit");
        context.clearCookies();
        page.locator("#scope").selectOption("mine");
        page.waitForURL("**/login");
        context.close();
    }

    @Test
    void a_day_that_lies_near_is_put_in_by_one_click() {
        String path = handedIn("Đèn thôn Nội hỏng");
        Worker officer = new Worker(browsers.open(390, 844)).logIn("officer1").visit(path);
        officer.claim("Phân loại");
        Page page = officer.page();
        String task =
                page.locator("form[action$='/complete']").getAttribute("action").split("/")[2];
        officer.visit("/tasks/" + task + "/plan");
        Locator near = page.locator("#q-until ~ .near button").first();
        String day = near.getAttribute("data-near");
        near.click();
        assertThat(page.locator("#q-until")).hasValue(day);
        assertThat(officer.fitsItsWidth()).isTrue();
        officer.picture("82-near-days");
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private String handedIn(String subject) {
        Worker clerk = new Worker(browsers.open(1280, 720)).logIn("clerk1");
        clerk.go("Nhận đơn").type("Họ và tên", "Phạm Thị Én").type("Địa chỉ", "Thôn Hạ");
        clerk.take("Phản ánh").type("Tóm tắt", subject);
        clerk.type("Nội dung chi tiết", "Đèn đường trước nhà văn hóa hỏng từ tháng 10.");
        clerk.press("Nhận đơn và in phiếu").told("Đã nhận đơn");
        String path = clerk.page().getAttribute("main a[href*='/cases/']", "href");
        return path.replaceAll("[?#].*", "");
    }
}
