package vn.caunoi.api.moving;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;

/** Reads dates as a file writes them: by the patterns of its mapping, or by ISO 8601. Without a zone they are of Vietnam. */
final class DateWords {

    private static final List<String> ISO =
            List.of("uuuu-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX]", "uuuu-MM-dd", "uuuu-MM-dd HH:mm[:ss]");

    private final List<DateTimeFormatter> patterns = new ArrayList<>();

    /** What was written. @param at null where only a day was */
    record Said(LocalDate day, @Nullable Instant at) {

        /** A day without an hour is its beginning, and never after now. */
        Instant begin() {
            return at == null ? day.atStartOfDay(DueDate.ZONE).toInstant() : at;
        }

        Instant end() {
            return at == null ? DueDate.endOf(day) : at;
        }
    }

    DateWords(List<String> own, List<String> ofFile) {
        own.forEach(this::add);
        ofFile.forEach(this::add);
        ISO.forEach(this::add);
    }

    private void add(String pattern) {
        try {
            // a year of an era would want the era as well
            patterns.add(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT));
        } catch (IllegalArgumentException wrong) {
            throw new MovingRefused("date-pattern", pattern);
        }
    }

    Optional<Said> read(String text) {
        for (DateTimeFormatter pattern : patterns) {
            try {
                return Optional.of(
                        said(pattern.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
            } catch (DateTimeException notSo) {
                // another may fit
            }
        }
        return Optional.empty();
    }

    private static Said said(TemporalAccessor found) {
        return switch (found) {
            case OffsetDateTime at -> {
                Instant moment = at.toInstant();
                yield new Said(DueDate.dayOf(moment), moment);
            }
            case LocalDateTime at -> {
                Instant moment = at.atZone(DueDate.ZONE).toInstant();
                yield new Said(at.toLocalDate(), moment);
            }
            default -> new Said(LocalDate.from(found), null);
        };
    }
}
