package vn.caunoi.api.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;

/**
 * A question to a unit about a case.
 *
 * @param officer who is asked; null for the unit
 * @param unit where the case was when it was asked
 * @param replyBy last day, Asia/Ho_Chi_Minh
 * @param question null when the data of the case was erased, as is {@code answer}
 * @param answeredBy null while nobody answered
 */
public record Inquiry(
        String id,
        Sort sort,
        PetitionId petition,
        String code,
        UnitId unit,
        @Nullable OfficerId officer,
        OfficerId askedBy,
        Instant askedAt,
        LocalDate replyBy,
        @Nullable String question,
        @Nullable OfficerId answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String answer) {

    /** What is asked for. */
    public enum Sort {
        /** Of an inspector, about anything in the case. */
        QUESTION,
        /** Of a head or an inspector: why the case is overdue (yêu cầu giải trình). */
        EXPLANATION
    }

    public boolean isOpen() {
        return answeredAt == null;
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && today.isAfter(replyBy);
    }
}
