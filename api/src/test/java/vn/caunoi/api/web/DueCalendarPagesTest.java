package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.clock.BusinessClock;

/** The calendar of deadlines: what a case owes stands on its day, and each number leads to its cases. */
class DueCalendarPagesTest extends RunningApi {

    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");
    private static final Pattern NUMBER = Pattern.compile(
            "href=\"(/deadlines/calendar/cases[^\"]+)\"[^>]*>\\s*<span>[^<]*</span>\\s*<b[^>]*>(\\d+)<");
    private static final Pattern ROW = Pattern.compile("href=\"/cases/[0-9a-f-]{36}[\"?]");

    @LocalServerPort
    private int port;

    private LocalDate due(JsonNode receipt) {
        JsonNode file = as("officer1")
                .get("/api/petitions/" + receipt.path("id").asString())
                .expect(200)
                .json();
        return OffsetDateTime.parse(file.path("deadlines").path(0).path("due").asString())
                .atZoneSameInstant(BusinessClock.ZONE)
                .toLocalDate();
    }

    @Test
    void a_case_stands_on_the_day_it_is_due_in_the_month_and_in_the_week() {
        JsonNode receipt = new Work(nobody()).handIn(Samples.complaint());
        settle();
        LocalDate due = due(receipt);
        PageVisitor head = new PageVisitor(port).as("head1");
        Seen month = head.get("/deadlines/calendar?unit=A&at=" + due).expect(200);
        assertThat(month.html()).doesNotContain("??").contains("datetime=\"" + due + "\"");
        List<MatchResult> numbers = NUMBER.matcher(month.html()).results().toList();
        assertThat(numbers).isNotEmpty();
        for (MatchResult number : numbers) {
            int count = Integer.parseInt(number.group(2));
            Seen behind = head.get(number.group(1).replace("&amp;", "&")).expect(200);
            assertThat(ROW.matcher(behind.html())
                            .results()
                            .map(MatchResult::group)
                            .distinct())
                    .as(number.group(1))
                    .hasSize(Math.min(count, 50));
        }
        assertThat(allPages(head, "/deadlines/calendar/cases?unit=A&kind=COMPLAINT&day=" + due))
                .contains("/cases/" + receipt.path("id").asString(), "view=MONTH")
                .doesNotContain("??");
        assertThat(head.get("/deadlines/calendar?view=WEEK&unit=A&kind=COMPLAINT&at=" + due)
                        .expect(200)
                        .html())
                .contains("kind=COMPLAINT")
                .doesNotContain("??");
    }

    /** Others have cases that are due on that day. */
    private static String allPages(PageVisitor head, String first) {
        StringBuilder all = new StringBuilder();
        String path = first;
        while (path != null) {
            String page = head.get(path).expect(200).html();
            all.append(page);
            Matcher next = NEXT.matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        return all.toString();
    }

    @Test
    void what_was_due_before_the_days_that_are_shown_is_counted_above_them() {
        new Work(nobody())
                .handIn(Samples.complaint()
                        .replace("'channel': 'DESK'", "'channel': 'DESK', 'receivedAt': '2026-06-01T08:00:00+07:00'"));
        settle();
        PageVisitor head = new PageVisitor(port).as("head1");
        assertThat(head.get("/deadlines/calendar").expect(200).text()).contains("đã quá hạn từ trước những ngày này");
        assertThat(head.get("/deadlines/calendar?at=2020-01-01").expect(200).text())
                .doesNotContain("đã quá hạn từ trước những ngày này");
    }

    @Test
    void holidays_are_marked_by_their_names() {
        Seen page = new PageVisitor(port)
                .as("inspector1")
                .get("/deadlines/calendar?at=2027-01-15&kind=FEEDBACK")
                .expect(200);
        assertThat(page.text()).contains("Nghỉ lễ");
        assertThat(page.find("rel=\"next\" href=\"([^\"]+)\"")).contains("at=2027-02-15", "kind=FEEDBACK");
    }

    @ParameterizedTest
    @CsvSource({
        "officer1, /deadlines/calendar, 403",
        "head1, /deadlines/calendar?unit=B, 404",
        "head1, /deadlines/calendar?kind=NOTHING, 404",
        "head1, /deadlines/calendar?at=9999-12-31, 404",
        "head1, /deadlines/calendar?at=soon, 400",
        "head1, /deadlines/calendar?view=YEAR, 400",
        "head1, /deadlines/calendar/cases, 400",
        "head1, /deadlines/calendar/cases?day=2026-12-01&unit=%00, 422"
    })
    void what_cannot_be_shown_is_said(String account, String path, int status) {
        new PageVisitor(port).as(account).get(path).expect(status);
    }
}
