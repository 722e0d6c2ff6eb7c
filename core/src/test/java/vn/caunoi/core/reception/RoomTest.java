package vn.caunoi.core.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.RoomCommand.FreeRoom;
import vn.caunoi.core.reception.RoomCommand.GiveRoom;
import vn.caunoi.core.reception.RoomEvent.RoomFreed;
import vn.caunoi.core.reception.RoomEvent.RoomGiven;

class RoomTest {

    private static final RoomId ROOM = RoomId.of(new UnitId("A"), "Phòng 1");
    private static final SittingId FIRST = new SittingId("first");
    private static final SittingId SECOND = new SittingId("second");

    @Test
    void a_room_is_not_given_to_two_at_the_same_time_and_the_refusal_says_who_has_it() {
        fixture()
                .given(given(FIRST, "2026-11-18", 8, 11))
                .when(give(SECOND, "2026-11-18", 10, 12))
                .expectNoEvents()
                .expectException(Matchers.predicate(thrown -> {
                    assertThat(((Refusal) thrown).violations()).singleElement().satisfies(wrong -> {
                        assertThat(wrong.code()).isEqualTo("room-taken");
                        assertThat(wrong.values()).containsExactly("head1", "18/11/2026", "08:00", "11:00");
                    });
                    return true;
                }));
    }

    @Test
    void one_after_the_other_it_is_given_to_both_and_so_on_another_day() {
        fixture()
                .given(given(FIRST, "2026-11-18", 8, 11))
                .when(give(SECOND, "2026-11-18", 11, 12))
                .expectEvents(given(SECOND, "2026-11-18", 11, 12));
        fixture()
                .given(given(FIRST, "2026-11-18", 8, 11))
                .when(give(SECOND, "2026-11-19", 8, 11))
                .expectEvents(given(SECOND, "2026-11-19", 8, 11));
    }

    @Test
    void a_day_that_is_off_takes_the_room_on_the_next_working_day() {
        fixture()
                .given(given(FIRST, "2026-11-25", 8, 11))
                .when(give(SECOND, "2026-11-24", 8, 11))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void who_moves_leaves_the_room_free_and_who_is_cancelled_too() {
        fixture()
                .given(given(FIRST, "2026-11-18", 8, 11), given(FIRST, "2026-11-19", 8, 11))
                .when(give(SECOND, "2026-11-18", 8, 11))
                .expectEvents(given(SECOND, "2026-11-18", 8, 11));
        fixture()
                .given(given(FIRST, "2026-11-18", 8, 11))
                .when(new FreeRoom(ROOM, FIRST))
                .expectEvents(new RoomFreed(ROOM, FIRST));
        fixture()
                .given(given(FIRST, "2026-11-18", 8, 11), new RoomFreed(ROOM, FIRST))
                .when(give(SECOND, "2026-11-18", 8, 11))
                .expectEvents(given(SECOND, "2026-11-18", 8, 11));
        fixture()
                .given(given(FIRST, "2026-11-18", 8, 11))
                .when(new FreeRoom(ROOM, SECOND))
                .expectNoEvents();
    }

    @Test
    void case_and_blanks_make_no_other_room() {
        assertThat(RoomId.of(new UnitId("A"), " phòng   1 ")).isEqualTo(ROOM);
        assertThat(RoomId.of(new UnitId("B"), "Phòng 1")).isNotEqualTo(ROOM);
    }

    private static AggregateTestFixture<Room> fixture() {
        AggregateTestFixture<Room> fixture = new AggregateTestFixture<>(Room.class);
        fixture.registerInjectableResource(WorkingCalendar.vietnam());
        return fixture;
    }

    private static RoomGiven given(SittingId sitting, String day, int from, int to) {
        return new RoomGiven(
                ROOM, sitting, leader(sitting), LocalDate.parse(day), LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    private static GiveRoom give(SittingId sitting, String day, int from, int to) {
        return new GiveRoom(
                ROOM,
                sitting,
                leader(sitting),
                LocalDate.parse(day),
                false,
                LocalTime.of(from, 0),
                LocalTime.of(to, 0));
    }

    private static OfficerId leader(SittingId sitting) {
        return new OfficerId(sitting.equals(FIRST) ? "head1" : "head2");
    }
}
