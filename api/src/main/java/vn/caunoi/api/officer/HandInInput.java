package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PersonRole;

/**
 * A petition as it is handed in, nothing checked yet.
 *
 * @param kind as declared; may be left to classification
 * @param receivedAt when it came in, not after now; now when left out
 * @param unit the unit responsible; the caller's own when left out
 * @param against who is complained of
 * @param accused accounts of the officers it is about; it then goes to their superior
 */
public record HandInInput(
        @Schema(implementation = Kind.class) @Nullable String kind,

        @Schema(implementation = Channel.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String channel,

        @Nullable Instant receivedAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 500) @Nullable String subject,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 20000) @Nullable String content,

        @Nullable String category,
        @Nullable String unit,
        @Nullable String place,
        @Nullable Boolean anonymous,
        @Nullable Boolean confidential,
        @Nullable About about,
        @Nullable String against,
        @Nullable List<@Nullable String> accused,
        @Nullable List<@Nullable Demand> points,
        @Nullable List<@Nullable Petitioner> petitioners) {

    /** The decision or act it is about.
     * @param knownOn the day it became known to the petitioner */
    public record About(
            @Nullable String decision,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable LocalDate knownOn) {}

    /** One point; points are numbered in their order, from 1. */
    @Schema(name = "Demand")
    public record Demand(@Nullable String demand) {}

    /** @param role {@code COMPLAINANT} when left out */
    @Schema(name = "PetitionerInput")
    public record Petitioner(
            @Nullable String fullName,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email,

            @Schema(implementation = PersonRole.class) @Nullable String role) {}
}
