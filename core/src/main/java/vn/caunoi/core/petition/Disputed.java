package vn.caunoi.core.petition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Sealed;

/**
 * The decision or act a petition is about. What is written freely is sealed with the key of the case, for it tends to
 * name people.
 *
 * @param decision what it is, in words
 * @param issuer who made it, in words
 * @param knownOn the day it became known to the petitioner; the 90 days of LKN Đ9 run from it
 */
public record Disputed(
        @Nullable Sealed decision,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable Sealed issuer,
        @Nullable LocalDate knownOn) {}
