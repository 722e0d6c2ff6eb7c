package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Handing in on a phone, and following it: what would be too much is told before it is sent, and nothing stands in the way. */
@ExtendWith(SharedDemonstration.class)
class OnlineHandInTest {

    private static final int TOO_BIG = 26 * 1024 * 1024;

    private final Browsers browsers;
    private final Axe axe = new Axe();

    OnlineHandInTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void a_file_that_is_too_big_is_told_at_once_and_nothing_is_sent_until_it_is_taken_out() {
        Page page = browsers.open(390, 844);
        page.navigate("/public/hand-in");
        page.check("[name=kind][value=FEEDBACK]");
        page.selectOption("[name=unit]", new SelectOption().setIndex(1));
        page.fill("[name=subject]", "Đèn đường thôn 3 hỏng");
        page.fill("[name=content]", "Đèn tắt từ hai tuần nay.");
        page.fill("[name=fullName]", "Trần Thị Bình");
        page.fill("[name=address]", "Thôn 3");
        page.setInputFiles("#files", new FilePayload("to.pdf", "application/pdf", new byte[TOO_BIG]));
        assertThat(page.innerText("#files-told")).contains("lớn hơn 25 MB");
        page.click("button[name=then][value=check]");
        assertThat(page.url()).endsWith("/public/hand-in");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("files");
        page.setInputFiles("#files", new FilePayload[0]);
        assertThat(page.innerText("#files-told")).isEmpty();
        page.click("button[name=then][value=check]");
        page.locator("#signing").waitFor();
        assertThat(page.innerText("main")).contains("Đơn chưa được gửi", "Trần Thị Bình");
        inNobodysWay(page);
        page.click("main form[action$='/send'] button");
        followed(page, page.innerText("#code"), page.innerText("#pin"));
        page.navigate("/public/contacts");
        inNobodysWay(page);
        page.navigate("/public/decisions");
        inNobodysWay(page);
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    private void followed(Page page, String code, String pin) {
        inNobodysWay(page);
        page.navigate("/t");
        page.fill("#code", code);
        page.fill("#pin", pin);
        page.click("main button.main");
        page.fill("#write-text", "Đèn đã cháy hẳn");
        page.click("#write button");
        page.locator("#write .list").waitFor();
        assertThat(page.innerText("#write")).contains("Đèn đã cháy hẳn");
        page.click("#withdraw > summary");
        inNobodysWay(page);
    }

    private void inNobodysWay(Page page) {
        assertThat(axe.barriers(page)).as(page.url()).isEmpty();
        assertThat(new Worker(page).fitsItsWidth()).as(page.url()).isTrue();
    }
}
