package vn.caunoi.api.reception;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.reception.UnscheduledGround;

/**
 * A reception day as it is planned, nothing checked yet.
 *
 * @param unit the caller's own when left out
 * @param leader account of who receives
 * @param unscheduled the ground of a reception outside of the rota
 */
public record SittingInput(
        @Nullable String unit,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String leader,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate day,

        @Schema(type = "string", example = "08:00") @Nullable LocalTime from,

        @Schema(type = "string", example = "11:00") @Nullable LocalTime to,

        @Nullable String room,
        @Nullable Boolean online,

        @Schema(implementation = UnscheduledGround.class) @Nullable String unscheduled) {}
