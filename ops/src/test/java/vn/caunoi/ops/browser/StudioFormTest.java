package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A designer makes a form for a new step and changes a table without seeing XML, and is told and led to what is wrong. */
@ExtendWith(SharedDemonstration.class)
class StudioFormTest {

    private final Browsers browsers;
    private final Axe axe = new Axe();

    StudioFormTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void a_ready_step_gets_a_form_of_its_own_whose_mistake_is_named_and_mended() {
        Worker designer =
                new Worker(browsers.open(1360, 950)).logIn("designer1").visit("/studio");
        Page page = designer.page();
        designer.beginDraft("Hòa giải rồi hỏi lại", "Hòa giải trước");
        page.locator("#studio[data-state=drawn]").waitFor();
        inserted(page);
        page.locator("#studio-panel [name=name]").fill("Hỏi lại người dân");
        page.locator("#studio-panel [name=name]").press("Tab");
        page.locator("#studio-panel [name=name-en]").fill("Ask again");
        page.locator("#studio-panel [name=name-en]").press("Tab");
        page.locator("#studio-panel [name=new-form]").click();
        filled(page);
        Locator mistake = page.locator(
                ".form-editor-told li.late button",
                new Page.LocatorOptions().setHasText("Score: Thiếu nhãn tiếng Việt"));
        mistake.waitFor();
        assertThat(axe.barriers(page)).isEmpty();
        designer.picture("93-studio-form");
        mistake.click();
        page.keyboard().type("Chấm điểm");
        page.locator(".form-editor-told li.ok").waitFor();
        page.locator(".form-editor-seen >> text=Chấm điểm").waitFor();
        page.locator(".form-editor >> text=Đưa vào sơ đồ").click();
        undoneAndDoneAgain(page);
        page.locator("#studio-problems .ok").waitFor();
        designer.picture("94-studio-own-form")
                .follow("So sánh và ban hành")
                .select("So với", "Giải quyết khiếu nại lần đầu (complaint 1)")
                .press("So sánh");
        assertThat(designer.text()).contains("Không có lỗi.", "Hỏi lại người dân", "biểu mẫu hoi-lai");
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    /** Behind the step that was there; what came after it comes after the new one. */
    private static void inserted(Page page) {
        page.locator("[data-element-id='send']").click();
        page.locator(".djs-context-pad [data-action='caunoi.insert']").click();
        page.locator(".djs-popup input").pressSequentially("deliver-notice");
        page.locator(".djs-popup .entry[data-id=form-deliver-notice]").click();
        page.locator("#studio-panel [name=new-form]").waitFor();
    }

    private static void filled(Page page) {
        page.locator("[data-at='form.vi']").fill("Hỏi lại");
        page.locator("[data-at='form.en']").fill("Ask again");
        page.locator("[data-at='0.vi']").fill("Đã hỏi");
        page.locator("[data-at='0.en']").fill("Asked");
        page.locator(".form-editor >> text=Thêm mục").click();
        page.locator("[data-at='0.0.en']").fill("Score");
        page.locator("[data-at='0.0.type']").selectOption("integer");
        page.locator("[data-at='0.0.required']").check();
        page.locator("details[data-at='0.0.more'] > summary").click();
        page.locator("[data-at='0.0.min']").fill("1");
        page.locator("[data-at='0.0.max']").fill("5");
    }

    /** The form and its use are one step of the drawing. */
    private static void undoneAndDoneAgain(Page page) {
        Locator form = page.locator("#studio-panel [name=form]");
        assertThat(form.inputValue()).isEqualTo("hoi-lai");
        page.locator("#studio-undo").click();
        assertThat(form.inputValue()).isEqualTo("deliver-notice");
        page.locator("#studio-redo").click();
        assertThat(form.inputValue()).isEqualTo("hoi-lai");
    }

    @Test
    void a_cell_of_a_table_is_changed_its_mistake_named_and_the_row_compared() {
        Worker designer =
                new Worker(browsers.open(1360, 950)).logIn("designer1").visit("/studio/tables/deadlines");
        Page page = designer.page();
        page.locator("#studio-table[data-state=drawn]").waitFor();
        assertThat(page.locator("#studio-table").innerText()).contains("D01");
        designer.visit("/studio").beginDraft("Thời hạn ngắn hơn", "Một bước trả lời");
        designer.visit(page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "") + "/tables/deadlines");
        page.locator("#studio-table[data-state=drawn]").waitFor();
        Locator cell = page.locator("[data-element-id='D01_out_amount'] [contenteditable]");
        String amount = cell.innerText().strip();
        cell.click();
        cell.fill("mười");
        page.locator("#table-save").click();
        page.locator("#table-problems li.late", new Page.LocatorOptions().setHasText("D01"))
                .waitFor();
        assertThat(axe.barriers(page)).isEmpty();
        designer.picture("95-studio-table");
        cell.click();
        cell.fill("77");
        page.locator("#table-save").click();
        page.locator("#table-problems li.ok").waitFor();
        page.locator("#table-changes li", new Page.LocatorOptions().setHasText(amount + " → 77"))
                .first()
                .waitFor();
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    @Test
    void a_row_of_routing_is_drawn_and_goes_out_with_the_version() {
        Worker designer =
                new Worker(browsers.open(1360, 950)).logIn("designer1").visit("/studio");
        Page page = designer.page();
        designer.beginDraft("Phân đơn vị", "Một bước trả lời");
        String draft = page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
        designer.visit(draft + "/tables/routing");
        page.locator("#studio-table[data-state=drawn]").waitFor();
        page.locator("#studio-table .add-rule-add button").click();
        Locator cells = page.locator("#studio-table tbody tr").first().locator("[contenteditable]");
        cells.nth(1).click();
        cells.nth(1).fill("chó thả rông");
        cells.nth(7).click();
        cells.nth(7).fill("KHÔNG-CÓ");
        page.locator("#table-save").click();
        page.locator("#table-problems li.late", new Page.LocatorOptions().setHasText("KHÔNG-CÓ"))
                .waitFor();
        cells.nth(7).click();
        cells.nth(7).fill("A");
        cells.nth(8).click();
        cells.nth(8).fill("QĐ 12");
        cells.nth(9).click();
        cells.nth(9).fill("S");
        page.locator("#table-save").click();
        page.locator("#table-problems li.ok").waitFor();
        assertThat(axe.barriers(page)).isEmpty();
        designer.picture("96-studio-routing");
        designer.visit(draft + "/package");
        assertThat(page.locator("main").innerText()).contains("thêm dòng R01", "chó thả rông");
        assertThat(browsers.complaints()).isEmpty();
    }
}
