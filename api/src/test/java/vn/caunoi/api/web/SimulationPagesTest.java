package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.OwnWard;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.ledger.Commands;

/** A year of cases played with what a reader types. */
class SimulationPagesTest extends RunningApi {

    private static final String INTAKE = "/processes/petition-intake/simulation";

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Test
    void what_would_be_is_told_beside_what_was() {
        OwnWard ward = threeCases();
        String of = INTAKE + "?unit=" + ward.id();
        PageVisitor head = new PageVisitor(port).as(ward.head());
        assertThat(head.get(of).expect(200).text())
                .contains("Học từ 3 lượt", "ít hơn 30", "Mô phỏng, không đổi")
                .doesNotContain("Mô phỏng, đã đổi", "??");
        String changed = of + "&more=50&allowed=3&people:" + ward.id() + "/officer=2&length:classify=0.5&seed=4";
        PageVisitor.Seen once = head.get(changed).expect(200);
        assertThat(once.text()).contains("Mô phỏng, đã đổi").doesNotContain("??");
        assertThat(head.get(changed).expect(200).text()).isEqualTo(once.text());
        String sheet =
                new String(head.file(once.find("href=\"([^\"]*simulation.csv[^\"]*)\"")), StandardCharsets.UTF_8);
        assertThat(sheet.lines()).hasSizeGreaterThan(10);
    }

    @Test
    void a_program_asks_the_same_and_is_told_what_is_wrong_with_its_question() {
        OwnWard ward = threeCases();
        String of = "/api/processes/petition-intake/simulation?unit=" + ward.id();
        JsonNode told = as(ward.head()).get(of + "&more=50&seed=4").expect(200).json();
        assertThat(told.path("cases").asInt()).isEqualTo(3);
        assertThat(told.path("few").asBoolean()).isTrue();
        assertThat(told.path("baseline").path("lateness").size())
                .isEqualTo(told.path("bins").size() + 1);
        assertThat(told.path("changed").isNull()).isFalse();
        assertThat(as(ward.head()).get(of + "&more=50&seed=4").expect(200).json())
                .isEqualTo(told);
        assertThat(as(ward.head())
                        .get(of + "&more=900&length:classify=nhiều")
                        .expect(422)
                        .json()
                        .path("violations")
                        .size())
                .isEqualTo(2);
        as("officer1").get("/api/processes/petition-intake/simulation").expect(403);
    }

    @Test
    void a_draft_is_played_with_assumptions_about_what_is_new_in_it() {
        OwnWard ward = threeCases();
        PageVisitor designer = new PageVisitor(port).as("designer1");
        String draft = designer.post(
                        "/studio", "/studio", Map.of("from", "example:two-approvals", "name", "Mô phỏng thử"))
                .expect(200)
                .path()
                .substring("/studio/".length());
        PageVisitor.Seen page = designer.get(INTAKE + "?unit=" + ward.id() + "&with=draft:" + draft)
                .expect(200);
        assertThat(page.text())
                .contains("Bước mới của mẫu đó", "Bước không còn")
                .doesNotContain("??");
        String step = page.find("name=\"new-length:([^\"]+)\"");
        designer.get(INTAKE + "?unit=" + ward.id() + "&with=draft:" + draft + "&new-length:" + step + "=2,5&new-share:"
                        + step + "=40&new-role:" + step + "=head")
                .expect(200);
        new PageVisitor(port)
                .as(ward.head())
                .get(INTAKE + "?with=draft:" + draft)
                .expect(403);
    }

    @Test
    void what_is_wrong_is_told_and_kept() {
        OwnWard ward = OwnWard.of(commands, accounts());
        settle();
        PageVisitor head = new PageVisitor(port).as(ward.head());
        assertThat(head.get(INTAKE + "?unit=" + ward.id()).expect(200).text())
                .contains("Chưa có vụ việc nào kết thúc để học.");
        PageVisitor.Seen wrong = head.get(INTAKE + "?unit=" + ward.id() + "&more=1000&allowed=soon&seed=x&people:a/b=0")
                .expect(422);
        assertThat(wrong.html()).contains("value=\"1000\"", "value=\"soon\"");
        assertThat(wrong.text()).contains("people:a/b").doesNotContain("??");
        head.get(INTAKE + "?with=version:99").expect(404);
        head.get(INTAKE + "?with=nothing").expect(422);
        head.get("/processes/none/simulation").expect(404);
        new PageVisitor(port).as("officer1").get(INTAKE).expect(403);
    }

    private OwnWard threeCases() {
        OwnWard ward = OwnWard.of(commands, accounts());
        settle();
        Work work = ward.work(nobody());
        for (int n = 0; n < 3; n++)
            work.until(work.handIn(Samples.complaint()).path("id").asString(), "verify");
        settle();
        return ward;
    }
}
