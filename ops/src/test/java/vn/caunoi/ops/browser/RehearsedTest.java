package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A designer rehearses a draft, looks at what became of the cases, and at both ways of one of them on the drawing. */
@ExtendWith(SharedDemonstration.class)
class RehearsedTest {

    private final Browsers browsers;
    private final Axe axe = new Axe();

    RehearsedTest(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void past_cases_run_through_a_draft_and_both_ways_of_one_are_seen() {
        handedIn();
        Worker designer = new Worker(browsers.open(1280, 900)).logIn("designer1");
        Page page = designer.page();
        String draft = page.request()
                .get("/processes/petition-intake/1")
                .text()
                .replace("\"classify\"", "\"sort\"")
                .replace(">classify<", ">sort<");
        designer.visit("/processes/petition-intake/rehearsals");
        assertThat(page.locator(".chooser").innerText()).contains("Chọn tệp", "Chưa chọn tệp nào");
        page.locator("#draft")
                .setInputFiles(
                        new FilePayload("draft.bpmn", "application/xml", draft.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".chooser").innerText()).contains("draft.bpmn");
        assertThat(axe.barriers(page)).isEmpty();
        designer.picture("92-chosen");
        designer.press("Diễn tập");
        page.locator("#progress .badge.ok").waitFor();
        assertThat(axe.barriers(page)).isEmpty();
        designer.picture("93-rehearsal");
        page.locator("#listed").scrollIntoViewIfNeeded();
        page.locator("main tbody a.code").first().click();
        page.locator("[data-diagram][data-state=drawn] .is-drafted").first().waitFor();
        assertThat(page.locator("[data-diagram] .is-both").count()).isPositive();
        assertThat(page.locator("[data-diagram] .is-parting").count()).isPositive();
        assertThat(axe.barriers(page)).isEmpty();
        designer.picture("94-both-ways");
        page.setViewportSize(390, 800);
        assertThat(designer.fitsItsWidth()).isTrue();
        assertThat(browsers.complaints()).isEmpty();
    }

    private void handedIn() {
        String login = Base64.getEncoder().encodeToString("clerk1:clerk1".getBytes(StandardCharsets.UTF_8));
        APIResponse answer = browsers.open(1280, 900)
                .request()
                .post(
                        "/api/petitions",
                        RequestOptions.create()
                                .setHeader("Authorization", "Basic " + login)
                                .setData(Map.of(
                                        "kind", "COMPLAINT",
                                        "channel", "DESK",
                                        "unit", "A",
                                        "subject", "Khiếu nại để diễn tập",
                                        "content", "Gia đình tôi sử dụng thửa đất ổn định từ năm 1995.",
                                        "points", List.of(Map.of("demand", "Hủy quyết định thu hồi đất")),
                                        "petitioners", List.of(Map.of("fullName", "Nguyễn Văn An")))));
        assertThat(answer.status()).isEqualTo(201);
    }
}
