package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.caunoi.ops.program.RunningProgram;

/** A designer chooses on two drawings which step becomes which, looks at the cases, moves them and takes them back. */
class MovingCasesTest {

    private static final int CASES = 3;

    private final Axe axe = new Axe();

    @Test
    void cases_move_to_the_step_that_was_clicked(@TempDir Path folder) {
        try (RunningProgram program = RunningProgram.start(folder.resolve("data"), "--no-samples");
                Browsers browsers = new Browsers(program.address())) {
            for (int n = 0; n < CASES; n++) program.handIn("Khiếu nại " + n);
            String xml = program.text("designer1", "/api/processes/petition-intake/1")
                    .replaceAll("(?<=[\">])classify(?=[\"<])", "sort-out")
                    .replace("name=\"Phân loại đơn\"", "name=\"Xem xét ban đầu\"");
            assertThat(program.postXml("designer1", "/api/processes", xml).status())
                    .isEqualTo(201);
            Worker designer = new Worker(browsers.open(1280, 900))
                    .logIn("designer1")
                    .visit("/processes/petition-intake/migration?from=1&to=2");
            Page page = designer.page();
            page.locator("[data-side=old][data-state=drawn]").waitFor();
            page.locator("[data-side=new][data-state=drawn]").waitFor();
            assertThat(page.locator("[data-side=old] .count").allInnerTexts()).containsExactly(String.valueOf(CASES));
            Locator choice = page.locator("select[name='map.classify']");
            choice.selectOption("");
            page.locator("[data-side=old] [data-element-id=classify].is-removed")
                    .waitFor();
            step(page, "old", "classify").click();
            page.locator("[data-side=old] [data-element-id=classify].is-current")
                    .waitFor();
            step(page, "new", "after-classify").click();
            assertThat(page.locator("#mapping-told").innerText()).contains("không phải là bước cùng loại");
            step(page, "new", "sort-out").click();
            assertThat(choice.inputValue()).isEqualTo("sort-out");
            assertThat(page.locator("[data-side=old] .is-removed").count()).isZero();
            designer.picture("93-moving-mapping");
            assertThat(axe.barriers(page)).isEmpty();
            designer.press("Xem trước từng vụ việc");
            assertThat(axe.barriers(page)).isEmpty();
            designer.type("Lý do", "Bước đổi mã").press("Chuyển " + CASES + " vụ việc sang phiên bản 2");
            page.locator(".head .badge.ok").waitFor();
            designer.picture("94-moving-done");
            assertThat(axe.barriers(page)).isEmpty();
            designer.press("Chuyển trở lại");
            designer.type("Lý do", "Nhầm").press("Chuyển " + CASES + " vụ việc trở lại phiên bản 1");
            page.locator(".head .badge.ok").waitFor();
            designer.visit("/processes/petition-intake/migration/batches");
            assertThat(axe.barriers(page)).isEmpty();
            assertThat(designer.text()).contains("Bước đổi mã", "Nhầm");
            assertThat(browsers.complaints()).isEmpty();
            assertThat(browsers.foreign()).isEmpty();
        }
    }

    private static Locator step(Page page, String side, String id) {
        return page.locator("[data-side=" + side + "] [data-element-id='" + id + "'] .djs-hit")
                .first();
    }
}
