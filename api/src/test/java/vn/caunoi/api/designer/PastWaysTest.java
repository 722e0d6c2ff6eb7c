package vn.caunoi.api.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.processes.simulation.Learned;
import vn.caunoi.processes.simulation.Way;
import vn.caunoi.processes.simulation.Work;
import vn.caunoi.projections.insight.Gone;
import vn.caunoi.projections.insight.Stay;
import vn.caunoi.projections.insight.WorkingTime;

/** What the simulation is told of the past. */
class PastWaysTest {

    private static final WorkingTime TIME = WorkingTime.of(WorkingCalendar.vietnam());

    @Test
    void tasks_follow_those_that_were_over_and_other_waiting_is_a_gap() {
        List<Stay> stays = List.of(
                stay("a", "clerk", "18T07:30", "18T08:30", "18T09:30", "done", "20T17:30"),
                stay("wait", null, "18T09:30", null, "19T07:30", "fired", null),
                stay("b", "officer", "19T07:30", "19T07:30", "19T09:30", "done", null),
                stay("c", "officer", "19T07:30", "19T08:30", "19T11:30", "done", null),
                stay("gone", "head", "19T09:30", null, "19T10:30", null, null),
                stay("d", "head", "19T11:30", null, "19T13:30", "done", null));
        Learned learned = new PastWays(stays, stays, TIME).learn(List.of(gone("18T07:30", "19T15:30")), line -> 0);
        Way way = learned.ways().getFirst();
        assertThat(way.works()).extracting(Work::step).containsExactly("a", "b", "c", "d");
        assertThat(way.works()).extracting(Work::after).containsExactly(-1, 0, 0, 2);
        assertThat(way.works()).extracting(Work::line).containsExactly("U/clerk", "U/officer", "U/officer", "U/head");
        assertThat(way.works().get(0).length()).isCloseTo(1 / 8.0, within(1e-9));
        assertThat(way.works().get(1).lag()).isCloseTo(6 / 8.0, within(1e-9));
        assertThat(way.works().get(2).length()).isCloseTo(3 / 8.0, within(1e-9));
        assertThat(way.works().get(3).length()).isZero();
        assertThat(way.tail()).isCloseTo(2 / 8.0, within(1e-9));
        assertThat(way.took()).isCloseTo(14 / 8.0, within(1e-9));
        assertThat(way.allowed()).isCloseTo(3, within(1e-9));
        assertThat(learned.lines()).containsOnlyKeys("U/clerk", "U/officer", "U/head");
        assertThat(learned.lines().get("U/officer")).isEqualTo(new Learned.Line(1, 2));
    }

    @Test
    void a_case_without_tasks_takes_its_time_and_nobody() {
        Learned learned =
                new PastWays(List.of(), List.of(), TIME).learn(List.of(gone("18T07:30", "18T09:30")), line -> 1);
        assertThat(learned.ways().getFirst()).isEqualTo(new Way(List.of(), 0.25, null, 0.25));
    }

    private static Stay stay(
            String step,
            @Nullable String role,
            String entered,
            @Nullable String began,
            String ended,
            @Nullable String outcome,
            @Nullable String due) {
        return new Stay(
                "p",
                1,
                step,
                "U",
                role,
                at(entered),
                began == null ? null : at(began),
                at(ended),
                outcome,
                due == null ? null : at(due));
    }

    private static Gone gone(String started, String ended) {
        return new Gone("p", 1, "KN-1", 1, at(started), at(ended), List.of(), "end", false, 0, 0, null, false);
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse("2026-11-" + time + ":00+07:00").toInstant();
    }
}
