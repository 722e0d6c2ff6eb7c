package vn.caunoi.ops.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody at work: does with the pages what a person does with them. */
final class Worker {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String LONG_AGO = "2000-01-01";

    private final Page page;

    Worker(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** The password is the name, as in the demo. */
    Worker logIn(String account) {
        page.navigate("/login");
        page.fill("#username", account);
        page.fill("#password", account);
        page.click("main button");
        page.waitForURL(url -> !url.endsWith("/login"));
        return this;
    }

    Worker visit(String path) {
        page.navigate(path);
        return this;
    }

    /** Claims the task of that name if nobody holds it. */
    void claim(String task) {
        Locator mine = task(task);
        Locator button = mine.locator("form[action$='/claim'] button");
        if (button.count() > 0) button.click();
    }

    /** Completes the task that stands first on the page of a case; what is not said is filled with a sample. */
    void complete(String task, String outcome, Map<String, String> said) {
        claim(task);
        Locator form = task(task).locator("form[action$='/complete']");
        Locator way = form.locator("input[type=radio][name=outcome][value='" + outcome + "']");
        if (way.count() > 0) way.check();
        Locator fields = form.locator("[name^='" + outcome + ".']");
        for (int i = 0; i < fields.count(); i++) fill(fields.nth(i), outcome, said);
        form.locator("button.main").click();
        page.locator(".notice.ok").waitFor();
    }

    private Locator task(String title) {
        return page.locator("section.mine").filter(new Locator.FilterOptions().setHasText(title));
    }

    private void fill(Locator field, String outcome, Map<String, String> said) {
        String name = attribute(field, "name", "").substring(outcome.length() + 1);
        String value = said.get(name);
        String type = field.evaluate("f => f.tagName === 'INPUT' ? f.type : f.tagName.toLowerCase()")
                .toString();
        switch (type) {
            case "radio" -> choose(field, value);
            case "select" -> field.selectOption(value == null ? attribute(field, "value", "") : value);
            case "date" -> field.fill(value == null ? attribute(field, "max", LONG_AGO) : value);
            case "datetime-local" -> field.fill(value == null ? attribute(field, "min", LONG_AGO + "T09:00") : value);
            case "checkbox" -> field.check();
            default -> field.fill(value == null ? "Nội dung mẫu." : value);
        }
    }

    /** Of a choice nobody said anything about, the first is taken. */
    private static void choose(Locator radio, @Nullable String value) {
        boolean first = radio.evaluate("r => !document.querySelector(`input[name='${r.name}']:checked`)")
                .equals(true);
        if (value == null ? first : value.equals(attribute(radio, "value", ""))) radio.check();
    }

    private static String attribute(Locator field, String name, String otherwise) {
        String value = field.getAttribute(name);
        return value == null ? otherwise : value;
    }

    /** A picture of the whole page. */
    Worker picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** Whether the page can be read without moving it sideways. */
    boolean fitsItsWidth() {
        return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
                .equals(true);
    }
}
