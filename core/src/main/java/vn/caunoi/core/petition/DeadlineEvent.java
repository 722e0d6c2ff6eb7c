package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/** The life of a deadline. There is at most one open deadline per stage word of the rule table. */
public sealed interface DeadlineEvent extends PetitionEvent {

    /** Stage word of the rule table, for example {@code settle_1}; not a {@link Stage}. */
    String stage();

    /**
     * @param from the day of the fact the limit is counted after
     * @param limit null for a date taken over from another register
     * @param roll whether a last day on a day off moves to the next working day
     * @param due last legal moment
     * @param rule id of the rule's row, or {@code imported}
     * @param version version of the rule table
     * @param calendar version of the working calendar
     */
    @StoredAs("petition.deadline-set")
    record DeadlineSet(
            PetitionId petition,
            String stage,
            Basis basis,
            LocalDate from,
            @Nullable Limit limit,
            boolean roll,
            Instant due,
            String rule,
            String version,
            String calendar,
            String source,
            List<CountedDay> explanation)
            implements DeadlineEvent {}

    /** What the deadline waits for has happened.
     * @param on the legal moment of the fact */
    @StoredAs("petition.deadline-met")
    record DeadlineMet(PetitionId petition, String stage, Instant on, boolean late) implements DeadlineEvent {}

    /** No longer applies, for example after a reclassification. */
    @StoredAs("petition.deadline-dropped")
    record DeadlineDropped(PetitionId petition, String stage, String cause) implements DeadlineEvent {}

    @StoredAs("petition.deadline-approaching")
    record DeadlineApproaching(PetitionId petition, String stage, Instant due) implements DeadlineEvent {}

    @StoredAs("petition.deadline-missed")
    record DeadlineMissed(PetitionId petition, String stage, Instant due) implements DeadlineEvent {}

    /** @param by the further limit, counted after the last day of the one before */
    @StoredAs("petition.deadline-extended")
    record DeadlineExtended(
            PetitionId petition,
            String stage,
            Limit by,
            Instant before,
            Instant due,
            Sealed reason,
            List<CountedDay> explanation)
            implements DeadlineEvent {}

    @StoredAs("petition.deadline-paused")
    record DeadlinePaused(PetitionId petition, String stage, LocalDate from) implements DeadlineEvent {}

    /** @param on first day that counts again */
    @StoredAs("petition.deadline-continued")
    record DeadlineContinued(
            PetitionId petition, String stage, LocalDate on, Instant before, Instant due, List<CountedDay> explanation)
            implements DeadlineEvent {}

    /**
     * Moved because a fact it is counted from was corrected, or a calendar or rule changed.
     *
     * @param cause {@code corrected, calendar-changed} or {@code rule-changed}
     * @param limit the limit of another row it runs by from now on; null: as before, as are {@code roll} and {@code source}
     */
    @StoredAs("petition.deadline-recalculated")
    record DeadlineRecalculated(
            PetitionId petition,
            String stage,
            LocalDate from,
            Instant before,
            Instant due,
            String rule,
            String version,
            String calendar,
            String cause,
            List<CountedDay> explanation,
            @Nullable Sealed reason,
            @Nullable Limit limit,
            @Nullable Boolean roll,
            @Nullable String source)
            implements DeadlineEvent {

        public DeadlineRecalculated(
                PetitionId petition,
                String stage,
                LocalDate from,
                Instant before,
                Instant due,
                String rule,
                String version,
                String calendar,
                String cause,
                List<CountedDay> explanation,
                @Nullable Sealed reason) {
            this(
                    petition,
                    stage,
                    from,
                    before,
                    due,
                    rule,
                    version,
                    calendar,
                    cause,
                    explanation,
                    reason,
                    null,
                    null,
                    null);
        }
    }
}
