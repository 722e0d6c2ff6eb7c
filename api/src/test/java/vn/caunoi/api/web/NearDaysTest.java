package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.form.FieldType;

/** Days that are put into a field by one click lie within its bounds, and none of them is off. */
class NearDaysTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Autowired
    private NearDays near;

    @Autowired
    private CalendarInForce calendar;

    @Autowired
    private Words say;

    @Test
    void what_has_happened_is_proposed_for_today_and_the_working_day_before() {
        LocalDate today = say.today();
        List<Choice> days = near.of(asked(FieldType.DATE, today.minusDays(30), today), null);
        assertThat(days).hasSize(2);
        assertThat(days.getFirst().id()).isEqualTo(today.toString());
        assertThat(days.getFirst().label()).isEqualTo(say.text("near.today", say.day(today)));
        LocalDate before = LocalDate.parse(days.getLast().id());
        assertThat(before).isBefore(today);
        assertThat(calendar.calendar().isWorkingDay(before)).isTrue();
        assertThat(near.of(asked(FieldType.DATE, today, today), null)).hasSize(1);
    }

    @Test
    void what_will_come_is_proposed_on_working_days_within_the_bounds_and_the_legal_date() {
        LocalDate today = say.today();
        LocalDate due = today.plusDays(20);
        List<Choice> days = near.of(asked(FieldType.DATE, today, null), DueDate.endOf(due));
        assertThat(days).hasSize(3).allSatisfy(one -> {
            LocalDate day = LocalDate.parse(one.id());
            assertThat(day).isAfter(today).isBeforeOrEqualTo(due);
            assertThat(calendar.calendar().isWorkingDay(day)).isTrue();
        });
        assertThat(days.getLast().label()).contains(say.text("near.last", "").strip());
        assertThat(near.of(asked(FieldType.DATE, today, null), DueDate.endOf(today)))
                .isEmpty();
    }

    @Test
    void a_meeting_is_proposed_on_mornings_that_leave_time_for_the_invitation() {
        LocalDate today = say.today();
        List<Choice> days = near.of(asked(FieldType.DATETIME, today, null), DueDate.endOf(today.plusDays(40)));
        assertThat(days).hasSize(3).allSatisfy(one -> assertThat(one.id()).endsWith("T08:30"));
        LocalDate first = LocalDate.parse(days.getFirst().id().substring(0, 10));
        assertThat(calendar.calendar().workingDaysAfter(today, first)).isEqualTo(3);
    }

    @Test
    void nothing_is_proposed_where_no_bound_tells_what_would_do() {
        assertThat(near.of(asked(FieldType.DATE, null, say.today()), null)).isEmpty();
        assertThat(near.of(asked(FieldType.TEXT, say.today(), null), null)).isEmpty();
        Question strange = Question.of("x", "x", FieldType.DATE, true, null).bounds("0000-99-99", null);
        assertThat(near.of(strange, null)).isEmpty();
    }

    @Test
    void the_form_of_a_task_offers_them_beside_the_field() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        String task =
                new Work(nobody()).until(id, "decide-acceptance").path("id").asString();
        PageVisitor officer = new PageVisitor(port).as("officer1");
        officer.post("/cases/" + id, "/tasks/" + task + "/claim", Map.of());
        assertThat(officer.get("/cases/" + id).html()).contains("data-near=\"" + say.today() + "\"");
    }

    private static Question asked(FieldType type, @Nullable LocalDate first, @Nullable LocalDate last) {
        return Question.of("x", "x", type, true, null)
                .bounds(first == null ? null : first.toString(), last == null ? null : last.toString());
    }
}
