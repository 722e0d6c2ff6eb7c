package vn.caunoi.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;

class LogInTest extends RunningApi {

    @Test
    void without_an_account_a_call_is_answered_401_as_a_problem() {
        Caller.Answer answer = nobody().get("/api/tasks").expect(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:caunoi:problem:unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void a_script_in_a_page_gets_no_password_window() {
        Caller.Answer answer =
                nobody().with("X-Requested-With", "fetch").get("/api/tasks").expect(401);
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void a_wrong_password_is_answered_401_and_a_right_one_lets_in() {
        as("officer1").withPassword("wrong").get("/api/tasks").expect(401);
        as("officer1").get("/api/tasks").expect(200);
    }

    @Test
    void a_post_without_an_account_is_answered_401_and_not_with_a_missing_token() {
        nobody().post("/api/petitions", "{}").expect(401);
    }

    @Test
    void after_many_wrong_passwords_even_the_right_one_is_answered_429_for_a_while() {
        for (int i = 0; i < 10; i++) as("head2").withPassword("wrong" + i).get("/api/tasks");
        Caller.Answer answer = as("head2").get("/api/tasks").expect(429);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:caunoi:problem:too-many");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 300);
        as("head1").get("/api/tasks").expect(200);
    }

    @Test
    void a_page_leads_to_the_login_page_and_carries_secure_headers() {
        Caller.Answer answer = nobody().get("/inbox").expect(302);
        assertThat(answer.header("Location")).endsWith("/login");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }
}
