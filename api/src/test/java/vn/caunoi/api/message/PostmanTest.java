package vn.caunoi.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.petition.Carrier;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.message.Messages;

class PostmanTest extends RunningApi {

    @Autowired
    private Postmen postman;

    @Autowired
    private Messages messages;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Directory directory;

    @Autowired
    private MessageText text;

    @Autowired
    private Commands commands;

    @Autowired
    private BusinessClock clock;

    private final String address = "an." + UUID.randomUUID() + "@example.vn";

    @BeforeEach
    void whatOthersLeftIsSent() {
        deliveries.since(Carrier.SMS.name());
        postman.round();
    }

    @Test
    void whoever_gave_an_address_is_told_once_in_words_that_betray_nothing() throws Exception {
        JsonNode receipt = handIn("COMPLAINT", "");
        postman.round();
        postman.round();
        MimeMessage mail = received().getFirst();
        assertThat(received()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Đã nhận đơn " + code(receipt));
        assertThat(mail.getContent().toString())
                .contains(code(receipt), "https://khieunai.example.gov.vn/t?code=" + code(receipt))
                .doesNotContain("Nguyễn", "Rác", receipt.path("pin").asString());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(types(receipt)).contains("message.sent");
        assertThat(states(receipt)).containsExactly("SENT");
    }

    @Test
    void of_denunciations_and_confidential_petitions_nobody_is_told() {
        handIn("DENUNCIATION", "");
        handIn("COMPLAINT", "'confidential': true,");
        postman.round();
        assertThat(received()).isEmpty();
    }

    @Test
    void two_who_go_round_at_once_deliver_each_message_once() {
        for (int n = 0; n < 5; n++) handIn("FEEDBACK", "");
        Stream.generate(() -> CompletableFuture.runAsync(postman::round))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(received()).hasSize(5);
    }

    @Test
    void a_server_that_is_away_is_tried_again_later_and_given_up_after_days() {
        JsonNode receipt = handIn("COMPLAINT", "");
        Postman toNobody = through(1);
        toNobody.round();
        assertThat(states(receipt)).containsExactly("WAITING");
        postman.round();
        assertThat(received()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        toNobody.round();
        clock.advance(Duration.ofMinutes(1));
        postman.round();
        assertThat(received()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        postman.round();
        assertThat(received()).hasSize(1);
        JsonNode other = handIn("COMPLAINT", "");
        toNobody.round();
        clock.advance(Duration.ofDays(3));
        toNobody.round();
        assertThat(states(other)).containsExactly("FAILED");
    }

    @Test
    void a_refused_address_is_not_tried_again_until_somebody_says_so() throws IOException {
        JsonNode receipt = handIn("COMPLAINT", "");
        try (RefusingServer server = new RefusingServer("550 no such mailbox")) {
            through(server.port()).round();
        }
        JsonNode failed = about(receipt).get(0);
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("problem").asString()).isEqualTo("refused");
        postman.round();
        assertThat(received()).isEmpty();
        String again = "/api/petitions/" + id(receipt) + "/messages/"
                + failed.path("id").asString() + "/again";
        as("officer3").post(again, "{}").expect(404);
        as("clerk1").post(again, "{}").expect(200);
        as("clerk1").post(again, "{}").expect(409);
        postman.round();
        assertThat(received()).hasSize(1);
        assertThat(types(receipt)).contains("message.failed", "message.ordered-again", "message.sent");
    }

    @Test
    void a_server_that_is_busy_is_no_reason_to_give_up() throws IOException {
        JsonNode receipt = handIn("COMPLAINT", "");
        try (RefusingServer server = new RefusingServer("451 try later")) {
            through(server.port()).round();
        }
        assertThat(states(receipt)).containsExactly("WAITING");
    }

    @Test
    void what_is_no_address_cannot_be_sent_to_and_nothing_is_smuggled_in() {
        JsonNode receipt = handIn("COMPLAINT", "", "an@example.vn\\r\\nBcc: all@example.vn");
        postman.round();
        assertThat(about(receipt).get(0).path("problem").asString()).isEqualTo("bad-address");
        assertThat(MAIL.getReceivedMessages()).noneSatisfy(mail -> assertThat(GreenMailUtil.getWholeMessage(mail))
                .contains("all@example.vn"));
    }

    @Test
    void the_citizen_chooses_the_language_or_to_be_told_nothing() throws MessagingException {
        JsonNode receipt = handIn("COMPLAINT", "");
        String choice = "/api/public/petitions/" + code(receipt) + "/messages?pin="
                + receipt.path("pin").asString();
        nobody().post(choice, "{'told': false}").expect(200);
        postman.round();
        assertThat(received()).isEmpty();
        assertThat(states(receipt)).containsExactly("DROPPED");
        nobody().post(choice, "{'told': true, 'language': 'FR'}").expect(422);
        JsonNode seen = nobody().post(choice, "{'told': true, 'language': 'EN'}")
                .expect(200)
                .json();
        assertThat(seen.path("messages").path("language").asString()).isEqualTo("EN");
        Work work = new Work(nobody());
        work.complete(work.task(id(receipt)), "needs-supplement").expect(200);
        postman.round();
        assertThat(received().getLast().getSubject()).startsWith("Petition " + code(receipt));
    }

    @Test
    void who_has_only_a_phone_is_told_through_a_gateway_that_can_check_who_speaks() throws IOException {
        JsonNode receipt = handInByPhone("091 234-5678");
        Signature signature = new Signature("whsec_" + "A".repeat(32));
        try (Gateway gateway = new Gateway(503, 202)) {
            Postman sms = by(new SmsPost(gateway.address(), signature, text, clock));
            sms.round();
            assertThat(states(receipt)).containsExactly("WAITING");
            clock.advance(Duration.ofMinutes(2));
            sms.round();
            sms.round();
            assertThat(states(receipt)).containsExactly("SENT");
            assertThat(gateway.taken()).hasSize(2);
            Gateway.Taken second = gateway.taken().get(1);
            assertThat(second.id()).isEqualTo(gateway.taken().get(0).id());
            assertThat(second.signature()).isEqualTo(signature.of(second.id(), second.at(), second.body()));
            JsonNode data = second.json().path("data");
            assertThat(second.json().path("type").asString()).isEqualTo("vn.caunoi.sms");
            assertThat(data.path("to").asString()).isEqualTo("0912345678");
            assertThat(data.path("text").asString()).startsWith("Đã nhận đơn " + code(receipt));
            assertThat(data.path("unaccented").asString()).startsWith("Da nhan don " + code(receipt));
        }
    }

    @Test
    void a_number_that_is_none_and_one_the_gateway_refuses_are_given_up() throws IOException {
        JsonNode receipt = handInByPhone("gọi cho con tôi");
        JsonNode other = handInByPhone("0912345678");
        try (Gateway gateway = new Gateway(422)) {
            by(new SmsPost(gateway.address(), new Signature("A".repeat(32)), text, clock))
                    .round();
        }
        assertThat(about(receipt).get(0).path("problem").asString()).isEqualTo("bad-address");
        assertThat(about(other).get(0).path("problem").asString()).isEqualTo("refused");
    }

    @Test
    void a_secret_that_is_too_short_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Signature("c2hvcnQ=")).hasMessageContaining("24 bytes");
        assertThatThrownBy(() -> new Signature("")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void staff_sees_messages_of_the_own_unit_by_state() {
        JsonNode receipt = handIn("COMPLAINT", "");
        assertThat(as("clerk1").get("/api/messages?state=WAITING").expect(200).text())
                .contains(id(receipt));
        assertThat(as("clerk1").get("/api/messages?state=SENT").expect(200).text())
                .doesNotContain(id(receipt));
        assertThat(as("officer3").get("/api/messages").expect(200).text()).doesNotContain(id(receipt));
        assertThat(as("admin1").get("/api/messages").expect(200).text()).contains(id(receipt));
        as("designer1").get("/api/messages").expect(403);
        as("clerk1").get("/api/messages?state=LOST").expect(422);
    }

    @Test
    void whom_a_petition_is_about_does_not_see_that_anybody_was_told_of_it() {
        JsonNode receipt = handIn("COMPLAINT", "'accused': ['officer2'],");
        String again = "/api/petitions/" + id(receipt) + "/messages/"
                + about(receipt).get(0).path("id").asString() + "/again";
        assertThat(as("officer1").get("/api/messages").expect(200).text()).contains(id(receipt));
        assertThat(as("officer2").get("/api/messages").expect(200).text())
                .doesNotContain(id(receipt))
                .doesNotContain(code(receipt));
        as("officer2").get("/api/petitions/" + id(receipt) + "/messages").expect(404);
        as("officer2").post(again, "{}").expect(404);
    }

    private Postman by(Post post) {
        return new Postman(messages, deliveries, files, directory, post, commands, clock, Duration.ofDays(3));
    }

    private Postman through(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        return by(new EmailPost(server, "khieunai@example.gov.vn", text));
    }

    private JsonNode handInByPhone(String number) {
        return new Work(nobody()).handIn("""
                {'kind': 'COMPLAINT', 'channel': 'DESK', 'unit': 'A', 'subject': 'Rác', 'content': 'Rác tồn đọng.',
                 'points': [{'demand': 'Thu gom rác'}],
                 'petitioners': [{'fullName': 'Nguyễn Văn An', 'address': 'Thôn 3', 'phone': '%s'}]}""".formatted(number));
    }

    private JsonNode handIn(String kind, String more) {
        return handIn(kind, more, address);
    }

    private JsonNode handIn(String kind, String more, String to) {
        return new Work(nobody()).handIn("""
                {'kind': '%s', 'channel': 'DESK', 'unit': 'A', %s 'subject': 'Rác', 'content': 'Rác tồn đọng.',
                 'points': [{'demand': 'Thu gom rác'}],
                 'petitioners': [{'fullName': 'Nguyễn Văn An', 'address': 'Thôn 3', 'email': '%s'}]}""".formatted(kind, more, to));
    }

    private List<MimeMessage> received() {
        return Stream.of(MAIL.getReceivedMessages())
                .filter(mail -> address.equals(recipient(mail)))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode about(JsonNode receipt) {
        settle();
        return as("inspector1")
                .get("/api/petitions/" + id(receipt) + "/messages")
                .expect(200)
                .json()
                .path("items");
    }

    private List<String> states(JsonNode receipt) {
        return about(receipt)
                .valueStream()
                .map(message -> message.path("state").asString())
                .toList();
    }

    private List<String> types(JsonNode receipt) {
        settle();
        return as("inspector1")
                .get("/api/petitions/" + id(receipt) + "/history")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("type").asString())
                .toList();
    }

    private static String id(JsonNode receipt) {
        return receipt.path("id").asString();
    }

    private static String code(JsonNode receipt) {
        return receipt.path("code").asString();
    }
}
