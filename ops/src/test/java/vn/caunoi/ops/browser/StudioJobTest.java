package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.caunoi.ops.program.CaseWork;
import vn.caunoi.ops.program.RunningProgram;

/**
 * A designer draws a step with a form of its own into the process of complaints, mends two mistakes, rehearses with the
 * cases of the demonstration and publishes. New cases take the new way, old ones the old, until they are moved. Where
 * cases wait is seen on the drawing.
 */
class StudioJobTest {

    private static final String STEP = "Đối chiếu kết quả";
    /** Warnings may be left. */
    private static final String SOUND = "#studio-problems:not(:has(li.late)) li";

    private static final String VERIFY = "Xác minh nội dung";

    @TempDir
    private static Path folder;

    private static RunningProgram program;
    private static Browsers browsers;
    private static CaseWork work;

    @BeforeAll
    static void start() {
        program = RunningProgram.start(folder.resolve("data"), "--clock", "2026-11-18T09:00:00+07:00");
        browsers = new Browsers(program.address());
        work = new CaseWork(program, Map.of("clerk", "clerk1", "officer", "officer1", "head", "head1"));
    }

    @AfterAll
    static void stop() {
        browsers.close();
        program.close();
    }

    @Test
    void a_step_is_drawn_rehearsed_and_published_and_cases_take_it_when_they_are_new_or_moved() {
        String stays = program.handIn("Khiếu nại ở lại phiên bản cũ");
        String moves = program.handIn("Khiếu nại được chuyển");
        work.until(VERIFY, stays);
        work.until(VERIFY, moves);

        Worker designer =
                new Worker(browsers.open(1400, 900)).logIn("designer1").visit("/studio");
        draw(designer);
        rehearse(designer);
        publish(designer);

        String fresh = program.handIn("Khiếu nại mới");
        work.until(VERIFY, fresh);
        for (String petition : new String[] {stays, fresh}) work.step(petition);
        assertThat(next(stays)).isNotEqualTo(STEP);
        assertThat(next(fresh)).isEqualTo(STEP);

        move(designer);
        assertThat(next(moves)).isEqualTo(VERIFY);
        work.step(moves);
        assertThat(next(moves)).isEqualTo(STEP);
        work.untilClosed(moves);
        work.untilClosed(fresh);
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    @Test
    void a_drawing_is_lit_by_how_long_cases_wait() {
        Worker designer =
                new Worker(browsers.open(1280, 900)).logIn("designer1").visit("/processes/complaint/insight");
        Page page = designer.page();
        page.locator("[data-diagram][data-state=drawn]").waitFor();
        Locator numbers = page.locator(".heat-number text");
        assertThat(numbers.count()).isPositive();
        assertThat(new Axe().barriers(page)).isEmpty();
        designer.picture("93-insight");
        page.selectOption("#measure", "NOW");
        designer.press("Lọc");
        page.locator("[data-diagram][data-state=drawn]").waitFor();
        assertThat(page.url()).contains("measure=NOW");
        designer.visit("/processes/petition-intake/insight/variants");
        page.locator("tbody th a").first().click();
        page.locator("[data-diagram][data-state=drawn] .is-passed").first().waitFor();
        assertThat(new Axe().barriers(page)).isEmpty();
        designer.picture("94-insight-ways");
        designer.visit("/processes/petition-intake/insight/conformance");
        assertThat(new Axe().barriers(page)).isEmpty();
        designer.visit("/processes/petition-intake/simulation").type("Vụ việc đến nhiều hơn (%)", "30");
        designer.press("Chạy thử");
        page.locator("figure .drawing canvas").first().waitFor();
        assertThat(new Axe().barriers(page)).isEmpty();
        designer.picture("95-simulation");
        assertThat(browsers.complaints()).isEmpty();
        assertThat(browsers.foreign()).isEmpty();
    }

    private static String next(String petition) {
        return work.file(petition).get("tasks").get(0).get("name").asString();
    }

    private static void draw(Worker designer) {
        Page page = designer.page();
        designer.type("Tên bản nháp", "Đối chiếu trước khi đối thoại");
        page.selectOption("#from", "version:complaint/1");
        designer.press("Bắt đầu vẽ");
        page.locator("#studio[data-state=drawn]").waitFor();
        page.locator(SOUND).first().waitFor();
        dropped(page, "verify-to-demand-and-finding");
        page.keyboard().press("Escape");
        Locator mistakes = page.locator("#studio-problems li.late");
        mistakes.nth(1).waitFor();
        designer.picture("93-studio-complaint");
        page.locator("#studio-panel [name=name]").fill(STEP);
        mistakes.filter(new Locator.FilterOptions().setHasText("Nhóm làm việc"))
                .locator("button.low")
                .click();
        ownForm(page);
        designer.picture("94-studio-own-form");
        page.locator("dialog.form-editor button.main").click();
        designer.picture("94-studio-step-made");
        page.locator(SOUND).first().waitFor();
        page.locator("#studio-save").click();
    }

    private static void ownForm(Page page) {
        page.locator("#studio-panel button", new Page.LocatorOptions().setHasText("Biểu mẫu mới"))
                .click();
        Map.of(
                        "form.vi", "Đối chiếu",
                        "form.en", "Comparison",
                        "0.vi", "Đã đối chiếu",
                        "0.en", "Compared")
                .forEach((at, words) ->
                        page.locator("dialog [data-at='" + at + "']").fill(words));
        page.locator("dialog .form-editor-told .ok").waitFor();
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

    private static void rehearse(Worker designer) {
        Page page = designer.page();
        designer.follow("So sánh và ban hành")
                .follow("Diễn tập với vụ việc đã qua")
                .press("Diễn tập");
        page.locator("#progress .badge.ok").waitFor();
        assertThat(designer.text()).contains("Đến bước chưa từng có", STEP);
        designer.picture("95-studio-rehearsed");
        page.locator("[name^='outcome.complaint/']").selectOption(new SelectOption().setIndex(1));
        designer.press("Diễn tập lại");
        page.locator("#progress .badge.ok").waitFor();
        assertThat(designer.text()).contains("Giả định: bước");
        page.locator("td .badge, th a.code").first().waitFor();
        page.locator("th a.code").first().click();
        page.locator("[data-diagram][data-state=drawn]").waitFor();
        designer.picture("96-studio-both-ways");
    }

    private static void publish(Worker designer) {
        designer.visit("/studio")
                .follow("Thay đổi của Đối chiếu trước khi đối thoại")
                .type("Lý do ban hành", "Kết quả xác minh được đối chiếu trước khi mời đối thoại.");
        assertThat(designer.text()).contains(STEP);
        designer.picture("97-studio-explained").press("Ban hành");
        designer.told("Đã ban hành.");
    }

    private static void move(Worker designer) {
        Page page = designer.page();
        designer.visit("/processes/complaint/migration?from=1&to=2");
        page.locator("[data-diagram][data-state=drawn]").nth(1).waitFor();
        designer.picture("98-studio-mapping").press("Xem trước từng vụ việc");
        page.locator("#note").fill("Theo bản mới.");
        page.locator("button.grave").click();
        page.locator(".badge.ok").first().waitFor();
        designer.picture("99-studio-moved");
    }
}
