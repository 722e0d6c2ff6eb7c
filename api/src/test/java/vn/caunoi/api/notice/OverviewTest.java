package vn.caunoi.api.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.api.message.Deliveries;
import vn.caunoi.api.message.EmailPost;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** The mail of a morning, to a real server; each test has a morning of its own, in a year the others do not reach. */
class OverviewTest extends RunningApi {

    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    @Autowired
    private OverviewMails mails;

    @Autowired
    private Overviews overviews;

    @Autowired
    private OverviewText text;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private EmailPost post;

    @Autowired
    private CalendarInForce calendar;

    @Autowired
    private Commands commands;

    private final String address = "sang." + UUID.randomUUID() + "@example.vn";

    @AfterEach
    void nobodyWantsIt() {
        for (String who : List.of("head1", "inspector1")) choose(who, false, "VI");
    }

    private void choose(String who, boolean overview, String language) {
        as(who).post(
                        "/api/me/notices",
                        "{'email': '%s', 'how': 'NONE', 'language': '%s', 'overview': %s}"
                                .formatted(address, language, overview))
                .expect(200);
    }

    /** A program of its own on the same database, at eight o'clock of that day. */
    private OverviewPostman postman(LocalDate day) {
        Clock eight = Clock.fixed(day.atTime(8, 0).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE);
        return new OverviewPostman(mails, overviews, text, deliveries, post, calendar, eight, SEVEN);
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

    private String lateCase() {
        String code = new Work(nobody())
                .handIn(Samples.complaint()
                        .replace("'channel': 'DESK'", "'channel': 'DESK', 'receivedAt': '2026-06-01T08:00:00+07:00'"))
                .path("code")
                .asString();
        settle();
        return code;
    }

    @Test
    void a_head_is_told_numbers_and_links_once_also_by_another_start() throws Exception {
        String code = lateCase();
        choose("head1", true, "VI");
        LocalDate day = LocalDate.of(2027, 3, 1);
        postman(day).round();
        postman(day).round();
        assertThat(received()).hasSize(1);
        MimeMessage mail = received().getFirst();
        assertThat(mail.getSubject()).startsWith("Sáng 01/03/2027: ").contains("quá hạn");
        assertThat(mail.getContent().toString())
                .contains(
                        "https://khieunai.example.gov.vn/board/cases?column=OVERDUE",
                        "https://khieunai.example.gov.vn/board/week",
                        "/settings")
                .doesNotContain("Nguyễn", "Thu hồi", "{0}");
        assertThat(code).isNotBlank();
        postman(day.plusDays(1)).round();
        assertThat(received()).as("the next morning").hasSize(2);
    }

    @Test
    void two_programs_at_once_write_once() throws Exception {
        lateCase();
        choose("head1", true, "EN");
        LocalDate day = LocalDate.of(2027, 3, 3);
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService programs = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = List.of(
                    programs.submit(() -> after(begin, day)),
                    programs.submit(() -> after(begin, day)),
                    programs.submit(() -> after(begin, day)),
                    programs.submit(() -> after(begin, day)));
            begin.countDown();
            for (Future<?> one : all) one.get();
        }
        assertThat(received()).hasSize(1);
        assertThat(received().getFirst().getSubject()).startsWith("Morning of 03/03/2027: ");
    }

    private void after(CountDownLatch begin, LocalDate day) {
        try {
            begin.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        postman(day).round();
    }

    @Test
    void nobody_is_written_to_who_chose_it_after_the_morning_or_gave_it_up_or_on_a_day_off() {
        lateCase();
        LocalDate sunday = LocalDate.of(2027, 3, 7);
        choose("head1", true, "VI");
        postman(sunday).round();
        postman(LocalDate.of(2026, 11, 18)).round();
        choose("head1", false, "VI");
        postman(sunday.plusDays(1)).round();
        assertThat(received()).isEmpty();
    }

    @Test
    void there_is_no_mail_when_there_is_nothing_to_say() {
        commands.send(new EstablishUnit(new UnitId("QUIET"), new UnitId("P"), "Quiet ward"), "system:test");
        commands.send(
                new AppointOfficer(new OfficerId("quiet1"), new UnitId("QUIET"), "Quiet head", Set.of(Role.HEAD)),
                "system:test");
        accounts().create(List.of("quiet1"));
        settle();
        choose("quiet1", true, "VI");
        postman(LocalDate.of(2027, 3, 9)).round();
        assertThat(received()).isEmpty();
        choose("quiet1", false, "VI");
    }

    @Test
    void a_choice_that_cannot_be_is_told() {
        as("head1").post("/api/me/notices", "{'how': 'NONE', 'overview': true}").expect(422);
        as("officer1")
                .post("/api/me/notices", "{'email': 'a@b.vn', 'how': 'NONE', 'overview': true}")
                .expect(422);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T06:59:00, false",
        "2026-11-19T07:00:00, true",
        "2026-11-21T08:00:00, false",
        "2026-11-24T08:00:00, false",
        "2026-11-25T08:00:00, true"
    })
    void it_is_morning_from_seven_on_working_days(String local, boolean morning) {
        Instant now = Instant.parse(local + "Z").minus(Duration.ofHours(7));
        assertThat(Morning.begun(now, WorkingCalendar.vietnam(), SEVEN).isPresent())
                .isEqualTo(morning);
    }
}
