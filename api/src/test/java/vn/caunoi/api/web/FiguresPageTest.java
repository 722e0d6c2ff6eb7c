package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** Figures on the page are those of the call, told to each by the same rule. */
class FiguresPageTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void an_inspector_sees_the_same_of_a_unit_on_the_page_and_over_http() {
        new Work(nobody()).handIn(Samples.complaint().replace("COMPLAINT", "DENUNCIATION"));
        settle();
        Seen page =
                new PageVisitor(port).as("inspector1").get("/figures?unit=P").expect(200);
        JsonNode call = as("inspector1")
                .get("/api/oversight/figures?unit=P")
                .expect(200)
                .json();
        assertThat(page.find("measure=RECEIVED[^>]*unit=P\">(\\d+)<"))
                .as("with the units below")
                .isEqualTo(call.path("counts").path("RECEIVED").asString());
        assertThat(call.path("byKind").path("DENUNCIATION").asLong()).isPositive();
        assertThat(page.html())
                .contains("<th scope=\"row\">Tố cáo</th><td class=\"number\">"
                        + call.path("byKind").path("DENUNCIATION").asString());
        assertThat(page.html()).doesNotContain("??");
    }

    @Test
    void the_row_of_a_unit_leads_to_what_it_counts() {
        new Work(nobody()).handIn(Samples.complaint());
        settle();
        PageVisitor head = new PageVisitor(port).as("head1");
        String link = head.get("/figures")
                .expect(200)
                .find("href=\"(/figures/cases\\?measure=RECEIVED[^\"]*unit=A[^\"]*alone=true)\"");
        assertThat(head.get(link).expect(200).text()).doesNotContain("??");
        head.get("/figures?from=2026-12-31&to=2026-01-01").expect(422);
        as("head1").get("/api/oversight/figures?unit=A&alone=maybe").expect(422);
    }

    @Test
    void days_and_units_that_no_database_can_look_for_are_refused_on_the_pages() {
        PageVisitor head = new PageVisitor(port).as("head1");
        for (String page : List.of("/figures?", "/national?", "/export/petitions?"))
            for (String asked : List.of("from=%2B999999999-12-31", "to=%2B999999999-12-31"))
                head.get(page + asked).expect(400);
        for (String page : List.of("/figures", "/national", "/export/petitions"))
            head.get(page + "?unit=a%00b").expect(422);
        head.get("/reception/figures?to=%2B999999999-12-31").expect(200);
        head.get("/reception/rota?month=%2B999999999-12").expect(200);
    }
}
