package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Margin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The counter of a small office: feedback comes in with a card and scans, goes on to who has to do it, and the slip is printed. */
@ExtendWith(SharedDemonstration.class)
class HandInJobTest {

    private static final String CARD = "034190012345||Phạm Thị Ngọc Ánh|21031990|Nữ|Thôn 3, Hưng Yên|15082021";
    private static final float POINTS_A_MILLIMETRE = 72 / 25.4f;
    private static final Offset<Float> NEARLY = Offset.offset(2f);

    private final Browsers browsers;
    private final Axe axe = new Axe();

    HandInJobTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void feedback_is_taken_in_passed_on_and_its_slip_printed_with_two_page_loads() throws IOException {
        Worker officer = new Worker(browsers.open(1280, 720)).logIn("officer1");
        Page page = officer.page();
        AtomicInteger loads = new AtomicInteger();
        page.onDOMContentLoaded(loaded -> loads.incrementAndGet());
        officer.visit("/hand-in");
        scanned(page);
        added(page);
        passedOn(page);
        officer.picture("41-hand-in-with-card-and-scans");
        assertThat(axe.barriers(page)).isEmpty();
        page.click("#hand-in button.main");
        page.locator("#pin").waitFor();
        assertThat(officer.text()).contains("Đơn đã nhận và đã xử lý.");
        page.evaluate("window.print = () => document.documentElement.dataset.printed = 'yes'");
        page.click("[data-print]");
        assertThat(page.getAttribute("html", "data-printed")).isEqualTo("yes");
        assertThat(loads).hasValue(2);
        assertThat(axe.barriers(page)).isEmpty();
        printed(page);
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    @Test
    void calls_follow_each_other_by_keyboard() {
        Worker clerk = new Worker(browsers.open(1280, 720)).logIn("clerk1");
        Page page = clerk.page();
        page.keyboard().press("g");
        page.keyboard().press("h");
        page.waitForURL("**/hotline");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("who");
        page.keyboard().type("Trần Thị Bình");
        page.keyboard().press("Tab");
        page.keyboard().type("0905111222");
        page.keyboard().press("Tab");
        page.keyboard().type("Ngập nước ở ngõ 12");
        page.keyboard().press("Control+Enter");
        page.locator("#pin").waitFor();
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("who");
        assertThat(axe.barriers(page)).isEmpty();
        clerk.picture("42-hotline");
    }

    /** As a hand scanner does it, which ends with Enter; an Enter that belongs to an input method does nothing yet. */
    private static void scanned(Page page) {
        page.focus("#q-card");
        page.keyboard().type(CARD);
        page.evaluate("document.getElementById('q-card').dispatchEvent(new KeyboardEvent('keydown',"
                + " { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
        assertThat(page.inputValue("#q-card")).isEqualTo(CARD);
        page.evaluate("document.getElementById('q-card').dispatchEvent(new CompositionEvent('compositionend',"
                + " { bubbles: true }))");
        page.locator(".notice.ok").waitFor();
        assertThat(page.inputValue("[name='petitioners[0].fullName']")).isEqualTo("Phạm Thị Ngọc Ánh");
        assertThat(page.inputValue("#q-card")).isEmpty();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q-card");
        page.keyboard().type("8934563138164");
        page.keyboard().press("Enter");
        page.locator("#q-card-error").waitFor();
        assertThat(page.inputValue("[name='petitioners[0].idNumber']")).isEqualTo("034190012345");
    }

    private static void added(Page page) {
        page.setInputFiles("#q-files", new FilePayload[] {scan("don.txt"), scan("image.txt")});
        page.locator("#scans li").nth(1).waitFor();
        assertThat(page.locator("#scans li").allInnerTexts().toString()).contains("don.txt", "scan002.txt");
        page.evaluate("document.getElementById('q-files').dataset.each = '4'");
        page.setInputFiles("#q-files", scan("to-qua.txt"));
        assertThat(page.innerText("#q-files-error")).contains("to-qua.txt: lớn hơn");
        assertThat(page.inputValue("[name='petitioners[0].fullName']")).isEqualTo("Phạm Thị Ngọc Ánh");
    }

    private static FilePayload scan(String name) {
        return new FilePayload(name, "text/plain", ("Giấy " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static void passedOn(Page page) {
        page.check("[name=kind][value=FEEDBACK]");
        page.fill("[name=subject]", "Đèn đường hỏng");
        page.fill("[name=content]", "Đèn tắt hai tuần");
        page.check("[name='then.competent'][value=no]");
        page.selectOption("[name='then.way']", "transfer");
        page.fill("[name='then.to']", "Công ty chiếu sáng");
        page.fill("[name='then.reason']", "Thuộc trách nhiệm công ty");
    }

    private static void printed(Page page) throws IOException {
        String code = page.innerText("#code");
        String pin = page.innerText("#pin");
        try (PDDocument one = Loader.loadPDF(paper(page))) {
            isOnePage(one, 148, 210);
            assertThat(new PDFTextStripper().getText(one)).contains(code, pin).doesNotContain("bản lưu");
        }
        page.check("#paper-a4");
        try (PDDocument two = Loader.loadPDF(paper(page))) {
            isOnePage(two, 210, 297);
            String text = new PDFTextStripper().getText(two);
            assertThat(text).contains("bản lưu");
            assertThat(text.split(code, -1)).hasSize(3);
            assertThat(text.split(pin, -1)).hasSize(2);
        }
    }

    private static byte[] paper(Page page) {
        return page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setMargin(new Margin()));
    }

    private static void isOnePage(PDDocument paper, int width, int height) {
        assertThat(paper.getNumberOfPages()).isEqualTo(1);
        PDRectangle size = paper.getPage(0).getMediaBox();
        assertThat(size.getWidth()).isCloseTo(width * POINTS_A_MILLIMETRE, NEARLY);
        assertThat(size.getHeight()).isCloseTo(height * POINTS_A_MILLIMETRE, NEARLY);
    }
}
