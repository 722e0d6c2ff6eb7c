package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.caunoi.ops.program.RunningProgram;

/**
 * A page of every kind that links lead to, as each role sees it: in Vietnamese and light on a desk's screen, in English and dark
 * on a phone. With {@code -Dcaunoi.pictures=FOLDER} a picture of each is kept, and both looks are judged by axe.
 */
class EveryPageTest {

    private static final List<String> ACCOUNTS =
            List.of("", "officer1", "head1", "inspector1", "admin1", "designer1", "clerk1", "headp", "observer1");
    /** As many kinds of pages were there when this was written: a walk that finds fewer has lost its way. */
    private static final int KINDS_AT_LEAST = 70;

    /** One way to look at a page. */
    private enum Look {
        DESK("vi", "light", 1280, 720),
        PHONE("en", "dark", 390, 844);

        private final String language;
        private final String theme;
        private final int width;
        private final int height;

        Look(String language, String theme, int width, int height) {
            this.language = language;
            this.theme = theme;
            this.width = width;
            this.height = height;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Axe axe = new Axe();
    private final Walk walk = new Walk();
    private final List<String> faults = new ArrayList<>();
    private final @Nullable String pictures = System.getProperty("caunoi.pictures");

    @Test
    void no_page_stands_in_anybodys_way(@TempDir Path folder) {
        try (RunningProgram program =
                        RunningProgram.startOnNothing(folder.resolve("data"), "--clock", "2026-11-18T09:00:00+07:00");
                Browsers browsers = new Browsers(program.address())) {
            ACCOUNTS.forEach(account -> walkAs(account, browsers));
            assertThat(walk.broken()).isEmpty();
            assertThat(faults).isEmpty();
            assertThat(walk.kinds()).hasSizeGreaterThan(KINDS_AT_LEAST);
            assertThat(Set.copyOf(browsers.complaints())).isEmpty();
            assertThat(browsers.foreign()).isEmpty();
        }
    }

    private void walkAs(String account, Browsers browsers) {
        Page desk = at(Look.DESK, account, browsers);
        Page phone = at(Look.PHONE, account, browsers);
        if (account.equals("inspector1")) audit(desk);
        walk.from(desk, "/", path -> {
            look(desk, Look.DESK, account, path);
            phone.navigate(path);
            look(phone, Look.PHONE, account, path);
        });
        desk.context().close();
        phone.context().close();
    }

    /** So that there is something to see of an audit. */
    private static void audit(Page page) {
        page.navigate("/audit");
        page.click("form[action='/audit'] button.main");
        page.waitForURL(url -> !url.endsWith("/audit"));
    }

    private static Page at(Look look, String account, Browsers browsers) {
        Page page = browsers.open(look.width, look.height);
        page.context()
                .addCookies(List.of(
                        cookie("caunoi-language", look.language, browsers),
                        cookie("caunoi-theme", look.theme, browsers)));
        if (!account.isEmpty()) new Worker(page).logIn(account);
        return page;
    }

    private static Cookie cookie(String name, String value, Browsers browsers) {
        return new Cookie(name, value).setUrl(browsers.site().toString());
    }

    private void look(Page page, Look look, String account, String path) {
        long begun = System.nanoTime();
        String where = (account.isEmpty() ? "anybody" : account) + " " + look.word() + " " + path + ": ";
        if (isAxesTurn(look)) axe.barriers(page).forEach(barrier -> faults.add(where + barrier));
        if (!new Worker(page).fitsItsWidth()) faults.add(where + "wider than the screen");
        if (page.content().contains("??")) faults.add(where + "a word is missing");
        if (!look.language.equals(page.getAttribute("html", "lang"))) faults.add(where + "not in its language");
        keep(page, where);
        if (pictures != null) System.out.printf("%s %d ms%n", where, (System.nanoTime() - begun) / 1_000_000);
    }

    /** One look at each page, in turn, unless pictures are taken: both would take minutes. */
    private boolean isAxesTurn(Look look) {
        return pictures != null || walk.kinds().size() % Look.values().length == look.ordinal();
    }

    private void keep(Page page, String where) {
        if (pictures == null) return;
        String name = where.replaceAll("[^\\p{Alnum}-]+", "_");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(pictures, name.substring(0, Math.min(name.length(), 120)) + ".png"))
                .setFullPage(true));
    }
}
