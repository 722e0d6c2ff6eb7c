package vn.caunoi.api.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.OwnWard;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.Commands;

/** What was asked about cases, as programs read it. */
class InquiryCallsTest extends RunningApi {

    private static final LocalDate SOON = LocalDate.of(2026, 12, 1);

    @Autowired
    private Commands commands;

    @Autowired
    private InquiryDesk desk;

    @Test
    void a_unit_reads_what_it_is_asked_the_first_due_first_and_what_it_answered() {
        OwnWard ward = OwnWard.of(commands, accounts());
        settle();
        String id = ward.work(nobody()).handIn(Samples.complaint()).path("id").asString();
        settle();
        ask(id, SOON.plusDays(5), "Câu hai");
        ask(id, SOON, "Câu một");
        ask(id, SOON.plusDays(5), "Câu ba");
        assertThat(asked(ward.head(), "").path("items").findValuesAsString("question"))
                .hasSize(3)
                .startsWith("Câu một");
        JsonNode first = asked(ward.officer(), "?limit=2");
        JsonNode rest =
                asked(ward.officer(), "?limit=2&cursor=" + first.path("next").asString());
        assertThat(rest.path("items").size()).isOne();
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(List.of(
                        first.path("items").get(1).path("question").asString(),
                        rest.path("items").get(0).path("question").asString()))
                .containsExactlyInAnyOrder("Câu hai", "Câu ba");

        Actor head = Actor.of(ward.head(), ward.id(), Role.HEAD);
        desk.answer(first.path("items").get(0).path("id").asString(), "Đang làm", head);
        assertThat(asked(ward.head(), "?stand=answered").path("items").findValuesAsString("answer"))
                .containsExactly("Đang làm");
        assertThat(asked(ward.head(), "?stand=open").path("items").size()).isEqualTo(2);
        assertThat(asked("head2", "?limit=200").path("items").findValuesAsString("petition"))
                .doesNotContain(id);
    }

    @Test
    void who_works_on_no_cases_reads_none_and_odd_questions_are_refused() {
        as("designer1").get("/api/inquiries").expect(403);
        as("admin1").get("/api/inquiries").expect(403);
        as("head1").get("/api/inquiries?stand=nothing").expect(422);
        as("head1").get("/api/inquiries?cursor=x").expect(422);
    }

    private JsonNode asked(String reader, String query) {
        return as(reader).get("/api/inquiries" + query).expect(200).json();
    }

    private void ask(String petition, LocalDate until, String question) {
        desk.ask(petition, until, question, Actor.of("inspector1", "P", Role.INSPECTOR));
    }
}
