package vn.caunoi.core.letter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.core.petition.PetitionId;

/** What can be asked of the book that numbers the letters of a unit in a year. */
public sealed interface NumberBookCommand {

    NumberBookId book();

    /**
     * The next number, which the command answers. It stays taken when the transaction that writes it on the letter
     * commits, and was never taken when that fails; so the numbers have no gap.
     */
    record TakeNumber(
            @TargetAggregateIdentifier NumberBookId book, UnitId unit, int year, PetitionId petition, LetterId letter)
            implements NumberBookCommand {}

    /**
     * Goes on from a register that was kept elsewhere.
     *
     * @param next the number the next letter gets; never one that was given out
     */
    record ContinueBook(@TargetAggregateIdentifier NumberBookId book, UnitId unit, int year, int next, Actor by)
            implements NumberBookCommand {}
}
