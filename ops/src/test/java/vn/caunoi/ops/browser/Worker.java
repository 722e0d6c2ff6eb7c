package vn.caunoi.ops.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
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

    /** Goes by the menu, as it stands on the page: a way, or the word that folds ways and then one of them. */
    Worker go(String... words) {
        for (String word : words) {
            Locator menu = page.locator("header nav");
            Locator fold = menu.locator("summary", new Locator.LocatorOptions().setHasText(exactly(word)));
            if (fold.count() > 0) fold.press("Enter");
            else
                menu.getByRole(
                                AriaRole.LINK,
                                new Locator.GetByRoleOptions().setName(word).setExact(true))
                        .click();
        }
        return this;
    }

    /** Writes into what has that label. */
    Worker type(String label, String text) {
        labelled(label).fill(text);
        return this;
    }

    /** Begins a draft in the studio from a model that is there. */
    Worker beginDraft(String name, String model) {
        return type("Tên bản nháp", name).select("Bắt đầu từ", model).press("Bắt đầu vẽ");
    }

    /** Ticks a box or takes a choice, with the keyboard. */
    Worker take(String label) {
        main().getByLabel(begins(label)).locator("visible=true").first().press("Space");
        return this;
    }

    /** Chooses of a list what begins like that. */
    Worker select(String label, String option) {
        Locator list = labelled(label);
        Locator chosen = list.locator("option", new Locator.LocatorOptions().setHasText(begins(option)));
        list.selectOption(attribute(chosen.first(), "value", ""));
        return this;
    }

    Worker press(String button) {
        main().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        return this;
    }

    Worker follow(String link) {
        Pattern ends = Pattern.compile("(^|\\s)" + plain(link) + "\\s*$");
        main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(ends))
                .first()
                .click();
        return this;
    }

    /** Waits until the page says so. */
    Worker told(String words) {
        page.getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor();
        return this;
    }

    /** Waits for the page of that title. */
    Worker at(String title) {
        main().getByRole(
                        AriaRole.HEADING,
                        new Locator.GetByRoleOptions().setLevel(1).setName(title))
                .waitFor();
        return this;
    }

    private Locator labelled(String label) {
        Pattern name = Pattern.compile("^\\s*" + plain(label) + "\\s*(\\(không bắt buộc\\)\\s*)?$");
        return main().getByLabel(name).locator("visible=true").first();
    }

    private Locator main() {
        return page.locator("main");
    }

    private static Pattern begins(String words) {
        return Pattern.compile("^\\s*" + plain(words) + "([\\s.,:;]|$)");
    }

    private static Pattern exactly(String words) {
        return Pattern.compile("^\\s*" + plain(words) + "\\s*$");
    }

    /** The browser does not know how Java quotes. */
    private static String plain(String words) {
        return words.replaceAll("[.()?*+]", "\\\\$0");
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
