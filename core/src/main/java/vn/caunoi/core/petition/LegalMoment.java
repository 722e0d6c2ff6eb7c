package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import vn.caunoi.core.deadline.DueDate;

/** The moment of a fact of which only the day is known: the end of that day, but never after now. */
final class LegalMoment {

    private LegalMoment() {}

    static Instant on(LocalDate day, Instant now) {
        Instant end = DueDate.endOf(day);
        return end.isAfter(now) ? now : end;
    }

    /** When the fact of an event being recorded now happened. */
    static Instant of(PetitionEvent event, Instant now) {
        return event.occurred() == null ? on(Standing.dayOf(event, now), now) : event.occurred();
    }
}
