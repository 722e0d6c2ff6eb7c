package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.OwnWard;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.ledger.Commands;

/** What designers and supervisors see of how cases go through a process. */
class InsightPagesTest extends RunningApi {

    private static final String INTAKE = "/processes/petition-intake/insight";

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Test
    void a_drawing_tells_where_cases_stand_and_leads_to_them() {
        OwnWard ward = twoCases();
        String of = INTAKE + "?unit=" + ward.id();
        PageVisitor head = new PageVisitor(port).as(ward.head());
        PageVisitor.Seen page = head.get(of + "&measure=NOW").expect(200);
        assertThat(page.text()).contains("Điểm nghẽn", "Từng bước").doesNotContain("??");
        assertThat(page.html()).contains("data-heat=\"");
        Matcher now = Pattern.compile("href=\"([^\"]*insight/cases[^\"]*)\"[^>]*>(\\d+)<")
                .matcher(page.html());
        assertThat(now.find()).isTrue();
        assertThat(BurdenPagesTest.behind(head, now.group(1).replace("&amp;", "&")))
                .isEqualTo(Integer.parseInt(now.group(2)));
        for (InsightMeasure measure : InsightMeasure.values()) {
            head.get(of + "&measure=" + measure + "&sort=" + measure).expect(200);
        }
        String sheet = new String(head.file(INTAKE + ".csv?unit=" + ward.id()), StandardCharsets.UTF_8);
        assertThat(sheet.lines()).hasSizeGreaterThan(2);
    }

    @Test
    void designers_see_figures_and_codes_but_no_case() {
        OwnWard ward = twoCases();
        String of = INTAKE + "?unit=" + ward.id();
        PageVisitor designer = new PageVisitor(port).as("designer1");
        assertThat(designer.get("/processes?q=petition-intake").expect(200).html())
                .contains(INTAKE);
        assertThat(designer.get(of).expect(200).html()).doesNotContain("insight/cases");
        designer.get(INTAKE + "/cases?step=triage").expect(403);
        assertThat(designer.get(of.replace("insight?", "insight/conformance?"))
                        .expect(200)
                        .text())
                .contains("đi đúng quy trình")
                .doesNotContain("??");
        new PageVisitor(port).as("officer1").get(INTAKE).expect(403);
        new PageVisitor(port).as("officer1").get(INTAKE + "/variants").expect(403);
        assertThat(new PageVisitor(port)
                        .as("officer1")
                        .get("/processes?q=petition-intake")
                        .expect(200)
                        .html())
                .doesNotContain(INTAKE);
    }

    @Test
    void ways_are_counted_and_the_chosen_one_is_lit() {
        OwnWard ward = twoCases();
        String of = INTAKE + "/variants?unit=" + ward.id();
        PageVisitor head = new PageVisitor(port).as(ward.head());
        PageVisitor.Seen page = head.get(of).expect(200);
        String way = page.find("way=([0-9a-f]+)\"");
        assertThat(head.get(of + "&way=" + way).expect(200).html()).contains("data-passed=\"");
        assertThat(new String(head.file(INTAKE + "/conformance.csv?unit=" + ward.id()), StandardCharsets.UTF_8))
                .contains("Lý do");
        assertThat(new String(head.file(INTAKE + "/variants.csv?unit=" + ward.id()), StandardCharsets.UTF_8).lines())
                .hasSize(2);
        assertThat(head.get(INTAKE + "/conformance?unit=" + ward.id())
                        .expect(200)
                        .text())
                .contains("1 trong 1 lượt đi theo một đường của quy trình");
    }

    @Test
    void programs_get_the_same_figures() {
        OwnWard ward = twoCases();
        String of = "?unit=" + ward.id();
        JsonNode figures = as(ward.head()).get("/api" + INTAKE + of).expect(200).json();
        assertThat(figures.path("steps")
                        .valueStream()
                        .mapToLong(step -> step.path("passages").asLong())
                        .sum())
                .isPositive();
        assertThat(as("designer1")
                        .get("/api" + INTAKE + "/variants" + of)
                        .expect(200)
                        .json()
                        .path("cases")
                        .asLong())
                .isEqualTo(1);
        assertThat(as("designer1")
                        .get("/api" + INTAKE + "/conformance" + of)
                        .expect(200)
                        .json()
                        .path("share")
                        .asDouble())
                .isEqualTo(1.0);
        as("officer1").get("/api" + INTAKE).expect(403);
    }

    @Test
    void what_is_not_there_is_told() {
        PageVisitor head = new PageVisitor(port).as("head1");
        head.get("/processes/none/insight").expect(404);
        head.get(INTAKE + "?version=99").expect(404);
        head.get(INTAKE + "?version=x").expect(404);
        head.get(INTAKE + "?unit=B").expect(404);
        head.get(INTAKE + "?from=2026-11-02&to=2026-11-01").expect(422);
        head.get(INTAKE + "?from=yesterday").expect(422);
        head.get(INTAKE + "?measure=NOTHING").expect(422);
        head.get(INTAKE + "/cases?step=%00").expect(422);
        assertThat(head.get("/processes/protection/insight?from=2001-01-01&to=2001-01-02")
                        .expect(200)
                        .text())
                .doesNotContain("??");
        assertThat(head.get("/processes/protection/insight/variants?from=2001-01-01&to=2001-01-02")
                        .expect(200)
                        .text())
                .contains("Chưa có lượt nào kết thúc trong kỳ.");
        assertThat(head.get("/processes/protection/insight/conformance?from=2001-01-01&to=2001-01-02")
                        .expect(200)
                        .text())
                .doesNotContain("??");
    }

    /** One whose intake is over, and one that just came. */
    private OwnWard twoCases() {
        OwnWard ward = OwnWard.of(commands, accounts());
        settle();
        Work work = ward.work(nobody());
        String one = work.handIn(Samples.complaint()).path("id").asString();
        work.handIn(Samples.complaint());
        work.until(one, "verify");
        settle();
        return ward;
    }
}
