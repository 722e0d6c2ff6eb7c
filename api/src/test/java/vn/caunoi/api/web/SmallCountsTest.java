package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nobody reckons a small number from what is told to everybody. */
class SmallCountsTest {

    @Test
    void a_share_is_told_only_where_whole_part_and_rest_may_be() {
        assertThat(SmallCounts.percent(10, 40)).isEqualTo(25);
        assertThat(SmallCounts.percent(0, 10)).isZero();
        assertThat(SmallCounts.percent(10, 10)).isEqualTo(100);
        assertThat(SmallCounts.percent(0, 9)).as("whole").isNull();
        assertThat(SmallCounts.percent(2, 40)).as("part").isNull();
        assertThat(SmallCounts.percent(38, 40)).as("rest").isNull();
    }

    @Test
    void none_is_not_small() {
        assertThat(SmallCounts.isSmall(0)).isFalse();
        assertThat(SmallCounts.isSmall(9)).isTrue();
        assertThat(SmallCounts.isSmall(10)).isFalse();
    }
}
