package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A designer sees where cases wait on the drawing of a process, which ways they went, and what other people would change. */
@ExtendWith(SharedDemonstration.class)
class InsightTest {

    private final Browsers browsers;
    private final Axe axe = new Axe();

    InsightTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void a_drawing_is_lit_by_how_long_cases_wait() {
        Worker designer =
                new Worker(browsers.open(1280, 900)).logIn("designer1").visit("/processes/complaint/insight");
        Page page = designer.page();
        page.locator("[data-diagram][data-state=drawn]").waitFor();
        Locator numbers = page.locator(".heat-number text");
        assertThat(numbers.count()).isPositive();
        assertThat(axe.barriers(page)).isEmpty();
        designer.picture("93-insight");
        page.selectOption("#measure", "NOW");
        designer.press("Lọc");
        page.locator("[data-diagram][data-state=drawn]").waitFor();
        assertThat(page.url()).contains("measure=NOW");
        designer.visit("/processes/petition-intake/insight/variants");
        page.locator("tbody th a").first().click();
        page.locator("[data-diagram][data-state=drawn] .is-passed").first().waitFor();
        assertThat(axe.barriers(page)).isEmpty();
        designer.picture("94-insight-ways");
        designer.visit("/processes/petition-intake/insight/conformance");
        assertThat(axe.barriers(page)).isEmpty();
        designer.visit("/processes/petition-intake/simulation").type("Vụ việc đến nhiều hơn (%)", "30");
        designer.press("Chạy thử");
        page.locator("figure .drawing canvas").first().waitFor();
        assertThat(axe.barriers(page)).isEmpty();
        designer.picture("95-simulation");
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }
}
