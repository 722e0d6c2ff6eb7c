package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.handling.Check;
import vn.caunoi.core.handling.Handling;
import vn.caunoi.core.handling.Mark;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/** Receipt, classification, and the ways out that need no acceptance. */
public sealed interface IntakeEvent extends PetitionEvent {

    /**
     * @param code what people say on the phone, see {@link PetitionCode}
     * @param pinHash hash of the citizen's PIN; null for imported petitions
     * @param kind as declared; null when left to classification
     * @param occurred when it was received, which may lie before it was recorded
     * @param unit the unit responsible
     * @param category in clear, for it is searched by
     * @param place village or commune of the matter, in clear, for it is searched and routed by; never an address
     * @param against who is complained of
     * @param origin where it was imported from
     */
    @StoredAs("petition.received")
    record PetitionReceived(
            PetitionId petition,
            String code,
            @Nullable String pinHash,
            @Nullable Kind kind,
            Channel channel,
            Instant occurred,
            Sealed subject,
            Sealed content,
            @Nullable String category,
            UnitId unit,
            @Nullable String place,
            boolean anonymous,
            boolean confidential,
            @Nullable Disputed about,
            @Nullable Sealed against,
            List<Point> points,
            List<Person> petitioners,
            @Nullable Origin origin)
            implements IntakeEvent {}

    /** An entry of the register a petition was imported from, kept word for word. */
    @StoredAs("petition.activity-imported")
    record ActivityImported(
            PetitionId petition,
            String activity,
            @Nullable String resource,
            @Nullable String group,
            Instant occurred) implements IntakeEvent {}

    /**
     * All that a former register knew of it is recorded; from here on it goes on in this one.
     *
     * @param source name of the register; {@code number} the case's number there
     */
    @StoredAs("petition.moved-in")
    record PetitionMovedIn(PetitionId petition, String source, String number, Stand stoodAt) implements IntakeEvent {}

    /**
     * What was found when the petition was checked, and what the handling table proposes for it (TT 05/2021). Whoever
     * classifies it follows that, or says why not.
     *
     * @param missing conditions it does not meet
     * @param ground one of the nine for which a complaint is not accepted (LKN Đ11)
     * @param guidedBefore an earlier petition of the same content whose petitioner was guided already
     * @param row of the table; {@code version} the table's name and a short hash of its content
     * @param outcome by which a task of classification ends so; null where that is left open
     * @param source law and article; {@code confidence} how sure that is
     */
    @StoredAs("petition.handling-proposed")
    record HandlingProposed(
            PetitionId petition,
            Kind kind,
            boolean competent,
            List<Check> missing,
            @Nullable RefusalGround ground,
            List<Mark> marks,
            @Nullable PetitionId guidedBefore,
            String row,
            String version,
            Handling handling,
            @Nullable String outcome,
            String source,
            String confidence)
            implements IntakeEvent {}

    @StoredAs("petition.classified")
    record PetitionClassified(
            PetitionId petition, Kind kind, @Nullable String category) implements IntakeEvent {}

    /** Until it comes the time does not count: open deadlines are paused with it and continued when it was received. */
    @StoredAs("petition.supplement-requested")
    record SupplementRequested(PetitionId petition, Sealed reason) implements IntakeEvent {}

    /**
     * How long it is waited for: the law leaves it to the authority, the table says it.
     *
     * @param time stage {@code supplement}, with every counted day
     */
    @StoredAs("petition.supplement-limited")
    record SupplementLimited(PetitionId petition, FurtherTime time) implements IntakeEvent {}

    /** The petitioner is reminded of what is still to be added. */
    @StoredAs("petition.supplement-reminded")
    record SupplementReminded(PetitionId petition, Instant until) implements IntakeEvent {}

    /** What was asked for has not come in time: the time of the authority counts again, and somebody decides. */
    @StoredAs("petition.supplement-missed")
    record SupplementMissed(PetitionId petition, Instant until) implements IntakeEvent {}

    @StoredAs("petition.supplement-received")
    record SupplementReceived(PetitionId petition, Instant occurred, Sealed what) implements IntakeEvent {}

    /** The citizen was guided in writing to the body that is competent; only once on the same content (TT 05/2021). */
    @StoredAs("petition.guided")
    record PetitionGuided(PetitionId petition, String competentBody, Sealed reason) implements IntakeEvent {}

    @StoredAs("petition.transferred")
    record PetitionTransferred(PetitionId petition, String to, Sealed reason) implements IntakeEvent {}

    /** Passed on to another unit of the house, with code, history and limits; the assignment follows. */
    @StoredAs("petition.passed")
    record PetitionPassed(PetitionId petition, UnitId from, UnitId to, Sealed reason) implements IntakeEvent {}

    /**
     * Not taken by the unit it was passed to.
     *
     * @param toSuperior for the second time, so that the unit above both decides
     */
    @StoredAs("petition.passed-back")
    record PetitionPassedBack(PetitionId petition, UnitId from, UnitId to, boolean toSuperior, Sealed reason)
            implements IntakeEvent {}

    /** Given back, with the reason, to the press, deputy or authority that sent it on. */
    @StoredAs("petition.returned")
    record PetitionReturned(PetitionId petition, String to, Sealed reason) implements IntakeEvent {}

    /** Stored without processing (TT 05/2021 Đ28). */
    @StoredAs("petition.stored")
    record PetitionStored(PetitionId petition, Sealed reason) implements IntakeEvent {}

    @StoredAs("petition.answered")
    record PetitionAnswered(PetitionId petition, Sealed answer) implements IntakeEvent {}

    /**
     * Responsibility for the case; {@code officer} is null while only a unit has it.
     *
     * @param route row and version of the routing table that said so, by a diagram's action; null by people; was not
     *     written down at first
     */
    @StoredAs("petition.assigned")
    record PetitionAssigned(
            PetitionId petition,
            UnitId unit,
            @Nullable OfficerId officer,
            @Nullable Sealed reason,
            @Nullable String route)
            implements IntakeEvent {

        public PetitionAssigned(
                PetitionId petition, UnitId unit, @Nullable OfficerId officer, @Nullable Sealed reason) {
            this(petition, unit, officer, reason, null);
        }
    }

    /**
     * A complaint made for the second time (LKN Đ33). What counts for its acceptance, its settling and its dialogue is
     * the second round from then on.
     *
     * @param first the complaint settled, or overdue, before
     * @param until how long it might be lodged: counted from the receipt of the first decision, or from the end of the
     *     limit to settle; null where neither is known
     * @param late whether it came after that
     * @param before who worked on the first round, and so has no part in this one
     */
    @StoredAs("petition.second-round-begun")
    record SecondRoundBegun(
            PetitionId petition, PetitionId first, @Nullable FurtherTime until, boolean late, List<OfficerId> before)
            implements IntakeEvent {}

    /** @param acceptedOn first day the settlement limit is counted after (LKN Đ28) */
    @StoredAs("petition.accepted")
    record PetitionAccepted(
            PetitionId petition,
            LocalDate acceptedOn,
            boolean complex,
            boolean remote,
            @Nullable Sealed complexityReason)
            implements IntakeEvent {}

    @StoredAs("petition.not-accepted")
    record PetitionNotAccepted(PetitionId petition, RefusalGround ground, Sealed reason) implements IntakeEvent {}
}
