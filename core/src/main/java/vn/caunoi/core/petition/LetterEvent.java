package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/** The life of a letter of a case (văn bản): drafted, signed, numbered, sent, delivered, taken back. */
public sealed interface LetterEvent extends PetitionEvent {

    LetterId letter();

    /**
     * @param unit whose letter it is, and from whose book it gets its number
     * @param template id of the form it was begun from; {@code edition} of that form
     * @param draft number of the draft, from 1
     * @param requires what must stand in the case before it may be signed; null for nothing
     * @param opens stage word of the time its receipt gives the receiver; null for none
     * @param replaces the letter in whose place it is to stand
     */
    @StoredAs("letter.drafted")
    record LetterDrafted(
            PetitionId petition,
            LetterId letter,
            UnitId unit,
            String template,
            int edition,
            int draft,
            @Nullable Milestone requires,
            @Nullable String opens,
            @Nullable LetterId replaces,
            Sealed subject,
            Sealed addressee,
            Sealed body,
            Sealed recipients)
            implements LetterEvent {}

    @StoredAs("letter.submitted")
    record LetterSubmitted(PetitionId petition, LetterId letter, int draft) implements LetterEvent {}

    @StoredAs("letter.returned")
    record LetterReturned(PetitionId petition, LetterId letter, int draft, Sealed reason) implements LetterEvent {}

    /**
     * @param scan file of the paper that was signed and stamped; null when it was signed here
     * @param signatories of a paper that several sign; null for others, and not written down at first
     */
    @StoredAs("letter.signed")
    record LetterSigned(
            PetitionId petition,
            LetterId letter,
            int draft,
            Signature signature,
            @Nullable OfficerId signer,
            @Nullable String scan,
            @Nullable List<Signatory> signatories)
            implements LetterEvent {

        public LetterSigned(
                PetitionId petition,
                LetterId letter,
                int draft,
                Signature signature,
                @Nullable OfficerId signer,
                @Nullable String scan) {
            this(petition, letter, draft, signature, signer, scan, null);
        }
    }

    /**
     * @param serial number in the book of the unit and year, used once and for ever
     * @param number as it is written: {@code 05/TB-UBND}
     * @param file the PDF as it was issued; {@code sha256} of it
     */
    @StoredAs("letter.numbered")
    record LetterNumbered(
            PetitionId petition,
            LetterId letter,
            int year,
            int serial,
            String number,
            LocalDate issuedOn,
            String file,
            String sha256)
            implements LetterEvent {}

    @StoredAs("letter.sent")
    record LetterSent(
            PetitionId petition,
            LetterId letter,
            LocalDate sentOn,
            SendingWay way,
            @Nullable Sealed trace) implements LetterEvent {}

    /**
     * @param deliveredOn day it was received; {@code before} the day recorded wrongly earlier, with the {@code reason}
     * @param receiver who took it
     * @param opened the time that the receipt gives the receiver
     */
    @StoredAs("letter.delivered")
    record LetterDelivered(
            PetitionId petition,
            LetterId letter,
            LocalDate deliveredOn,
            @Nullable Instant occurred,
            @Nullable Sealed receiver,
            @Nullable FurtherTime opened,
            @Nullable LocalDate before,
            @Nullable Sealed reason)
            implements LetterEvent {}

    @StoredAs("letter.recalled")
    record LetterRecalled(PetitionId petition, LetterId letter, Sealed reason) implements LetterEvent {}

    /** @param replacement the letter that stands in its place */
    @StoredAs("letter.replaced")
    record LetterReplaced(PetitionId petition, LetterId letter, LetterId replacement) implements LetterEvent {}

    /** Given up before it had a number. */
    @StoredAs("letter.discarded")
    record LetterDiscarded(PetitionId petition, LetterId letter) implements LetterEvent {}
}
