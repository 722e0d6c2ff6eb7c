package vn.caunoi.api.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.outbox.Outbox;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.clock.BusinessClock;

class NoticeTest extends RunningApi {

    @Autowired
    private Outbox outbox;

    @Autowired
    private NoticePostman postman;

    @Autowired
    private BusinessClock clock;

    private final String address = "hai." + UUID.randomUUID() + "@example.vn";

    @BeforeEach
    void whatOthersDidIsHeard() {
        outbox.gather();
        postman.round();
    }

    @AfterEach
    void nobodyIsTold() {
        for (String who : List.of("officer2", "officer3", "head1")) choose(who, "NONE", "VI");
    }

    private void choose(String who, String how, String language) {
        as(who).post(
                        "/api/me/notices",
                        "{'email': '%s', 'how': '%s', 'language': '%s'}".formatted(address, how, language))
                .expect(200);
    }

    private void round() {
        outbox.gather();
        postman.round();
    }

    private List<MimeMessage> received() {
        return Arrays.stream(MAIL.getReceivedMessages()).filter(this::isForUs).toList();
    }

    private boolean isForUs(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What that gives the group to do is told to nobody who chooses later. */
    private JsonNode handIn(String petition) {
        JsonNode receipt = new Work(nobody()).handIn(petition);
        settle();
        round();
        return receipt;
    }

    @Test
    void the_group_is_told_of_its_work_and_the_head_of_what_is_late() throws MessagingException {
        choose("officer2", "AT_ONCE", "VI");
        assertThat(subjects(handIn(Samples.complaint()))).containsExactly("việc mới của nhóm, hạn");
        choose("head1", "AT_ONCE", "VI");
        JsonNode late = handIn(Samples.complaint()
                .replace("'channel': 'DESK'", "'channel': 'DESK', 'receivedAt': '2026-09-01T08:00:00+07:00'"));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            round();
            return subjects(late).contains("đã quá hạn, hạn");
        });
    }

    /** Without code and day. */
    private List<String> subjects(JsonNode receipt) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : received()) {
            String begin = "Đơn " + receipt.path("code").asString() + ": ";
            if (mail.getSubject().startsWith(begin))
                subjects.add(mail.getSubject()
                        .substring(begin.length())
                        .replaceAll("[\\d/]+", "")
                        .strip());
        }
        return subjects;
    }

    private void give(JsonNode receipt, String officer) {
        String task = new Work(nobody())
                .task(receipt.path("id").asString())
                .path("id")
                .asString();
        as("head1")
                .post("/api/tasks/" + task + "/reassign", "{'officer': '" + officer + "', 'reason': 'Phân công'}")
                .expect(200);
        settle();
    }

    @Test
    void whoever_has_the_case_is_told_that_the_citizen_wrote_and_not_what() throws Exception {
        JsonNode receipt = handIn(Samples.complaint());
        give(receipt, "officer2");
        round();
        choose("officer2", "AT_ONCE", "VI");
        nobody().post(
                        "/api/public/petitions/" + receipt.path("code").asString() + "/comments?pin="
                                + receipt.path("pin").asString(),
                        "{'text': 'Tôi đổi số điện thoại'}")
                .expect(200);
        settle();
        round();
        assertThat(subjects(receipt)).containsExactly("người gửi đơn viết hoặc rút đơn");
        assertThat(String.valueOf(received().getFirst().getContent())).doesNotContain("số điện thoại");
    }

    @Test
    void new_work_is_told_once_in_the_language_of_the_officer_and_betrays_nothing() throws Exception {
        JsonNode receipt = handIn(Samples.complaint());
        choose("officer2", "AT_ONCE", "EN");
        give(receipt, "officer2");
        round();
        round();
        assertThat(received()).hasSize(1);
        MimeMessage mail = received().getFirst();
        String code = receipt.path("code").asString();
        assertThat(mail.getSubject()).isEqualTo("Petition " + code + ": new work for you");
        assertThat(text(mail))
                .contains(
                        "https://khieunai.example.gov.vn/cases/"
                                + receipt.path("id").asString(),
                        "/settings")
                .doesNotContain("Nguyễn", "thu hồi");
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return mail.getContent().toString();
    }

    @Test
    void all_of_a_day_comes_in_one_mail_in_the_morning() throws Exception {
        JsonNode first = handIn(Samples.complaint());
        JsonNode second = handIn(Samples.complaint());
        choose("officer2", "DAILY", "VI");
        give(first, "officer2");
        give(second, "officer2");
        round();
        assertThat(received()).isEmpty();
        clock.advance(Duration.ofHours(24));
        round();
        round();
        assertThat(received()).hasSize(1);
        assertThat(received().getFirst().getSubject()).isEqualTo("Việc trong ngày: 2 thông báo");
        assertThat(text(received().getFirst()))
                .contains(first.path("code").asString(), second.path("code").asString());
    }

    @Test
    void who_is_directed_is_told_and_whoever_directed_when_it_is_done() throws MessagingException {
        JsonNode receipt = handIn(Samples.complaint());
        String path = "/api/petitions/" + receipt.path("id").asString() + "/directions";
        choose("officer2", "AT_ONCE", "VI");
        as("head1")
                .post(path, "{'text': 'Gặp dân', 'doBy': '2026-12-31', 'officer': 'officer2'}")
                .expect(200);
        settle();
        round();
        assertThat(subjects(receipt)).containsExactly("có chỉ đạo phải thực hiện, hạn");
        choose("head1", "AT_ONCE", "VI");
        as("officer2").post(path + "/1/done", "{'answer': 'Đã gặp'}").expect(200);
        settle();
        round();
        assertThat(subjects(receipt)).contains("chỉ đạo đã được thực hiện");
    }

    @Test
    void who_is_mentioned_is_told_if_the_case_is_there_for_them() throws Exception {
        String id = handIn(Samples.complaint()).path("id").asString();
        choose("officer2", "AT_ONCE", "VI");
        choose("officer3", "AT_ONCE", "VI");
        as("officer1")
                .post("/api/petitions/" + id + "/note", "{'text': 'Nhờ @officer2, @officer3 xem giúp.'}")
                .expect(422);
        as("officer1")
                .post("/api/petitions/" + id + "/note", "{'text': 'Nhờ @officer2 xem giúp, thư ở ai@nhanh.vn.'}")
                .expect(200);
        settle();
        round();
        assertThat(received()).hasSize(1);
        assertThat(received().getFirst().getSubject()).contains("được nhắc tên");
    }

    @Test
    void nobody_is_told_who_does_not_want_it_or_did_it_or_may_not_see_it() {
        choose("officer2", "NONE", "VI");
        choose("head1", "AT_ONCE", "VI");
        round();
        give(handIn(Samples.complaint()), "officer2");
        round();
        assertThat(received()).noneSatisfy(mail -> assertThat(mail.getSubject()).contains("việc mới cho"));
        choose("officer2", "AT_ONCE", "VI");
        round();
        String accused = Samples.complaint().replaceFirst("\\{", "{'accused': ['officer2'],");
        String id = handIn(accused).path("id").asString();
        as("officer1")
                .post("/api/petitions/" + id + "/note", "{'text': '@officer2'}")
                .expect(422);
        settle();
        round();
        assertThat(received()).noneSatisfy(mail -> assertThat(mail.getSubject()).contains("được nhắc tên"));
    }

    @Test
    void a_wrong_choice_is_told() {
        as("officer2").post("/api/me/notices", "{'how': 'AT_ONCE'}").expect(422);
        as("officer2")
                .post("/api/me/notices", "{'how': 'AT_ONCE', 'email': 'x@y.vn\\r\\nBcc: a@b.vn'}")
                .expect(422);
        as("officer2").post("/api/me/notices", "{'how': 'HOURLY'}").expect(422);
        nobody().get("/api/me/notices").expect(401);
    }
}
