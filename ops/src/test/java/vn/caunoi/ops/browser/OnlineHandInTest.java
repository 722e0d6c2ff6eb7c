package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Handing in on a phone: what would be too much is told before it is sent. */
@ExtendWith(SharedDemonstration.class)
class OnlineHandInTest {

    private static final int TOO_BIG = 26 * 1024 * 1024;

    private final Browsers browsers;

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
        assertThat(browsers.complaints()).isEmpty();
    }
}
