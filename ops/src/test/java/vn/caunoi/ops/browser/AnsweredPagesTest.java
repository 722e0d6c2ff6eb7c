package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that only the answer to a form shows, first of all the form itself with its mistakes: nothing stands in the way. */
@ExtendWith(SharedDemonstration.class)
class AnsweredPagesTest {

    private final Browsers browsers;
    private final Axe axe = new Axe();

    AnsweredPagesTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "'', /t, en, dark, 390",
        "'', /login, vi, light, 1280",
        "'', /public/hand-in, vi, dark, 390",
        "clerk1, /hand-in, vi, light, 1280",
        "clerk1, /hand-in, en, dark, 390",
        "clerk1, /hotline, en, dark, 390",
        "clerk1, /reception/new, vi, light, 1280",
        "head1, /conferences/new, en, light, 390",
        "designer1, /studio, en, dark, 390",
        "designer1, /processes/complaint/rehearsals, vi, light, 1280",
        "designer1, /processes/calendar, en, dark, 390",
        "admin1, /admin/accounts, vi, dark, 390",
        "admin1, /admin/webhooks, vi, dark, 390",
        "admin1, /admin/routing, en, dark, 390",
        "admin1, /admin/moving-in, en, dark, 390"
    })
    void a_form_that_was_sent_empty_is_shown_again_and_can_be_read_by_everybody(
            String account, String path, String language, String theme, int width) {
        Page page = browsers.open(width, 800);
        page.context()
                .addCookies(List.of(
                        new Cookie("caunoi-language", language)
                                .setUrl(browsers.site().toString()),
                        new Cookie("caunoi-theme", theme).setUrl(browsers.site().toString())));
        if (!account.isEmpty()) new Worker(page).logIn(account);
        page.navigate(path);
        page.evaluate("document.querySelectorAll('form').forEach(form => { form.noValidate = true })");
        Locator send = page.locator("main form[method=post] button.main").first();
        page.waitForResponse(answer -> answer.request().method().equals("POST"), send::click);
        page.waitForLoadState();
        assertThat(axe.barriers(page)).isEmpty();
        assertThat(new Worker(page).fitsItsWidth()).isTrue();
        assertThat(page.content()).doesNotContain("??");
        page.context().close();
    }
}
