package vn.caunoi.ops.bench.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's Chromium, logged in, asking for pages as from a new tab: nothing but style and script is kept. */
final class Chromium implements AutoCloseable {

    /** How a page came, in milliseconds since it was asked for, and what it cost on the line. */
    record Came(double firstByte, double largestPaint, double kilobytes) {}

    private static final String TIMES = """
            () => new Promise((told) => {
              const [asked] = performance.getEntriesByType("navigation");
              new PerformanceObserver((seen) => told({
                firstByte: asked.responseStart - asked.requestStart,
                largestPaint: seen.getEntries().at(-1).startTime,
                kilobytes: [asked, ...performance.getEntriesByType("resource")]
                  .reduce((sum, one) => sum + one.transferSize, 0) / 1024,
              })).observe({ type: "largest-contentful-paint", buffered: true });
            })
            """;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Page page;

    Chromium(String site, String account) {
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        page = browser.newContext(
                        new Browser.NewContextOptions().setBaseURL(site).setViewportSize(1280, 720))
                .newPage();
        page.navigate("/login");
        page.fill("#username", account);
        page.fill("#password", account);
        page.click("main button");
        page.waitForURL(url -> !url.endsWith("/login"));
    }

    Came ask(String path) {
        page.navigate(path);
        Map<?, ?> told = (Map<?, ?>) page.evaluate(TIMES);
        return new Came(number(told, "firstByte"), number(told, "largestPaint"), number(told, "kilobytes"));
    }

    /** Rows of the list that is shown. */
    int rows() {
        return page.locator("main tbody tr").count();
    }

    private static double number(Map<?, ?> told, String name) {
        return told.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
