package vn.caunoi.core.routing;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;

/**
 * What is asked of the routing table.
 *
 * @param kind {@code COMPLAINT, DENUNCIATION, PROPOSAL} or {@code FEEDBACK}; null while none is declared
 * @param category word of the category; null while there is none
 * @param place as the table has it: lower case, one blank between words; null when none was given
 * @param unit where the petition is
 * @param on the day by which the row must be in force, Asia/Ho_Chi_Minh
 */
public record RoutingQuestion(
        @Nullable String kind,
        @Nullable String category,
        @Nullable String place,
        UnitId unit,
        LocalDate on) {

    private static final Locale VIETNAMESE = Locale.of("vi");

    public RoutingQuestion {
        place = place == null || place.isBlank()
                ? null
                : place.strip().replaceAll("\\s+", " ").toLowerCase(VIETNAMESE);
    }
}
