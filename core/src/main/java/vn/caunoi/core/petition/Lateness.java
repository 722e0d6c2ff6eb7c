package vn.caunoi.core.petition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;

/** Since when the citizen has had no news of an answer that is late (QĐ 574/QĐ-TTg). */
final class Lateness {
    /** Stage word of the limit for the next news. */
    static final String PROGRESS = "progress";

    private static final String ANSWER = "answer";

    private final Petition petition;

    Lateness(Petition petition) {
        this.petition = petition;
    }

    /**
     * The day after which the next news is counted: of the limit that passed, of the last news, or of news that was due
     * and did not come. Null while the answer is not late.
     */
    @Nullable LocalDate since() {
        LocalDate passed = missed(ANSWER);
        if (passed == null) return null;
        LocalDate told = petition.standing.day(Milestone.PROGRESS).orElse(null);
        return later(later(passed, missed(PROGRESS)), told);
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private @Nullable LocalDate missed(String stage) {
        return petition.deadlines
                .open(stage)
                .filter(Deadline::missed)
                .map(deadline -> DueDate.dayOf(deadline.due()))
                .orElse(null);
    }
}
