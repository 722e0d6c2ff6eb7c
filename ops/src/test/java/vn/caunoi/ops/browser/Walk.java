package vn.caunoi.ops.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows the links of pages, from one to the next, until a page of every kind was seen. */
final class Walk {

    /** Addresses that differ in these only are pages of one kind. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<=/)([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|[\\p{Upper}\\d][\\p{Upper}\\d.-]*\\d[\\p{Upper}\\d.-]*|\\d[\\d-]*|[a-z]+(\\d|p))(?=/|$)");
    /** What stands below these is named by words; the pages are of one kind all the same. */
    private static final Pattern BELOW =
            Pattern.compile("(?<=/(?:do|letter-forms|categories|deadlines|processes)/)[^/]+");
    /** Cases stand at different steps, so more than one of them is looked at. */
    private static final Map<String, Integer> MORE = Map.of("/cases/*", 2, "/cases/*/do/*", 2, "/processes/*", 3);

    private static final List<String> LEFT_OUT = List.of("/logout", "/webjars/", "/assets/", "/v3/");

    private static final int FAILED = 400;

    private final List<String> broken = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /** Pages that links lead to and that are not there, with their status. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    /** Kinds of pages that were seen. */
    Set<String> kinds() {
        return Set.copyOf(seen.keySet());
    }

    /** Walks on from a page; each page of a kind that was not seen often enough is shown to the onlooker. */
    void from(Page page, String start, Consumer<String> onlooker) {
        Deque<String> ahead = new ArrayDeque<>(List.of(start));
        Set<String> gone = new HashSet<>();
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            boolean begins = gone.isEmpty();
            if (!gone.add(path) || !(begins || isNew(path))) continue;
            if (!opened(page, path)) continue;
            count(path);
            onlooker.accept(path);
            links(page).filter(this::isNew).forEach(ahead::add);
        }
    }

    private boolean isNew(String path) {
        return seen.getOrDefault(kind(path), 0) < MORE.getOrDefault(kind(path), 1);
    }

    private void count(String path) {
        seen.merge(kind(path), 1, Integer::sum);
    }

    private static String kind(String path) {
        String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return BELOW.matcher(NAMED.matcher(bare).replaceAll("*")).replaceAll("*");
    }

    /** What is taken along as a file is no page. */
    private boolean opened(Page page, String path) {
        try {
            Optional<Response> answer = Optional.ofNullable(page.navigate(path));
            answer.filter(one -> one.status() >= FAILED).ifPresent(one -> broken.add(one.status() + " " + path));
            return answer.map(one -> one.headerValue("content-type")).orElse("").startsWith("text/html");
        } catch (PlaywrightException notAPage) {
            if (!notAPage.getMessage().contains("Download is starting")) throw notAPage;
            count(path);
            return false;
        }
    }

    private static Stream<String> links(Page page) {
        URI here = URI.create(page.url());
        List<?> all = (List<?>) page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)");
        return all.stream()
                .map(Object::toString)
                .filter(href -> href.startsWith(here.getScheme() + "://" + here.getAuthority() + "/"))
                .map(href -> href.substring(href.indexOf('/', 8)).replaceAll("#.*", ""))
                .filter(path -> LEFT_OUT.stream().noneMatch(path::startsWith))
                .distinct();
    }
}
