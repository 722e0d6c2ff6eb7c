package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.OwnWard;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.ledger.Commands;

/** What citizens say of their cases, beside the survey index, each beside its target. */
class RatingPagesTest extends RunningApi {

    private static final String ADMIN = "/admin/yardsticks";
    private static final Pattern NUMBER = Pattern.compile("href=\"(/figures/ratings/cases[^\"]+)\"[^>]*>(\\d+)<");

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    private OwnWard ward;

    @BeforeEach
    void own() {
        ward = OwnWard.of(commands, accounts());
        settle();
    }

    @Test
    void rating_and_survey_index_stand_beside_each_other_and_their_targets() {
        closedAndRated("2");
        closedAndRated("5");
        closed();
        settle();
        taken("unit,year,index,asked,target_index,target_rating\n%s,%s,91.40,300,\"94,49 %%\",4\n"
                .formatted(ward.id(), year()));
        PageVisitor head = new PageVisitor(port).as(ward.head());
        PageVisitor.Seen page = head.get("/figures/ratings").expect(200);
        assertThat(page.text())
                .contains("Ward " + ward.id().substring(1) + " 3 2 66,7% 3,50 chưa đạt 4,00 91,40 chưa đạt 300 94,49")
                .doesNotContain("??");
        List<MatchResult> numbers = NUMBER.matcher(page.html()).results().toList();
        assertThat(numbers).as("of the ward and of all").hasSize(4);
        for (MatchResult number : numbers)
            assertThat(BurdenPagesTest.behind(head, number.group(1).replace("&amp;", "&")))
                    .as(number.group(1))
                    .isEqualTo(Integer.parseInt(number.group(2)));
        assertThat(head.get("/figures").expect(200).text()).contains("3,50 chưa đạt 4,00");
        String sheet = new String(head.file("/figures/ratings.csv"), StandardCharsets.UTF_8);
        assertThat(sheet).contains(",3,2,0.6667,3.50,4.00,91.40,300,94.49");
    }

    @Test
    void a_survey_of_a_unit_without_cases_is_told_to_who_sees_it() {
        taken("unit;year;index\n%s;2024;83\n".formatted(ward.id()));
        assertThat(new PageVisitor(port)
                        .as(ward.head())
                        .get("/figures/ratings?year=2024")
                        .expect(200)
                        .text())
                .contains("83,00");
        assertThat(new PageVisitor(port)
                        .as("head1")
                        .get("/figures/ratings?year=2024")
                        .expect(200)
                        .text())
                .doesNotContain("83,00");
        PageVisitor head = new PageVisitor(port).as(ward.head());
        head.get("/figures/ratings?year=24").expect(404);
        head.get("/figures/ratings?unit=A").expect(404);
        head.get("/figures/ratings/cases?of=%00").expect(422);
        new PageVisitor(port).as(ward.officer()).get("/figures/ratings").expect(403);
    }

    private void taken(String table) {
        new PageVisitor(port)
                .as("admin1")
                .upload(ADMIN, ADMIN, Map.of("file", table), Map.of())
                .expect(200);
    }

    private String year() {
        return new PageVisitor(port).as(ward.head()).get("/figures/ratings").find("name=\"year\"[^>]*value=\"(\\d+)\"");
    }

    private String closed() {
        Work work = ward.work(nobody());
        String id = work.handIn(Samples.least()).path("id").asString();
        work.complete(work.task(id), "store").expect(200);
        return id;
    }

    private void closedAndRated(String score) {
        String rate = "/cases/" + closed() + "/do/rate";
        new PageVisitor(port)
                .as(ward.clerk())
                .post(rate, rate, Map.of("score", score))
                .expect(200);
    }
}
