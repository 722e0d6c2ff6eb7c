package vn.caunoi.core.letter;

import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.core.petition.PetitionId;

/** What happened in the book that numbers the letters of a unit in a year. */
public sealed interface NumberBookEvent {

    NumberBookId book();

    /** @param next the first number that this book gives; those before are of a register kept elsewhere */
    @StoredAs("number-book.continued")
    record BookContinued(NumberBookId book, UnitId unit, int year, int next) implements NumberBookEvent {}

    @StoredAs("number-book.number-taken")
    record NumberTaken(NumberBookId book, UnitId unit, int year, int serial, PetitionId petition, LetterId letter)
            implements NumberBookEvent {}
}
