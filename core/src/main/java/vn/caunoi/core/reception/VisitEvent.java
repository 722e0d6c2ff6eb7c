package vn.caunoi.core.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.ErasesKeys;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** All that can happen to a visit. One stream per visit. */
public sealed interface VisitEvent {

    VisitId visit();

    /**
     * @param crowd whether so many people counted as a crowd then
     * @param by who received
     * @param sitting the leader's reception day it was part of
     */
    @StoredAs("reception.visit-recorded")
    record VisitRecorded(
            VisitId visit,
            UnitId unit,
            Heard heard,
            boolean crowd,
            OfficerId by,
            @Nullable SittingId sitting) implements VisitEvent {}

    /** When the visitor is to know the result; every day of it counted. */
    @StoredAs("reception.result-due-set")
    record ResultDueSet(
            VisitId visit,
            LocalDate from,
            Limit limit,
            boolean roll,
            Instant due,
            String rule,
            String version,
            String calendar,
            String source,
            String confidence,
            List<CountedDay> explanation)
            implements VisitEvent {}

    @StoredAs("reception.call-back-promised")
    record CallBackPromised(VisitId visit, Instant until) implements VisitEvent {}

    @StoredAs("reception.called-back")
    record CalledBack(VisitId visit, boolean reached, Sealed note) implements VisitEvent {}

    @StoredAs("reception.visit-answered")
    record VisitAnswered(VisitId visit, Sealed answer) implements VisitEvent {}

    @StoredAs("reception.visitor-turned-away")
    record VisitorTurnedAway(VisitId visit, TurnedAwayGround ground, Sealed reason) implements VisitEvent {}

    @StoredAs("reception.visit-became-petition")
    record VisitBecamePetition(VisitId visit, PetitionId petition, String code) implements VisitEvent {}

    /** @param by who promised
     * @param until the last moment of the promised day */
    @StoredAs("reception.answer-promised")
    record AnswerPromised(VisitId visit, OfficerId by, Instant until, Sealed what) implements VisitEvent {}

    @StoredAs("reception.promise-kept")
    record PromiseKept(VisitId visit, Sealed answer, boolean onTime) implements VisitEvent {}

    @StoredAs("reception.result-told")
    record ResultTold(VisitId visit, Told result, Sealed how, boolean onTime) implements VisitEvent {}

    @StoredAs("reception.papers-returned")
    record PapersReturned(VisitId visit, Set<Integer> papers) implements VisitEvent {}

    @StoredAs("reception.statement-signed")
    record StatementSigned(VisitId visit, String file) implements VisitEvent {}

    @StoredAs("reception.remarked")
    record Remarked(VisitId visit, Sealed text) implements VisitEvent {}

    /** @param by who will call */
    @StoredAs("reception.call-back-taken")
    record CallBackTaken(VisitId visit, OfficerId by) implements VisitEvent {}

    /** Nobody answered; it is tried again until then. */
    @StoredAs("reception.call-back-put-off")
    record CallBackPutOff(VisitId visit, Instant until) implements VisitEvent {}

    /** Nobody could be reached; it is tried no more. */
    @StoredAs("reception.call-back-given-up")
    record CallBackGivenUp(VisitId visit, Sealed reason) implements VisitEvent {}

    /**
     * What was entered wrongly reads so from now on; what it read before stands in the events before.
     *
     * @param crowd whether so many people counted as a crowd then
     */
    @StoredAs("reception.visit-corrected")
    record VisitCorrected(VisitId visit, Heard heard, boolean crowd, Sealed reason) implements VisitEvent {}

    /**
     * What named or reached these people is gone for ever (Law 91/2025/QH15 art. 14).
     *
     * @param matter all that was said, the answers and the signed statement are gone too
     * @param reason in clear and without personal data, for it must outlive the keys
     * @param keptUntil last day the visit had to be kept
     */
    @StoredAs("reception.visit-data-erased")
    record VisitDataErased(VisitId visit, List<PersonId> persons, boolean matter, String reason, LocalDate keptUntil)
            implements VisitEvent, ErasesKeys {

        @Override
        public List<KeyId> erasedKeys() {
            List<KeyId> keys = new ArrayList<>();
            persons.forEach(person -> keys.add(KeyId.person(person.value())));
            if (matter) keys.add(visit.key());
            return keys;
        }
    }

    /** One matter with an earlier visit, after which it is named. */
    @StoredAs("reception.visit-joined")
    record VisitJoined(VisitId visit, VisitId first) implements VisitEvent {}

    @StoredAs("reception.visit-parted")
    record VisitParted(VisitId visit, VisitId first) implements VisitEvent {}
}
