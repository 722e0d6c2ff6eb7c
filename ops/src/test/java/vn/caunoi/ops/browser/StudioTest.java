package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A designer draws a new step into a process, sees what is wrong with it, mends it, and publishes. */
@ExtendWith(SharedDemonstration.class)
class StudioTest {

    private final Browsers browsers;
    private final Axe axe = new Axe();

    StudioTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void a_step_is_drawn_into_a_process_its_mistakes_are_mended_and_it_is_published() {
        Worker designer =
                new Worker(browsers.open(1280, 900)).logIn("designer1").visit("/studio");
        Page page = designer.page();
        designer.beginDraft("Hai cấp duyệt và lưu hồ sơ", "Hai cấp duyệt");
        page.locator("#studio[data-state=drawn]").waitFor();
        page.locator("#studio-problems .ok").waitFor();
        dropped(page, "send-to-close-answered");
        page.keyboard().press("Escape");
        Locator mistakes = page.locator("#studio-problems li.late");
        mistakes.nth(1).waitFor();
        designer.picture("90-studio-mistakes");
        assertThat(axe.barriers(page)).isEmpty();
        page.locator("#studio-panel [name=name]").fill("Lưu hồ sơ");
        page.locator("#studio-panel [name=name]").press("Tab");
        page.locator("#studio-panel [name=name-en]").fill("Keep the file");
        page.locator("#studio-panel [name=name-en]").press("Tab");
        page.locator("#studio-panel [name=form]").selectOption("deliver-notice");
        page.locator("#studio-panel [name=citizen]").fill("Hồ sơ đang được lưu");
        mistakes.filter(new Locator.FilterOptions().setHasText("Nhóm làm việc"))
                .locator("button.low")
                .click();
        page.locator("#studio-problems .ok").waitFor();
        designer.picture("91-studio-sound").follow("So sánh và ban hành");
        designer.at("Thay đổi của Hai cấp duyệt và lưu hồ sơ");
        assertThat(designer.text()).contains("Không có lỗi.");
        citizensWords(designer);
        designer.type("Lý do ban hành", "Hồ sơ được lưu trước khi đóng.").press("Ban hành");
        designer.told("Đã ban hành.");
        assertThat(designer.text()).contains("two-approvals");
        assertThat(axe.barriers(page)).isEmpty();
        packageKept(designer);
        changesTold(designer);
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    @Test
    void a_made_up_case_is_played_through_a_draft() {
        Worker designer =
                new Worker(browsers.open(1280, 900)).logIn("designer1").visit("/studio");
        Page page = designer.page();
        designer.type("Tên bản nháp", "Khiếu nại để thử");
        page.selectOption("#from", "version:complaint/1");
        designer.press("Bắt đầu vẽ");
        page.locator("#studio[data-state=drawn]").waitFor();
        page.locator("#studio-panel summary")
                .filter(new Locator.FilterOptions().setHasText("Các bước luật định"))
                .click();
        assertThat(page.locator("#studio-panel").innerText()).contains("Đối thoại khi yêu cầu và kết quả khác nhau");
        designer.follow("Thử với vụ việc giả định");
        assertThat(axe.barriers(page)).isEmpty();
        designer.press("Bắt đầu thử");
        page.locator("[data-diagram][data-state=drawn] .is-current").first().waitFor();
        assertThat(axe.barriers(page)).isEmpty();
        page.locator("#tasks a.button").first().click();
        designer.press("Hoàn thành");
        page.locator("[data-diagram][data-state=drawn] .is-current").first().waitFor();
        assertThat(designer.text()).contains("Giao xác minh", "Dự thảo:");
        designer.press("Đến hạn tiếp theo").picture("93-studio-try");
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    /** Told in plain sentences against the version that stands there, whichever it is. */
    private static void citizensWords(Worker designer) {
        String xml = (String) designer.page()
                .evaluate("fetch(location.pathname.replace('/changes', '/xml')).then(answer => answer.text())");
        assertThat(xml).contains("caunoi:citizen=\"Hồ sơ đang được lưu\"");
    }

    /** The line parts by itself where the step is put onto it. */
    private static void dropped(Page page, String flow) {
        page.locator(".djs-palette [data-action='create.user-task']").click();
        BoundingBox line =
                page.locator("[data-element-id='" + flow + "'] .djs-visual").boundingBox();
        double x = line.x + line.width / 2;
        double y = line.y + line.height / 2;
        page.mouse().move(x - 3, y);
        page.mouse().move(x, y);
        page.mouse().click(x, y);
    }

    /** A limit of the law goes along with the draft. */
    private void packageKept(Worker designer) {
        Page page =
                designer.visit("/studio").follow("Hai cấp duyệt và lưu hồ sơ").page();
        designer.follow("Phần ban hành kèm");
        assertThat(axe.barriers(page)).isEmpty();
        designer.follow("Sửa thời hạn");
        assertThat(axe.barriers(page)).isEmpty();
        page.locator("[name=amount-D01]").fill("9");
        designer.press("Lưu vào bản nháp").told("Đã lưu vào bản nháp.");
        assertThat(designer.text()).contains("nay 9 ngày");
        designer.picture("93-studio-package");
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Thêm mẫu"))
                .click();
        page.locator("details[open] a").nth(1).click();
        assertThat(axe.barriers(page)).isEmpty();
        assertThat(designer.fitsItsWidth()).isTrue();
    }

    private void changesTold(Worker designer) {
        designer.visit("/studio")
                .follow("Thay đổi của Hai cấp duyệt và lưu hồ sơ")
                .page()
                .selectOption("#with", "two-approvals/1");
        designer.press("So sánh");
        assertThat(designer.text()).contains("Không khác gì.");
        designer.page().locator("[data-diagram][data-state=drawn]").nth(1).waitFor();
        designer.picture("92-studio-changes");
    }
}
