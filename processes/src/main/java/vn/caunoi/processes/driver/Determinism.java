package vn.caunoi.processes.driver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.PetitionId;

/**
 * The proof that cases followed their models: each is followed again from its recorded events by the versions it
 * followed, in memory, and what the driver would report is compared with what it reported then. Nothing is written.
 */
public interface Determinism {

    /** @param difference the first thing that comes out otherwise than it was recorded: ids and steps; null when all is the same */
    record Finding(
            PetitionId petition, String code, @Nullable String difference) {}

    /** Who looks on, from several threads, one at a time. */
    interface Witness {

        /** @return false to end it */
        boolean took(List<Finding> cases);
    }

    /** Ends when all are followed or whoever watches says so. */
    void check(Rehearsal.Wanted wanted, Witness witness);
}
