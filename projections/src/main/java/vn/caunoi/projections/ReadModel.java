package vn.caunoi.projections;

import java.util.List;
import java.util.Set;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.PetitionEvent;

/** A read model that can be filled anew from the record. */
public interface ReadModel {

    /** Its name, which is also its processing group. */
    String name();

    /** Its tables, without the schema. */
    List<String> tables();

    /** Whether each row follows from one stream alone, so that a rebuild may take one stream after the other. */
    default boolean isFoldedByStream() {
        return true;
    }

    /** What it needs of the record; all that happens to petitions, if it does not say. */
    default Wanted wanted() {
        return new Wanted(Set.of(PetitionEvent.class), true);
    }

    /** Fills tables of this shape, wherever they are. */
    Filling filling(Tables tables);

    /** Takes events in their order and writes what follows from them. */
    interface Filling {

        /** Told of events that will be taken, so that what they change can be read at once. */
        default void expect(PetitionEvent event) {}

        /** Told that this event was never taken before: what begins with it is not there yet. */
        default void expectNew(PetitionEvent event) {}

        /** Takes an event; one that was taken before, or is not for this model, changes nothing. */
        void take(Happened<?> event);

        /** Writes all that was taken. */
        void flush();
    }
}
