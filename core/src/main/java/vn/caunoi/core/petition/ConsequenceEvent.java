package vn.caunoi.core.petition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/** What follows the decision on a complaint, or the decision that stops its settlement. */
public sealed interface ConsequenceEvent extends PetitionEvent {

    /**
     * A time that runs by itself was counted.
     *
     * @param time its stage tells which: {@code effective_1, effective_2} (LKN Đ44), {@code post_minimum} (NĐ 124/2020
     *     Đ29.3) or {@code resume_after_stop_notice} (LKN Đ11.8)
     */
    @StoredAs("petition.consequence-counted")
    record ConsequenceCounted(PetitionId petition, FurtherTime time) implements ConsequenceEvent {}

    /**
     * @param on first day of its legal effect
     * @param reason null where it followed from time alone, or from the end of an action before a court
     */
    @StoredAs("petition.decision-effective")
    record DecisionTookEffect(
            PetitionId petition, LocalDate on, @Nullable Sealed reason) implements ConsequenceEvent {}

    /** Complained of a second time within the time for it. */
    @StoredAs("petition.decision-contested")
    record DecisionContested(PetitionId petition, PetitionId second, LocalDate lodgedOn) implements ConsequenceEvent {}

    /** The settlement was stopped, and the complaint was not renewed in time. */
    @StoredAs("petition.renewal-lapsed")
    record RenewalLapsed(PetitionId petition, LocalDate on) implements ConsequenceEvent {}

    /**
     * The meeting at which the decision is made public was announced.
     *
     * @param place a public place, in clear
     * @param notice the time by which it must be announced before (NĐ 124/2020 Đ29.3.a), counted from the announcement
     */
    @StoredAs("petition.meeting-announced")
    record MeetingAnnounced(PetitionId petition, LocalDate meetingOn, String place, FurtherTime notice)
            implements ConsequenceEvent {}

    /**
     * The complainant brought it before a court; told again when more is known.
     *
     * @param court a public body, in clear
     * @param number of the case at the court; {@code acceptedOn} the day the court took it on; null while it has not
     */
    @StoredAs("petition.sued")
    record ComplainantSued(
            PetitionId petition,
            LocalDate suedOn,
            String court,
            @Nullable String number,
            @Nullable LocalDate acceptedOn)
            implements ConsequenceEvent {}

    /** @param number of the judgment or decision of the court */
    @StoredAs("petition.court-ended")
    record CourtEnded(
            PetitionId petition,
            CourtResult result,
            LocalDate on,
            @Nullable String number,
            @Nullable Sealed note) implements ConsequenceEvent {}

    /**
     * Somebody is to carry something out (LKN Đ46).
     *
     * @param order number within the petition, from 1
     * @param until last day for it
     */
    @StoredAs("petition.enforcement-ordered")
    record EnforcementOrdered(PetitionId petition, int order, Sealed who, Sealed what, LocalDate until, OfficerId by)
            implements ConsequenceEvent {}

    /** @param whole whether with it all that was ordered is carried out */
    @StoredAs("petition.enforcement-reported")
    record EnforcementReported(
            PetitionId petition, int order, EnforcementProgress progress, LocalDate on, Sealed text, boolean whole)
            implements ConsequenceEvent {}
}
