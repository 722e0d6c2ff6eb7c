package vn.caunoi.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.api.message.Deliveries;
import vn.caunoi.api.message.EmailPost;
import vn.caunoi.api.notice.NoticeChoices;
import vn.caunoi.api.notice.Overseers;
import vn.caunoi.api.supervisor.OversightDesk;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.directory.OfficerId;

/** Figures by mail, to a real server, each morning of a clock of its own. */
class SubscriptionTest extends RunningApi {

    private static final OfficerId HEAD = new OfficerId("head1");

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Overseers overseers;

    @Autowired
    private NoticeChoices choices;

    @Autowired
    private OversightDesk desk;

    @Autowired
    private FiguresMail mail;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private EmailPost post;

    @Autowired
    private CalendarInForce calendar;

    private final String address = "so.lieu." + UUID.randomUUID() + "@example.vn";

    @AfterEach
    void nothingIsSentAnyMore() {
        subscriptions.of(HEAD).forEach(one -> subscriptions.stop(one.id(), HEAD));
        address("");
    }

    private void address(String email) {
        as("head1")
                .post("/api/me/notices", "{'email': '%s', 'how': 'NONE', 'language': 'VI'}".formatted(email))
                .expect(200);
    }

    private void begin(String rhythm, String span) {
        subscriptions.begin(
                new Subscriptions.Given(rhythm, span, "A"), overseers.find(HEAD).orElseThrow());
    }

    /** A program of its own on the same database, at eight o'clock of that day. */
    private void round(LocalDate day) {
        Clock eight = Clock.fixed(day.atTime(8, 0).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE);
        new FiguresPostman(
                        subscriptions,
                        overseers,
                        choices,
                        desk,
                        mail,
                        deliveries,
                        post,
                        calendar,
                        eight,
                        LocalTime.of(7, 0))
                .round();
    }

    private List<MimeMessage> received() {
        return Arrays.stream(MAIL.getReceivedMessages()).filter(this::isForUs).toList();
    }

    private boolean isForUs(MimeMessage one) {
        try {
            return one.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_figures_of_a_week_come_once_on_its_first_working_morning_with_a_sheet_of_numbers() throws Exception {
        new Work(nobody()).handIn(Samples.complaint());
        settle();
        address(address);
        begin("WEEKLY", "YEAR");
        round(LocalDate.of(2027, 4, 4));
        assertThat(received()).as("a Sunday").isEmpty();
        try (var programs = Executors.newFixedThreadPool(3)) {
            List<Future<?>> all = IntStream.range(0, 3)
                    .<Future<?>>mapToObj(i -> programs.submit(() -> round(LocalDate.of(2027, 4, 5))))
                    .toList();
            for (Future<?> one : all) one.get();
        }
        round(LocalDate.of(2027, 4, 6));
        assertThat(received()).hasSize(1);
        MimeMessage one = received().getFirst();
        assertThat(one.getSubject()).isEqualTo("Số liệu từ 01/01/2027 đến 04/04/2027");
        Multipart parts = (Multipart) one.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains(
                        "Unit A",
                        "https://khieunai.example.gov.vn/figures?from=2027-01-01&to=2027-04-04&unit=A",
                        "/figures/subscriptions")
                .doesNotContain("Nguyễn", "Thu hồi");
        Part sheet = parts.getBodyPart(1);
        assertThat(sheet.getFileName()).isEqualTo("figures-2027-01-01-2027-04-04.csv");
        String csv = new String(sheet.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(csv).contains("Unit A,Nhận trong kỳ,").doesNotContain("Nguyễn", "measure.");
        round(LocalDate.of(2027, 4, 12));
        assertThat(received()).as("the next week").hasSize(2);
    }

    @Test
    void one_that_is_stopped_or_began_after_the_period_sends_nothing() {
        address(address);
        begin("MONTHLY", "PERIOD");
        begin("MONTHLY", "PERIOD");
        assertThat(subscriptions.of(HEAD)).hasSize(1);
        round(LocalDate.of(2026, 11, 18));
        subscriptions.stop(subscriptions.of(HEAD).getFirst().id(), HEAD);
        round(LocalDate.of(2027, 6, 1));
        assertThat(received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKLY, PERIOD, 2027-04-05, 2027-03-29, 2027-04-04",
        "WEEKLY, YEAR, 2027-04-05, 2027-01-01, 2027-04-04",
        "WEEKLY, PERIOD, 2027-04-04, 2027-03-22, 2027-03-28",
        "MONTHLY, PERIOD, 2027-03-31, 2027-02-01, 2027-02-28",
        "MONTHLY, YEAR, 2027-01-01, 2026-01-01, 2026-12-31"
    })
    void what_is_over_is_told_of(
            Subscription.Rhythm rhythm, Subscription.Span span, LocalDate day, LocalDate from, LocalDate last) {
        Subscription one = new Subscription(UUID.randomUUID(), HEAD, rhythm, span, null);
        assertThat(rhythm.over(day)).isEqualTo(last);
        assertThat(one.from(last)).isEqualTo(from);
    }
}
