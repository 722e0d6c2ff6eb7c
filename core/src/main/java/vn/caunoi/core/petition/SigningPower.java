package vn.caunoi.core.petition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;

/**
 * That somebody may sign letters of a unit, and how the block under them reads (Decree 30/2020/NĐ-CP, annex I, part II.7).
 *
 * @param id within the unit
 * @param officer account of the signer; null for somebody without one, whose papers are recorded with a scan
 * @param name as it stands under the letter
 * @param title of the signer: {@code PHÓ CHỦ TỊCH}; null where that of the head is meant
 * @param authority document by which a delegate signs; only with {@link Signature.As#BY_AUTHORITY}
 * @param from first day; {@code until} last day, null while it is not known
 */
public record SigningPower(
        String id,
        UnitId unit,
        @Nullable OfficerId officer,
        String name,
        Signature.As as,
        @Nullable String title,
        @Nullable String authority,
        LocalDate from,
        @Nullable LocalDate until) {

    /** Whether it is in force on that day. */
    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether a letter may be signed so on that day. */
    boolean covers(Signature signature, LocalDate day) {
        boolean same = signature.as() == as && signature.name().equals(name);
        boolean titled = title == null || title.equals(signature.title());
        return isOn(day) && same && titled;
    }

    /** The same, no longer in force from that day on. */
    public SigningPower endingBefore(LocalDate day) {
        LocalDate last = day.minusDays(1);
        LocalDate end = until == null || last.isBefore(until) ? last : until;
        return new SigningPower(id, unit, officer, name, as, title, authority, from, end);
    }
}
