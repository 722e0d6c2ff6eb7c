package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** The month of units and officers, as its readers see it. */
class MonthPagesTest extends RunningApi {

    private static final Pattern NUMBER = Pattern.compile("href=\"(/figures/months/cases[^\"]+)\"[^>]*>(\\d+)<");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"unit", "officer"})
    void each_number_leads_to_as_many_cases(String by) {
        Work work = new Work(nobody());
        String one = work.handIn(Samples.complaint()).path("id").asString();
        work.handIn(Samples.complaint());
        work.step(one);
        settle();
        PageVisitor head = new PageVisitor(port).as("head1");
        String link = head.get("/figures").expect(200).find("href=\"(/figures/months)\"");
        head.get(link).expect(200);
        List<MatchResult> numbers = NUMBER.matcher(
                        head.get(link + "?by=" + by).expect(200).html())
                .results()
                .toList();
        assertThat(numbers).hasSizeGreaterThan(1);
        for (MatchResult number : numbers) {
            String path = number.group(1).replace("&amp;", "&");
            assertThat(BurdenPagesTest.behind(head, path)).as(path).isEqualTo(Integer.parseInt(number.group(2)));
        }
    }

    @Test
    void it_is_taken_along_as_a_sheet_with_a_row_of_totals() {
        new Work(nobody()).handIn(Samples.complaint());
        settle();
        String sheet =
                new String(new PageVisitor(port).as("inspector1").file("/figures/months.csv"), StandardCharsets.UTF_8);
        assertThat(sheet.lines()).hasSizeGreaterThan(2);
        assertThat(sheet.lines().reduce((one, next) -> next))
                .hasValueSatisfying(last -> assertThat(last).startsWith("Tổng,"));
    }

    @Test
    void it_is_for_supervisors_and_of_what_they_see() {
        new PageVisitor(port).as("officer1").get("/figures/months").expect(403);
        PageVisitor head = new PageVisitor(port).as("head1");
        head.get("/figures/months?unit=B").expect(404);
        head.get("/figures/months?month=0000-99").expect(404);
        head.get("/figures/months?month=%2B999999999-12").expect(404);
        head.get("/figures/months?by=nobody").expect(404);
        head.get("/figures/months?unit=%00").expect(422);
        head.get("/figures/months/cases?figure=NOTHING").expect(400);
        head.get("/figures/months/cases?figure=RECEIVED&who=%00").expect(422);
        head.get("/figures/months/cases?figure=RECEIVED&cursor=x").expect(404);
        assertThat(head.get("/figures/months?month=2001-01").expect(200).text()).doesNotContain("??");
    }
}
