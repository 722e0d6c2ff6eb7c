package vn.caunoi.api.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.ledger.ReadingOn;

/** New work appears by itself, heard by a real client that keeps the line open. */
class NewsTest extends RunningApi {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SRC = Pattern.compile("data-src=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private NewsWire wire;

    @Autowired
    private ReadingOn record;

    private final List<InputStream> open = new ArrayList<>();
    private Work work;

    /** A browser of somebody. */
    private final class Browser {
        private final HttpClient client;

        Browser(String account) {
            this(account, HttpClient.Redirect.ALWAYS);
        }

        Browser(String account, HttpClient.Redirect follow) {
            client = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(follow)
                    .build();
            post("/login", "/login", "username=" + account + "&password=" + account);
        }

        String page(String path) {
            return answer(request(path).build()).body();
        }

        void post(String page, String path, String form) {
            Matcher token = TOKEN.matcher(page(page));
            assertThat(token.find()).isTrue();
            answer(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form + "&_csrf=" + token.group(1)))
                    .build());
        }

        private HttpResponse<String> answer(HttpRequest request) {
            return sent(client, request, BodyHandlers.ofString());
        }

        HttpResponse<InputStream> line(String path, @Nullable String last) {
            HttpRequest.Builder asked = request(path).header("Accept", "text/event-stream");
            if (last != null) asked.header("Last-Event-ID", last);
            HttpResponse<InputStream> answer = sent(client, asked.build(), BodyHandlers.ofInputStream());
            open.add(answer.body());
            return answer;
        }

        /** The line of a list that was just looked at. */
        Events events() {
            Matcher src = SRC.matcher(page("/inbox?scope=unit"));
            assertThat(src.find()).isTrue();
            return new Events(line(src.group(1), null));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        }
    }

    /** What comes over a line. */
    private static final class Events {
        private final BufferedReader lines;

        Events(HttpResponse<InputStream> answer) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        /** Fields of the next event that says so; null when the line has ended. */
        @Nullable String next(String containing) throws IOException {
            StringBuilder event = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    event.append(line).append('\n');
                    continue;
                }
                if (event.indexOf(containing) >= 0) return event.toString();
                event.setLength(0);
            }
            return null;
        }
    }

    @BeforeEach
    void work() {
        work = new Work(nobody());
    }

    @AfterEach
    void everybodyLeaves() throws IOException {
        for (InputStream line : open) line.close();
    }

    @Test
    void who_may_take_a_new_task_hears_of_it_and_nobody_else() throws IOException {
        Events mine = new Browser("officer2").events();
        Events theirs = new Browser("officer3").events();
        String task = newTask();
        assertThat(mine.next(task)).contains("event:tasks", "\"offered\":[\"" + task, "\"mine\":[]");
        Work elsewhere = new Work(nobody(), "head2", "officer3", "head2");
        String petition = elsewhere.handIn(Samples.complaint()).path("id").asString();
        String other = elsewhere.task(petition).path("id").asString();
        assertThat(theirs.next("event:tasks")).contains(other).doesNotContain(task);
    }

    @Test
    void who_is_given_a_task_hears_of_it_and_who_gave_it_does_not() throws IOException {
        Events officer = new Browser("officer2").events();
        String task = newTask();
        as("officer1").post("/api/tasks/" + task + "/claim", "{}").expect(200);
        as("officer1")
                .post("/api/tasks/" + task + "/delegate", "{'officer': 'officer2', 'reason': 'Họp'}")
                .expect(200);
        assertThat(officer.next("\"mine\":[\"" + task)).contains("event:tasks");
    }

    @Test
    void who_comes_again_is_told_what_came_meanwhile() throws IOException {
        Browser officer = new Browser("officer2");
        Events before = officer.events();
        String first = newTask();
        String told = before.next(first);
        assertThat(told).isNotNull();
        Matcher id = Pattern.compile("id:(\\d+)").matcher(told);
        assertThat(id.find()).isTrue();
        open.removeFirst().close();
        String second = newTask();
        Events again = new Events(officer.line("/inbox/news?since=0", id.group(1)));
        assertThat(again.next(second)).contains("event:tasks").doesNotContain(first);
    }

    @Test
    void what_came_too_long_ago_is_not_told_one_by_one() throws IOException {
        newTask();
        Browser officer = new Browser("officer2");
        Events hearing = officer.events();
        newTask();
        assertThat(hearing.next("event:tasks")).isNotNull();
        Events old = new Events(officer.line("/inbox/news?since=-1", null));
        String told = old.next("event:");
        assertThat(told).isNotNull();
        Events now = new Events(officer.line("/inbox/news?since=9223372036854775807", null));
        String task = newTask();
        assertThat(now.next(task)).isNotNull();
    }

    @Test
    void a_line_ends_when_its_reader_logs_out() throws IOException {
        Browser officer = new Browser("officer2");
        Events events = officer.events();
        assertThat(wire.listening()).isPositive();
        officer.post("/inbox?scope=mine", "/logout", "");
        assertThat(events.next("nothing of the sort")).isNull();
    }

    @Test
    void of_more_than_six_lines_of_one_account_the_oldest_gives_way() throws IOException {
        Browser officer = new Browser("officer2");
        Events oldest = officer.events();
        for (int n = 0; n < 6; n++) officer.events();
        assertThat(oldest.next("retry:60000")).isNotNull();
        assertThat(oldest.next("nothing of the sort")).isNull();
    }

    @Test
    void a_line_is_for_case_work_on_a_page_that_was_looked_at() {
        Browser officer = new Browser("officer2", HttpClient.Redirect.NEVER);
        assertThat(officer.line("/inbox/news", null).statusCode()).isEqualTo(204);
        assertThat(officer.line("/inbox/news?since=soon", null).statusCode()).isEqualTo(400);
        assertThat(new Browser("admin1").line("/inbox/news", null).statusCode()).isEqualTo(403);
        assertThat(record.head()).isPositive();
    }

    private String newTask() {
        String petition = work.handIn(Samples.complaint()).path("id").asString();
        return work.task(petition).path("id").asString();
    }

    private static <T> HttpResponse<T> sent(
            HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
