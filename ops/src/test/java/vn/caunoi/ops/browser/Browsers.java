package vn.caunoi.ops.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The machine's Chromium, and what it complained of or asked of other hosts. */
final class Browsers implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    /** How Chromium reports a form that is answered with its mistakes, which is no error of the page. */
    private static final String MISTAKES_SHOWN = "status of 422";

    private static final double PATIENCE_MILLIS = 60_000;

    private final URI site;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<String> foreign = Collections.synchronizedList(new ArrayList<>());

    Browsers(URI site) {
        this.site = site;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    URI site() {
        return site;
    }

    /** A browser of its own, with its own cookies. */
    Page open(int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(site.toString())
                .setViewportSize(width, height)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            boolean bad = List.of("error", "warning").contains(message.type());
            if (bad && !message.text().contains(MISTAKES_SHOWN)) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            URI uri = URI.create(request.url());
            boolean here = site.getHost().equals(uri.getHost()) && site.getPort() == uri.getPort();
            if (!here && !"data".equals(uri.getScheme())) foreign.add(request.url());
        });
        return page;
    }

    /** Errors and warnings of all consoles. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Requests that left the host. */
    List<String> foreign() {
        return List.copyOf(foreign);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
