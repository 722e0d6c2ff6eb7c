package vn.caunoi.core.petition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision or act a petition is about.
 *
 * @param decision what it is, in words
 * @param knownOn the day it became known to the petitioner; the 90 days of LKN Đ9 run from it
 */
public record Disputed(
        @Nullable String decision,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String issuer,
        @Nullable LocalDate knownOn) {}
