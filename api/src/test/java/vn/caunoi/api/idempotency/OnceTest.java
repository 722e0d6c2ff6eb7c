package vn.caunoi.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;

class OnceTest extends RunningApi {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Answers answers;

    @Autowired
    private Once once;

    @Test
    void the_same_key_and_body_is_answered_the_same_and_done_once() {
        Caller clerk = as("clerk1").with("Idempotency-Key", key());
        Caller.Answer first = clerk.post("/api/petitions", Samples.complaint()).expect(201);
        Caller.Answer second = clerk.post("/api/petitions", Samples.complaint()).expect(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        Caller clerk = as("clerk1").with("Idempotency-Key", key());
        clerk.post("/api/petitions", Samples.complaint()).expect(201);
        Caller.Answer other = clerk.post("/api/petitions", Samples.least()).expect(422);
        assertThat(other.json().path("type").asString()).isEqualTo("urn:caunoi:problem:key-reused");
    }

    @Test
    void requests_with_one_key_at_the_same_time_are_done_once() throws Exception {
        Caller clerk = as("clerk1").with("Idempotency-Key", key());
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            Callable<Caller.Answer> call = () -> clerk.post("/api/petitions", Samples.complaint());
            List<Future<Caller.Answer>> calls =
                    Stream.generate(() -> threads.submit(call)).limit(6).toList();
            assertThat(calls.stream().map(OnceTest::textOf).distinct()).hasSize(1);
        }
    }

    @Test
    void keys_of_two_callers_are_two_keys() {
        String key = key();
        String first = as("clerk1")
                .with("Idempotency-Key", key)
                .post("/api/petitions", Samples.least())
                .expect(201)
                .text();
        String second = as("officer1")
                .with("Idempotency-Key", key)
                .post("/api/petitions", Samples.least())
                .expect(201)
                .text();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void a_handing_in_that_was_cut_off_before_its_answer_was_kept_comes_to_the_same_petition() {
        Caller clerk = as("clerk1").with("Idempotency-Key", key());
        Caller.Answer first = clerk.post("/api/petitions", Samples.complaint()).expect(201);
        cutOffLatest();
        Caller.Answer second = clerk.post("/api/petitions", Samples.complaint()).expect(201);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(second.json().path("pin")).isEqualTo(first.json().path("pin"));
    }

    @Test
    void it_comes_to_the_same_petition_too_where_an_earlier_version_took_the_key() {
        Caller clerk = as("clerk1").with("Idempotency-Key", key());
        clerk.post("/api/petitions", Samples.complaint()).expect(201);
        jdbc.sql("update vault.answer set begun = null where taken = (select max(taken) from vault.answer)")
                .update();
        cutOffLatest();
        Caller.Answer second = clerk.post("/api/petitions", Samples.complaint()).expect(201);
        cutOffLatest();
        Caller.Answer third = clerk.post("/api/petitions", Samples.complaint()).expect(201);
        assertThat(UUID.fromString(third.json().path("id").asString()).version())
                .isEqualTo(4);
        assertThat(third.text()).isEqualTo(second.text());
    }

    @Test
    void a_handing_in_that_failed_by_an_error_of_ours_keeps_the_moment_it_was_first_made_at() throws Exception {
        Scope scope = new Scope("clerk1", "/api/petitions", key(), new byte[0]);
        long first = Seed.millis(seedOf(scope, 500)).orElseThrow();
        jdbc.sql("update vault.answer set begun = begun - interval '1 hour' where scope = ?")
                .param(scope.id())
                .update();
        assertThat(Seed.millis(seedOf(scope, 503))).hasValue(first - 3_600_000);
        assertThat(Seed.millis(seedOf(scope, 201))).hasValue(first - 3_600_000);
    }

    private String seedOf(Scope scope, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", scope.path());
        once.run(scope, request, new MockHttpServletResponse(), (asked, answer) -> ((HttpServletResponse) answer)
                .setStatus(status));
        return String.valueOf(request.getAttribute(OnceFilter.SEED));
    }

    @Test
    void ids_of_petitions_rise_with_the_time_they_were_handed_in_at() {
        Caller clerk = as("clerk1");
        String first = clerk.with("Idempotency-Key", key())
                .post("/api/petitions", Samples.complaint())
                .expect(201)
                .json()
                .path("id")
                .asString();
        String second = clerk.post("/api/petitions", Samples.complaint())
                .expect(201)
                .json()
                .path("id")
                .asString();
        assertThat(UUID.fromString(first).version()).isEqualTo(7);
        assertThat(UUID.fromString(second).version()).isEqualTo(7);
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void another_call_that_was_cut_off_is_not_repeated() {
        String id = as("clerk1")
                .post("/api/petitions", Samples.least())
                .expect(201)
                .json()
                .path("id")
                .asString();
        Caller clerk = as("clerk1").with("Idempotency-Key", key());
        clerk.post("/api/petitions/" + id + "/note", "{'text': 'once'}").expect(200);
        cutOffLatest();
        Caller.Answer again =
                clerk.post("/api/petitions/" + id + "/note", "{'text': 'once'}").expect(409);
        assertThat(again.json().path("type").asString()).isEqualTo("urn:caunoi:problem:under-way");
    }

    @Test
    void an_upload_sent_twice_with_its_key_is_one_file_whatever_the_boundary() {
        Caller clerk = as("clerk1").with("Idempotency-Key", key());
        byte[] content = "một tệp".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String first = clerk.upload("/api/files", "a.txt", content).expect(201).text();
        assertThat(clerk.upload("/api/files", "a.txt", content).expect(201).text())
                .isEqualTo(first);
        clerk.upload("/api/files", "b.txt", content).expect(422);
    }

    @Test
    void a_key_used_again_when_its_answer_was_forgotten_does_not_bring_up_the_old_petition() {
        Caller clerk = as("clerk1").with("Idempotency-Key", key());
        String first = clerk.post("/api/petitions", Samples.least())
                .expect(201)
                .json()
                .path("id")
                .asString();
        jdbc.sql("delete from vault.answer").update();
        String other = clerk.post("/api/petitions", Samples.complaint())
                .expect(201)
                .json()
                .path("id")
                .asString();
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void nothing_is_kept_of_what_was_refused_to_a_stranger() {
        String count = "select count(*) from vault.answer";
        long before = jdbc.sql(count).query(Long.class).single();
        nobody().with("Idempotency-Key", key())
                .post("/api/public/petitions/0000-0000-0000/rate?pin=1", "{'score': 5}")
                .expect(404);
        assertThat(jdbc.sql(count).query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void no_pin_is_stored_in_clear() {
        Caller clerk = as("clerk1").with("Idempotency-Key", key());
        String pin = clerk.post("/api/petitions", Samples.least())
                .expect(201)
                .json()
                .path("pin")
                .asString();
        Long found = jdbc.sql("select count(*) from vault.answer where position(:pin in encode(body, 'escape')) > 0")
                .param("pin", "\"" + pin + "\"")
                .query(Long.class)
                .single();
        assertThat(found).isZero();
    }

    @Test
    void an_answer_is_kept_for_a_week_and_then_thrown_away() {
        String kept = key();
        String old = key();
        as("clerk1")
                .with("Idempotency-Key", old)
                .post("/api/petitions", Samples.least())
                .expect(201);
        jdbc.sql(
                        "update vault.answer set taken = taken - interval '8 days' where taken = (select max(taken) from vault.answer)")
                .update();
        as("clerk1")
                .with("Idempotency-Key", kept)
                .post("/api/petitions", Samples.least())
                .expect(201);
        long before = answers();
        answers.tidy();
        assertThat(answers()).isEqualTo(before - 1);
    }

    private long answers() {
        return jdbc.sql("select count(*) from vault.answer").query(Long.class).single();
    }

    /** As if the program had ended, a while ago, just before it kept its last answer. */
    private void cutOffLatest() {
        jdbc.sql("""
                        update vault.answer set status = null, headers = null, body = null, taken = ?
                         where taken = (select max(taken) from vault.answer)""").param(OffsetDateTime.now().minusMinutes(5)).update();
    }

    private static String textOf(Future<Caller.Answer> call) {
        try {
            return call.get().expect(201).text();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
