package vn.caunoi.api.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.UnitId;

/** As RFC 5545 wants it. */
class ICalendarTest {

    private static final Diary.Arranged DIALOGUE = new Diary.Arranged(
            "dialogue-1",
            Diary.Sort.DIALOGUE,
            new UnitId("A"),
            "AX6V-0P5Q-9CHK",
            LocalDateTime.parse("2026-11-20T14:00"),
            null,
            "Nhà văn hóa thôn Đông, xã An Hòa; phòng họp lớn ở tầng hai\nnhà chính",
            "/cases/1");

    private static String written() {
        return ICalendar.of(
                List.of(DIALOGUE),
                one -> "Đối thoại: " + one.what() + ", buổi thứ nhất của vụ việc đông người kéo dài nhiều năm",
                "http://here",
                Instant.parse("2026-11-18T02:00:00Z"));
    }

    @Test
    void lines_end_as_they_should_and_none_is_longer_than_75_bytes() {
        String text = written();
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\n\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(Arrays.stream(text.split("\r\n")))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }

    @Test
    void unfolded_it_says_what_and_when_in_the_time_of_vietnam() {
        String text = written().replace("\r\n ", "");
        assertThat(text)
                .contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\n")
                .contains("UID:dialogue-1@caunoi\r\n")
                .contains("DTSTAMP:20261118T020000Z\r\n")
                .contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20261120T140000\r\n")
                .contains("DTEND;TZID=Asia/Ho_Chi_Minh:20261120T150000\r\n")
                .contains("SUMMARY:Đối thoại: AX6V-0P5Q-9CHK\\, buổi thứ nhất")
                .contains("LOCATION:Nhà văn hóa thôn Đông\\, xã An Hòa\\; phòng họp lớn ở tầng hai\\nnhà chính\r\n")
                .contains("URL:http://here/cases/1\r\n");
    }
}
