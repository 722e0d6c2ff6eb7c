package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Sealed;

/**
 * The parts of a petition that can be corrected; null means: not part of this correction.
 *
 * @param place village or commune, never an address: it is recorded in clear
 */
public record Correction(
        @Nullable Sealed subject,
        @Nullable Sealed content,
        @Nullable String category,
        @Nullable String place,
        @Nullable Instant receivedAt,
        @Nullable LocalDate acceptedOn,
        @Nullable Disputed about,
        @Nullable Sealed against,
        @Nullable List<Point> points,
        @Nullable List<Person> petitioners) {}
