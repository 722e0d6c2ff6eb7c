package vn.caunoi.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.message.Gateway;
import vn.caunoi.api.message.Signature;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.clock.BusinessClock;

class WebhookTest extends RunningApi {

    @Autowired
    private WebhookRounds rounds;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> registered = new ArrayList<>();

    @BeforeEach
    void whatOthersDidIsOver() {
        rounds.round();
    }

    @AfterEach
    void nobodyIsTold() {
        registered.forEach(
                id -> as("admin1").post("/api/webhooks/" + id + "/remove", "{}").expect(204));
    }

    private JsonNode register(String url, String kinds) {
        JsonNode done = as("admin1")
                .post("/api/webhooks", "{'url': '" + url + "', 'kinds': [" + kinds + "]}")
                .expect(201)
                .json();
        registered.add(done.path("id").asString());
        return done;
    }

    private JsonNode register(Gateway gateway) {
        return register(gateway.address().toString(), "'petition.received', 'petition.closed'");
    }

    private JsonNode handIn(String petition) {
        JsonNode receipt = new Work(nobody()).handIn(petition);
        settle();
        return receipt;
    }

    private JsonNode about(JsonNode webhook) {
        return as("admin1")
                .get("/api/webhooks/" + webhook.path("id").asString())
                .expect(200)
                .json();
    }

    private JsonNode deliveries(JsonNode webhook) {
        return as("admin1")
                .get("/api/webhooks/" + webhook.path("id").asString() + "/deliveries")
                .expect(200)
                .json()
                .path("items");
    }

    @Test
    void a_receiver_gets_each_event_it_wants_once_signed_with_code_and_link_only() throws IOException {
        try (Gateway gateway = new Gateway(204)) {
            JsonNode webhook = register(gateway);
            rounds.round();
            JsonNode receipt = handIn(Samples.complaint());
            rounds.round();
            rounds.round();
            assertThat(gateway.taken()).hasSize(1);
            Gateway.Taken one = gateway.taken().getFirst();
            assertThat(one.signature())
                    .isEqualTo(new Signature(webhook.path("secret").asString()).of(one.id(), one.at(), one.body()));
            JsonNode event = one.json();
            assertThat(event.path("specversion").asString()).isEqualTo("1.0");
            assertThat(event.path("id").asString()).isEqualTo(one.id());
            assertThat(event.path("type").asString()).isEqualTo("vn.caunoi.petition.received");
            assertThat(event.path("subject").asString())
                    .isEqualTo(receipt.path("code").asString());
            assertThat(event.path("data").path("link").asString())
                    .isEqualTo("https://khieunai.example.gov.vn/cases/"
                            + receipt.path("id").asString());
            assertThat(one.body()).doesNotContain("Nguyễn", "thu hồi");
            assertThat(deliveries(webhook).get(0).path("status").asInt()).isEqualTo(204);
        }
    }

    @Test
    void nothing_of_a_denunciation_is_told() throws IOException {
        try (Gateway gateway = new Gateway(204)) {
            register(gateway);
            rounds.round();
            handIn("""
                    {'kind': 'DENUNCIATION', 'channel': 'DESK', 'unit': 'A', 'subject': 'Hành vi', 'content': 'Nội dung',
                     'against': 'Ông B', 'petitioners': [{'fullName': 'Người Tố Cáo'}]}""");
            rounds.round();
            assertThat(gateway.taken()).isEmpty();
        }
    }

    @Test
    void one_that_does_not_answer_is_asked_again_later_and_switched_off_after_a_while_which_is_told()
            throws IOException {
        as("admin1")
                .post("/api/me/notices", "{'how': 'AT_ONCE', 'email': 'quantri@example.vn'}")
                .expect(200);
        try (Gateway gateway = new Gateway(503, 503, 202, 503)) {
            JsonNode webhook = register(gateway);
            rounds.round();
            handIn(Samples.complaint());
            rounds.round();
            rounds.round();
            assertThat(gateway.taken()).hasSize(1);
            clock.advance(Duration.ofMinutes(1));
            rounds.round();
            clock.advance(Duration.ofMinutes(2));
            rounds.round();
            assertThat(gateway.taken()).hasSize(3);
            assertThat(gateway.taken().stream().map(Gateway.Taken::id).distinct())
                    .hasSize(1);
            assertThat(about(webhook).path("failures").asInt()).isZero();
            handIn(Samples.complaint());
            for (int tries = 0; tries < 4; tries++) {
                rounds.round();
                clock.advance(Duration.ofMinutes(10));
            }
            assertThat(gateway.taken()).hasSize(6);
            assertThat(about(webhook).path("off").path("why").asString()).isEqualTo("FAILURES");
            assertThat(told()).isEqualTo(1);
            as("admin1")
                    .post("/api/webhooks/" + webhook.path("id").asString() + "/on", "{}")
                    .expect(204);
            rounds.round();
            assertThat(gateway.taken()).hasSize(7);
        } finally {
            as("admin1").post("/api/me/notices", "{'how': 'NONE'}").expect(200);
        }
    }

    private int told() {
        return jdbc.sql("select count(*) from vault.notice where officer = 'admin1' and topic = 'WEBHOOK_OFF'")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_test_is_sent_at_once_and_its_answer_shown() throws IOException {
        try (Gateway gateway = new Gateway(404, 200)) {
            JsonNode webhook = register(gateway);
            String test = "/api/webhooks/" + webhook.path("id").asString() + "/test";
            JsonNode refused = as("admin1").post(test, "{}").expect(200).json();
            assertThat(refused.path("problem").asString()).isEqualTo("refused");
            assertThat(refused.path("status").asInt()).isEqualTo(404);
            assertThat(as("admin1")
                            .post(test, "{}")
                            .expect(200)
                            .json()
                            .path("status")
                            .asInt())
                    .isEqualTo(200);
            assertThat(gateway.taken().getFirst().json().path("type").asString())
                    .isEqualTo("vn.caunoi.test");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.vn/hook",
                "https://localhost/hook",
                "https://10.0.0.8/hook",
                "https://169.254.169.254/latest",
                "https://[::1]/hook",
                "https://[fd00::1]/hook",
                "https://[::ffff:127.0.0.1]/hook",
                "https://user:word@example.vn/",
                "ftp://example.vn/",
                "https://8.8.8.8:99999/hook",
                "https://8.8.8.8:0/hook",
                "nothing"
            })
    void addresses_inside_and_without_tls_are_refused(String url) {
        JsonNode refused = as("admin1")
                .post("/api/webhooks", "{'url': '" + url + "', 'kinds': ['petition.closed']}")
                .expect(422)
                .json();
        JsonNode wrong = refused.path("violations").get(0);
        assertThat(wrong.path("field").asString()).isEqualTo("url");
        assertThat(wrong.path("message").asString()).matches("(Phải|Dẫn|Không).*");
    }

    @Test
    void addresses_that_are_not_of_the_open_net_are_known() throws UnknownHostException {
        for (String inside : List.of(
                "100.64.0.1", "192.168.1.1", "172.16.0.1", "0.0.0.0", "224.0.0.1", "fe80::1", "2002:7f00:1::")) {
            assertThat(OutsideOnly.isInside(InetAddress.getByName(inside)))
                    .as(inside)
                    .isTrue();
        }
        for (String outside : List.of("8.8.8.8", "203.162.4.191", "2405:4800::1")) {
            assertThat(OutsideOnly.isInside(InetAddress.getByName(outside)))
                    .as(outside)
                    .isFalse();
        }
    }

    @Test
    void wrong_kinds_and_secrets_and_others_than_administrators_are_refused() {
        String url = "'url': 'http://127.0.0.1/x'";
        as("admin1")
                .post("/api/webhooks", "{" + url + ", 'kinds': ['petition.eaten']}")
                .expect(422);
        as("admin1").post("/api/webhooks", "{" + url + ", 'kinds': []}").expect(422);
        as("admin1")
                .post("/api/webhooks", "{" + url + ", 'kinds': ['petition.closed'], 'secret': 'short'}")
                .expect(422);
        as("head1")
                .post("/api/webhooks", "{" + url + ", 'kinds': ['petition.closed']}")
                .expect(403);
        as("head1").get("/api/webhooks").expect(403);
        as("admin1").get("/api/webhooks/none").expect(404);
    }
}
