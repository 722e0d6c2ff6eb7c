package vn.caunoi.api.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.MultipartConfigElement;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class OnlineLimitsTest {

    private static final long MB = 1024 * 1024;

    @Test
    void no_more_is_offered_than_the_server_takes_in_one_go() {
        assertThat(limits(25 * MB, 105 * MB).megabytesTogether()).isEqualTo(100);
        assertThat(limits(25 * MB, 105 * MB).megabytesEach()).isEqualTo(25);
        assertThat(limits(25 * MB, 30 * MB).megabytesTogether()).isEqualTo(29);
        assertThat(limits(50 * MB, 30 * MB).megabytesEach()).isEqualTo(29);
        assertThat(limits(-1, -1).megabytesEach()).isEqualTo(100);
    }

    private static OnlineLimits limits(long each, long request) {
        return new OnlineLimits(new MultipartConfigElement("", each, request, 0), DataSize.ofMegabytes(100));
    }
}
