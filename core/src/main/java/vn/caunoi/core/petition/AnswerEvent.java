package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/** Answering a proposal or feedback (LTCD Đ2; QĐ 574/QĐ-TTg): drafts, sending, publication, news while it is late. */
public sealed interface AnswerEvent extends PetitionEvent {

    /** @param draft number of the draft, from 1 */
    @StoredAs("petition.answer-drafted")
    record AnswerDrafted(PetitionId petition, int draft, Sealed answer, OfficerId by) implements AnswerEvent {}

    @StoredAs("petition.answer-approved")
    record AnswerApproved(PetitionId petition, int draft, OfficerId by) implements AnswerEvent {}

    /** The head returns a draft; {@link AnswerUnsuitable} is about an answer that was sent. */
    @StoredAs("petition.answer-returned")
    record AnswerReturned(PetitionId petition, int draft, Sealed reasons, OfficerId by) implements AnswerEvent {}

    /** @param number of the document, where it has one */
    @StoredAs("petition.answer-sent")
    record AnswerSent(
            PetitionId petition, LocalDate sentOn, @Nullable String number) implements AnswerEvent {}

    /**
     * The question and its answer for everybody, without who asked.
     *
     * @param way notice board, meeting, media or website
     * @param place the public place of it, in clear; never an address of a person
     */
    @StoredAs("petition.answer-published")
    record AnswerPublished(
            PetitionId petition,
            LocalDate publishedOn,
            String way,
            @Nullable String place,
            Sealed question,
            Sealed answer)
            implements AnswerEvent {}

    /** What was published is taken back; whoever asked keeps the answer. It may be published anew. */
    @StoredAs("petition.answer-unpublished")
    record AnswerUnpublished(PetitionId petition, Sealed reason, OfficerId by) implements AnswerEvent {}

    /** What the citizen is told while the answer is late, every seven working days (QĐ 574/QĐ-TTg). */
    @StoredAs("petition.progress-reported")
    record ProgressReported(PetitionId petition, Sealed progress, LocalDate expectedOn, OfficerId by)
            implements AnswerEvent {}

    /**
     * An answer that was sent does not suit and is to be given anew.
     *
     * @param byCitizen whether the citizen returned it, else the head
     * @param undone what no longer stands
     */
    @StoredAs("petition.answer-unsuitable")
    record AnswerUnsuitable(PetitionId petition, boolean byCitizen, Set<Milestone> undone, Sealed reason)
            implements AnswerEvent {}
}
