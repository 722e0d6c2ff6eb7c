package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/** One round of settling a complaint: verification, dialogue, resolution, publication. */
public sealed interface RoundEvent extends PetitionEvent {

    /** @param differs whether a demand and its finding differ, so that a dialogue is required (LKN Đ30.1) */
    @StoredAs("petition.verified")
    record PetitionVerified(PetitionId petition, Sealed report, List<Finding> findings, boolean differs)
            implements RoundEvent {}

    /**
     * @param heldAt when the dialogue is to be held
     * @param place where, often at somebody's house
     */
    @StoredAs("petition.dialogue-convened")
    record DialogueConvened(PetitionId petition, Instant heldAt, Sealed place, Sealed content) implements RoundEvent {}

    /** The minutes (LKN Đ30): participants, opinions, result, signatures or refusals to sign. */
    @StoredAs("petition.dialogue-held")
    record DialogueHeld(
            PetitionId petition,
            LocalDate heldOn,
            Sealed place,
            Sealed chair,
            List<Participant> participants,
            Sealed opinions,
            Sealed result)
            implements RoundEvent {}

    /** Not coming without a valid reason does not block the settlement (LKN Đ30.6). */
    @StoredAs("petition.dialogue-not-attended")
    record DialogueNotAttended(
            PetitionId petition,
            LocalDate heldOn,
            Sealed absent,
            @Nullable Sealed reason) implements RoundEvent {}

    /** @param draft number of the draft, from 1 */
    @StoredAs("petition.resolution-drafted")
    record ResolutionDrafted(
            PetitionId petition,
            int draft,
            Conclusion conclusion,
            DecisionEffect effect,
            Sealed text,
            Sealed legalBasis,
            @Nullable Sealed damages,
            OfficerId by)
            implements RoundEvent {}

    @StoredAs("petition.resolution-approved")
    record ResolutionApproved(PetitionId petition, int draft, OfficerId by) implements RoundEvent {}

    @StoredAs("petition.resolution-returned")
    record ResolutionReturned(PetitionId petition, int draft, Sealed reasons, OfficerId by) implements RoundEvent {}

    @StoredAs("petition.resolution-issued")
    record ResolutionIssued(PetitionId petition, String number, LocalDate issuedOn, Conclusion conclusion)
            implements RoundEvent {}

    @StoredAs("petition.resolution-sent")
    record ResolutionSent(PetitionId petition, LocalDate sentOn, Sealed recipients) implements RoundEvent {}

    /**
     * @param way notice board, meeting, media or website (LKN Đ41)
     * @param place the public place of it, in clear; never an address of a person
     */
    @StoredAs("petition.published")
    record PetitionPublished(
            PetitionId petition,
            LocalDate publishedOn,
            String way,
            @Nullable String place) implements RoundEvent {}
}
