package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import vn.caunoi.api.web.PageVisitor.Seen;

/** The board of what is in hand: each number is as many cases as stand behind it. */
class BurdenPagesTest extends RunningApi {

    private static final Pattern NUMBER = Pattern.compile("href=\"(/board/cases[^\"]+)\"[^>]*>(\\d+)<");
    private static final Pattern ROW = Pattern.compile("href=\"/cases/[0-9a-f-]{36}[\"?]");

    @LocalServerPort
    private int port;

    @Test
    void behind_each_number_stand_exactly_that_many_cases() {
        Work work = new Work(nobody());
        for (int i = 0; i < 3; i++) work.handIn(Samples.complaint());
        PageVisitor head = new PageVisitor(port).as("head1");
        List<MatchResult> numbers =
                NUMBER.matcher(head.get("/board").expect(200).html()).results().toList();
        assertThat(numbers).hasSizeGreaterThan(3);
        for (MatchResult number : numbers) {
            assertThat(behind(head, number.group(1).replace("&amp;", "&")))
                    .as(number.group(1))
                    .isEqualTo(Integer.parseInt(number.group(2)));
        }
    }

    @Test
    void ages_and_months_lead_to_their_cases() {
        new Work(nobody()).handIn(Samples.complaint());
        String board =
                new PageVisitor(port).as("head1").get("/board").expect(200).html();
        PageVisitor head = new PageVisitor(port).as("head1");
        for (String place : new String[] {"age=", "measure=RECEIVED", "measure=CARRIED_OVER"}) {
            MatchResult number = Pattern.compile("href=\"([^\"]*" + place + "[^\"]*)\"[^>]*>(\\d+)<")
                    .matcher(board)
                    .results()
                    .findFirst()
                    .orElseThrow();
            assertThat(behind(head, number.group(1).replace("&amp;", "&")))
                    .as(number.group(1))
                    .isEqualTo(Integer.parseInt(number.group(2)));
        }
    }

    /** Over all pages. */
    static int behind(PageVisitor reader, String path) {
        List<String> cases = new ArrayList<>();
        Seen page = reader.get(path).expect(200);
        while (true) {
            ROW.matcher(page.html()).results().forEach(row -> cases.add(row.group()));
            MatchResult next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"")
                    .matcher(page.html())
                    .results()
                    .findFirst()
                    .orElse(null);
            if (next == null) return (int) cases.stream().distinct().count();
            page = reader.get(next.group(1).replace("&amp;", "&")).expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"units", "officers", "hot", "ages", "flow"})
    void each_table_is_taken_along_as_a_sheet(String table) {
        String sheet = new String(
                new PageVisitor(port).as("inspector1").file("/board/" + table + ".csv"), StandardCharsets.UTF_8);
        assertThat(sheet.lines()).hasSizeGreaterThan(1);
    }

    @Test
    void it_is_for_supervisors_and_of_what_they_see() {
        new PageVisitor(port).as("officer1").get("/board").expect(403);
        new PageVisitor(port).as("head1").get("/board?unit=B").expect(404);
        new PageVisitor(port).as("head1").get("/board/cases?column=NOTHING").expect(400);
        new PageVisitor(port).as("head1").get("/board/cases?column=OPEN&age=5").expect(404);
        new PageVisitor(port)
                .as("head1")
                .get("/board/cases?column=OPEN&who=%00")
                .expect(422);
        new PageVisitor(port).as("inspector1").get("/board/nothing.csv").expect(404);
    }
}
