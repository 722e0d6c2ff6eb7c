package vn.caunoi.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reorganisation as somebody wants it. @param on the day it takes effect */
@Schema(name = "ReorganisationInput")
public record ReorganisationInput(
        @Nullable String title,
        @Nullable String basis,
        @Nullable LocalDate on,
        @Nullable List<@Nullable Change> changes) {

    /**
     * @param kind {@code ESTABLISH, RENAME, MOVE, HAND_OVER, MERGE, END}
     * @param to who takes over; left out for END: the unit above
     * @param parent the unit above a new or moved unit; left out: the top
     * @param places villages of the matter, of a part handed over
     * @param officers whether the unit's officers are appointed at the one that takes over
     */
    @Schema(name = "UnitChangeInput")
    public record Change(
            @Nullable String kind,
            @Nullable String unit,
            @Nullable String to,
            @Nullable String parent,
            @Nullable String name,
            @Nullable List<@Nullable String> places,
            @Nullable List<@Nullable String> categories,
            @Nullable Boolean officers) {}
}
