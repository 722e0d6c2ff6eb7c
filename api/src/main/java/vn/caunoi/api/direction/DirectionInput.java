package vn.caunoi.api.direction;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is said to direct something in a case, and to report it as done. */
public interface DirectionInput {

    /**
     * @param doBy last day, from today on, within a year
     * @param unit that of the case or one above it; left out: that of the case
     * @param officer who is to do it; left out: whoever has the case. Decides the unit
     */
    @Schema(name = "DirectionGiven")
    record Give(
            @Nullable String text,
            @Nullable LocalDate doBy,
            @Nullable String unit,
            @Nullable String officer) {}

    @Schema(name = "DirectionDone")
    record Done(@Nullable String answer) {}

    @Schema(name = "DirectionTakenBack")
    record TakeBack(@Nullable String reason) {}
}
