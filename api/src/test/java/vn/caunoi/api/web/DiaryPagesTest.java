package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** A dialogue that was convened stands in the diary, and in the calendar of whoever made a feed. */
class DiaryPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void a_dialogue_stands_in_the_diary_and_in_the_feed_until_it_is_taken_back() {
        Work work = new Work(nobody());
        String id = work.handIn(Samples.complaint()).path("id").asString();
        work.until(id, "hold-dialogue");
        PageVisitor head = new PageVisitor(port).as("head1");
        assertThat(head.get("/diary").expect(200).html()).contains("/cases/" + id);
        Seen made = head.post("/diary", "/diary/feed", Map.of()).expect(200);
        String feed = made.find("(/public/diary/[\\w-]+\\.ics)");
        String text = new String(new PageVisitor(port).file(feed), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR")
                .contains("UID:dialogue-" + id + "@caunoi")
                .doesNotContain("Nguyễn");
        assertThat(head.get("/diary").html()).doesNotContain("/public/diary/");
        head.post("/diary", "/diary/feed/drop", Map.of()).expect(200);
        new PageVisitor(port).get(feed).expect(404);
    }

    /** In a month nobody else plans for. */
    @Test
    void a_month_is_shown_whole_however_much_is_arranged_in_it() {
        PageVisitor head = new PageVisitor(port).as("head2");
        LocalDate first = LocalDate.of(2027, 8, 1);
        List<String> days = first.datesUntil(first.plusMonths(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .map(day -> String.valueOf(day.getDayOfMonth()))
                .toList();
        for (int hour = 7; hour < 17; hour++)
            head.post(
                            "/reception/rota",
                            "/reception/rota",
                            Map.of(
                                    "days",
                                    String.join(" ", days),
                                    "firstMonth",
                                    "2027-08",
                                    "leader",
                                    "head2",
                                    "from",
                                    "%02d:00".formatted(hour),
                                    "to",
                                    "%02d:30".formatted(hour),
                                    "room",
                                    "Phòng nhật ký"))
                    .expect(200);
        settle();
        String page = head.get("/diary?month=2027-08").expect(200).html();
        assertThat(page.split("Phòng nhật ký", -1)).hasSize(days.size() * 10 + 1);
    }

    @Test
    void months_out_of_reach_are_not_there_and_designers_have_no_diary() {
        PageVisitor head = new PageVisitor(port).as("head1");
        head.get("/diary?month=2027-01").expect(200);
        head.get("/diary?month=999999999-01").expect(404);
        head.get("/diary?month=%00").expect(404);
        new PageVisitor(port).as("designer1").get("/diary").expect(403);
        new PageVisitor(port).get("/public/diary/nothing.ics").expect(404);
    }
}
