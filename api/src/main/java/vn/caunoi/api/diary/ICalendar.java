package vn.caunoi.api.diary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;

/** Writes a diary as iCalendar (RFC 5545): lines of at most 75 bytes, ended by CR and LF, times of Asia/Ho_Chi_Minh. */
final class ICalendar {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final String ZONE = "Asia/Ho_Chi_Minh";
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /** @param title of an entry, in the reader's language; {@code site} begins every link */
    static String of(List<Diary.Arranged> all, Function<Diary.Arranged, String> title, String site, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Caunoi//Diary//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.zone();
        all.forEach(one -> calendar.event(one, title.apply(one), site, now));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    /** Vietnam has had one offset since 1975. */
    private void zone() {
        line("BEGIN:VTIMEZONE");
        line("TZID:" + ZONE);
        line("BEGIN:STANDARD");
        line("DTSTART:19750613T000000");
        line("TZOFFSETFROM:+0700");
        line("TZOFFSETTO:+0700");
        line("TZNAME:+07");
        line("END:STANDARD");
        line("END:VTIMEZONE");
    }

    private void event(Diary.Arranged one, String title, String site, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + one.key() + "@caunoi");
        line("DTSTAMP:" + LOCAL.format(now.atOffset(ZoneOffset.UTC)) + "Z");
        line("DTSTART;TZID=" + ZONE + ":" + LOCAL.format(one.begins()));
        LocalDateTime ends = one.ends() == null ? one.begins().plusHours(1) : one.ends();
        line("DTEND;TZID=" + ZONE + ":" + LOCAL.format(ends));
        line("SUMMARY:" + escaped(title));
        line("LOCATION:" + escaped(one.place()));
        line("URL:" + site + one.link());
        line("END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** A long line goes on in the next, which begins with a blank; no letter is cut in two. */
    private void line(String line) {
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            String one = Character.toString(letter);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(one);
            bytes += size;
            i += Character.charCount(letter);
        }
        text.append("\r\n");
    }
}
