package vn.caunoi.api.conference;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.conference.Occasion;

/** A conference as it is planned, nothing checked yet.
 * @param unit the caller's own when left out */
public record ConferenceInput(
        @Nullable String unit,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 500) @Nullable String subject,

        @Schema(implementation = Occasion.class) @Nullable String occasion,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate day,

        @Schema(type = "string", example = "08:00") @Nullable LocalTime begins,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 500) @Nullable String place,

        @Nullable Boolean online) {}
