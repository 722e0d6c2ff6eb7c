package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.directory.Actor;

/**
 * All that can be ordered of a letter. Clerks, officers and heads draft, number, send and record the delivery; the head
 * signs, gives back and recalls. {@code draft} is the one the giver of the order saw: another in the meantime refuses it.
 */
public sealed interface LetterCommand extends PetitionCommand {

    LetterId letter();

    Actor by();

    /** @param replaces a letter that has a number, in whose place this one is to stand */
    record DraftLetter(
            @TargetAggregateIdentifier PetitionId petition,
            LetterId letter,
            String template,
            int edition,
            @Nullable Milestone requires,
            @Nullable String opens,
            @Nullable LetterId replaces,
            LetterText text,
            Actor by)
            implements LetterCommand {}

    record RedraftLetter(
            @TargetAggregateIdentifier PetitionId petition, LetterId letter, int draft, LetterText text, Actor by)
            implements LetterCommand {}

    record SubmitLetter(@TargetAggregateIdentifier PetitionId petition, LetterId letter, int draft, Actor by)
            implements LetterCommand {}

    record ReturnLetter(@TargetAggregateIdentifier PetitionId petition, LetterId letter, String reason, Actor by)
            implements LetterCommand {}

    /**
     * By the head, or somebody who may sign for the head; or the paper was signed so, and its scan is put into the case.
     *
     * @param power by which somebody signs for the head; null when the head does, or several sign
     * @param signatories of a paper that several sign, which comes as a scan; empty for others
     * @param scan id of that file
     */
    record SignLetter(
            @TargetAggregateIdentifier PetitionId petition,
            LetterId letter,
            int draft,
            Signature signature,
            @Nullable SigningPower power,
            List<Signatory.Named> signatories,
            @Nullable String scan,
            Actor by)
            implements LetterCommand {

        public SignLetter {
            signatories = List.copyOf(signatories);
        }
    }

    /** With a number that was taken from the book of the unit in the same transaction. */
    record NumberLetter(
            @TargetAggregateIdentifier PetitionId petition,
            LetterId letter,
            int draft,
            int year,
            int serial,
            String number,
            LocalDate issuedOn,
            String file,
            String sha256,
            Actor by)
            implements LetterCommand {}

    record SendLetter(
            @TargetAggregateIdentifier PetitionId petition,
            LetterId letter,
            LocalDate sentOn,
            SendingWay way,
            @Nullable String trace,
            Actor by)
            implements LetterCommand {}

    /**
     * Recorded again with a reason, it corrects the day.
     *
     * @param rule the row for the time that the receipt gives the receiver, if the letter gives one
     */
    record DeliverLetter(
            @TargetAggregateIdentifier PetitionId petition,
            LetterId letter,
            LocalDate deliveredOn,
            @Nullable String receiver,
            @Nullable String reason,
            @Nullable DeadlineRule rule,
            Actor by)
            implements LetterCommand {}

    record RecallLetter(@TargetAggregateIdentifier PetitionId petition, LetterId letter, String reason, Actor by)
            implements LetterCommand {}

    record DiscardLetter(@TargetAggregateIdentifier PetitionId petition, LetterId letter, Actor by)
            implements LetterCommand {}
}
