package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.OwnWard;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.core.ledger.Commands;

/** What people are upset about, as supervisors see it. */
class ConcernPagesTest extends RunningApi {

    private static final Pattern NUMBER = Pattern.compile("href=\"(/figures/concerns/cases[^\"]+)\"[^>]*>(\\d+)<");

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Test
    void categories_places_and_decisions_lead_to_their_cases_and_are_taken_along() {
        OwnWard ward = OwnWard.of(commands, accounts());
        settle();
        ward.work(nobody()).handIn(Samples.complaint());
        ward.work(nobody()).handIn(Samples.complaint().replace("'land'", "'Đất đai'"));
        settle();
        PageVisitor head = new PageVisitor(port).as(ward.head());
        head.get("/figures").expect(200).find("href=\"(/figures/concerns)\"");
        PageVisitor.Seen page = head.get("/figures/concerns").expect(200);
        assertThat(page.text())
                .contains("12/QĐ-UBND 2 0 0 0 +2")
                .contains("Thôn 3 2 0 0 0 +2")
                .contains("Đất đai 2 0 0 0 +2")
                .doesNotContain("??");
        List<MatchResult> numbers = NUMBER.matcher(page.html()).results().toList();
        assertThat(numbers).hasSize(3);
        for (MatchResult number : numbers)
            assertThat(BurdenPagesTest.behind(head, number.group(1).replace("&amp;", "&")))
                    .as(number.group(1))
                    .isEqualTo(2);
        for (String sort : List.of("category", "place", "decision"))
            assertThat(new String(head.file("/figures/concerns/" + sort + ".csv"), StandardCharsets.UTF_8))
                    .contains(",2,0,0,0,2,");
    }

    @Test
    void it_is_for_supervisors_and_of_what_they_see() {
        new PageVisitor(port).as("officer1").get("/figures/concerns").expect(403);
        PageVisitor head = new PageVisitor(port).as("head1");
        head.get("/figures/concerns?unit=B").expect(404);
        head.get("/figures/concerns?from=2026-12-31&to=2026-01-01").expect(422);
        head.get("/figures/concerns?from=0001-01-01&to=9999-12-31").expect(422);
        head.get("/figures/concerns?from=%2B999999999-12-31").expect(400);
        head.get("/figures/concerns/cases?sort=PLACE&figure=RECEIVED&key=%00&from=2026-01-01&to=2026-12-31")
                .expect(422);
        head.get("/figures/concerns/cases?sort=PLACE&figure=NOTHING&key=x&from=2026-01-01&to=2026-12-31")
                .expect(400);
        head.get("/figures/concerns/nothing.csv").expect(404);
        assertThat(head.get(
                                "/figures/concerns/cases?sort=PLACE&figure=RECEIVED&key=%7Bx%7D&from=2026-01-01&to=2026-12-31")
                        .expect(200)
                        .text())
                .contains("{x}");
    }
}
