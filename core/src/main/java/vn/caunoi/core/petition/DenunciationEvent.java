package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/** What happens to a denunciation, and to what else is about the conduct of an officer (Law on Denunciations 2018, as amended by Law 136/2025). */
public sealed interface DenunciationEvent extends PetitionEvent {

    /** The initial check takes several places or another body, and so more time (LTC Đ24.1). */
    @StoredAs("petition.check-widened")
    record CheckWidened(PetitionId petition, Sealed reason) implements DenunciationEvent {}

    /** Whoever sent it on, the press or an authority, was told what becomes of it (LTC Đ26.2). */
    @StoredAs("petition.sender-answered")
    record SenderAnswered(PetitionId petition, LocalDate repliedOn, Sealed reply) implements DenunciationEvent {}

    /** Without a name but with evidence: no denunciation, but used for an inspection (LTC Đ25.2). */
    @StoredAs("petition.passed-to-inspection")
    record PassedToInspection(PetitionId petition, String to, Sealed reason) implements DenunciationEvent {}

    @StoredAs("petition.denunciation-refused")
    record DenunciationRefused(PetitionId petition, DenunciationRefusal ground, Sealed reason)
            implements DenunciationEvent {}

    /**
     * Acceptance was made known: to the denouncer, and to the accused without the denouncer (LTC Đ29.3).
     *
     * @param told what the accused was told
     */
    @StoredAs("petition.acceptance-notified")
    record AcceptanceNotified(PetitionId petition, LocalDate denouncerToldOn, LocalDate accusedToldOn, Sealed told)
            implements DenunciationEvent {}

    /**
     * Why the settling may take longer; by how much follows in the deadline's own event (LTC Đ30).
     *
     * @param time the first or second extension
     * @param rule row of the deadline table
     */
    @StoredAs("petition.settlement-prolonged")
    record SettlementProlonged(PetitionId petition, Complexity complexity, int time, String rule, Sealed reason)
            implements DenunciationEvent {}

    @StoredAs("petition.denunciation-verified")
    record DenunciationVerified(PetitionId petition, Sealed report, List<Allegation> findings)
            implements DenunciationEvent {}

    /** What the verification found was laid before who concludes. */
    @StoredAs("petition.verification-reported")
    record VerificationReported(PetitionId petition, Sealed text, Verdict proposed) implements DenunciationEvent {}

    @StoredAs("petition.verification-returned")
    record VerificationReturned(PetitionId petition, Sealed reasons) implements DenunciationEvent {}

    /**
     * The conclusion (LTC Đ35).
     *
     * @param responsible who answers for what was found
     * @param measures what is done about it; {@code recommendations} what others are asked to do
     */
    @StoredAs("petition.denunciation-concluded")
    record DenunciationConcluded(
            PetitionId petition,
            String number,
            LocalDate concludedOn,
            Verdict verdict,
            Sealed responsible,
            Sealed measures,
            @Nullable Sealed recommendations,
            OfficerId by)
            implements DenunciationEvent {}

    /** Sent to the accused, the managing body and the inspectorate; the denouncer is told (LTC Đ35). */
    @StoredAs("petition.conclusion-sent")
    record ConclusionSent(PetitionId petition, LocalDate sentOn, Sealed recipients, LocalDate denouncerToldOn)
            implements DenunciationEvent {}

    /** What was done after the conclusion (LTC Đ36). */
    @StoredAs("petition.conclusion-handled")
    record ConclusionHandled(PetitionId petition, LocalDate handledOn, Sealed measures) implements DenunciationEvent {}

    /**
     * What acting on a conclusion demands, in figures; 0 for what it does not.
     *
     * @param moneyState to be recovered for the State, in million đồng; {@code moneyPeople} to be given back to citizens
     * @param land to be recovered or given back, in square metres
     * @param disciplined persons to be disciplined
     */
    @StoredAs("petition.measures-reckoned")
    record MeasuresReckoned(
            PetitionId petition, LocalDate on, long moneyState, long moneyPeople, long land, long disciplined)
            implements DenunciationEvent {

        boolean tells() {
            return moneyState + moneyPeople + land + disciplined > 0;
        }
    }

    /** Signs of a crime: handed to those who investigate (LTC Đ36). */
    @StoredAs("petition.passed-to-prosecution")
    record PassedToProsecution(PetitionId petition, LocalDate handledOn, String to, Sealed what)
            implements DenunciationEvent {}

    /** Settled although it was withdrawn. */
    @StoredAs("petition.withdrawal-set-aside")
    record WithdrawalSetAside(PetitionId petition, WithdrawalDoubt ground, Sealed reason)
            implements DenunciationEvent {}

    /** A named officer handles it too, and may look up who denounced; each look is written down as ever. */
    @StoredAs("petition.handler-admitted")
    record HandlerAdmitted(PetitionId petition, OfficerId officer, Sealed reason) implements DenunciationEvent {}

    @StoredAs("petition.handler-dismissed")
    record HandlerDismissed(PetitionId petition, OfficerId officer, Sealed reason) implements DenunciationEvent {}

    /**
     * Brought before the superior of who settles it (tố cáo tiếp; LTC Đ37, Đ38).
     *
     * @param overdue because it is not settled in time; else against what was concluded
     * @param unit the superior
     */
    @StoredAs("petition.onward-received")
    record OnwardReceived(PetitionId petition, boolean overdue, LocalDate receivedOn, UnitId unit, Sealed what)
            implements DenunciationEvent {}

    /** @param resettle whether it is settled anew; else what was concluded stands */
    @StoredAs("petition.onward-reviewed")
    record OnwardReviewed(PetitionId petition, boolean resettle, LocalDate decidedOn, Sealed reason)
            implements DenunciationEvent {}

    /** Why it is not settled yet, reported to the superior (LTC Đ38). */
    @StoredAs("petition.overdue-reported")
    record OverdueReported(PetitionId petition, LocalDate reportedOn, Sealed text) implements DenunciationEvent {}

    /**
     * Who a petition is about: from then on it is not there for them. Their accounts stand in clear, for they are
     * looked up by whoever lists cases; nothing of the denouncer does.
     */
    @StoredAs("petition.accused-named")
    record AccusedNamed(PetitionId petition, List<OfficerId> officers) implements DenunciationEvent {}

    /**
     * The denouncer, or somebody close to them, asks for protection: of secrecy, position, work, life, health, property
     * or honour (LTC Đ47).
     */
    @StoredAs("petition.protection-requested")
    record ProtectionRequested(PetitionId petition, LocalDate requestedOn, boolean urgent, Sealed request)
            implements DenunciationEvent {}

    @StoredAs("petition.protection-granted")
    record ProtectionGranted(PetitionId petition, String number, LocalDate decidedOn, Sealed measures)
            implements DenunciationEvent {}

    @StoredAs("petition.protection-denied")
    record ProtectionDenied(PetitionId petition, LocalDate decidedOn, Sealed reason) implements DenunciationEvent {}

    @StoredAs("petition.protection-ended")
    record ProtectionEnded(PetitionId petition, ProtectionEnd ground, LocalDate endedOn, Sealed reason)
            implements DenunciationEvent {}

    /** The decision that suspends or stops the settling was sent (LTC Đ34). */
    @StoredAs("petition.stop-sent")
    record StopSent(PetitionId petition, LocalDate sentOn, Sealed recipients) implements DenunciationEvent {}
}
