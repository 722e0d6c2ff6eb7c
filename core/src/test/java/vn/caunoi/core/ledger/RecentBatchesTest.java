package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class RecentBatchesTest {
    private final RecentBatches recent = new RecentBatches(new Handover(null));
    private final List<Long> asked = new ArrayList<>();
    private long recorded = 10;

    @Test
    void who_comes_later_or_stands_elsewhere_reads_nothing_again() {
        assertThat(after(4)).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(after(4)).hasSize(6);
        assertThat(after(7)).containsExactly(8L, 9L, 10L);
        assertThat(asked).containsExactly(4L);
    }

    @Test
    void at_the_end_only_what_is_new_is_read() {
        after(4);
        recorded = 12;
        assertThat(after(10)).containsExactly(11L, 12L);
        assertThat(after(9)).containsExactly(10L, 11L, 12L);
        assertThat(asked).containsExactly(4L, 10L);
        assertThat(after(12)).isEmpty();
    }

    @Test
    void what_lies_before_or_far_ahead_is_read() {
        after(8);
        assertThat(after(2)).hasSize(8);
        recorded = 40;
        assertThat(after(30)).hasSize(10);
        assertThat(asked).containsExactly(8L, 2L, 30L);
    }

    @Test
    void the_oldest_are_forgotten_when_there_are_many() {
        recorded = 20_000;
        assertThat(after(0)).hasSize(20_000);
        assertThat(after(19_990)).hasSize(10);
        assertThat(after(5)).hasSize(19_995);
        assertThat(asked).containsExactly(0L, 5L);
    }

    private List<Long> after(long position) {
        return recent.after(position, this::read).stream()
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }

    private List<TrackedEventMessage<?>> read(long position) {
        asked.add(position);
        return LongStream.rangeClosed(position + 1, recorded)
                .<TrackedEventMessage<?>>mapToObj(at -> new GenericTrackedEventMessage<>(
                        new GlobalSequenceTrackingToken(at), GenericEventMessage.asEventMessage("event " + at)))
                .toList();
    }
}
