package vn.caunoi.core.petition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/** How a petition stands with the national database of complaints and denunciations (NĐ 55/2022/NĐ-CP). */
public sealed interface NationalEvent extends PetitionEvent {

    /**
     * Handed over, which tells nothing yet of what becomes of it there.
     *
     * @param connector name of the way it went
     * @param batch the file or call it went with
     */
    @StoredAs("petition.sent-to-national-database")
    record SentToNationalDatabase(PetitionId petition, String connector, String batch) implements NationalEvent {}

    /** @param answeredOn the day of its answer, if that was told */
    @StoredAs("petition.taken-by-national-database")
    record TakenByNationalDatabase(
            PetitionId petition, String number, @Nullable LocalDate answeredOn) implements NationalEvent {}

    @StoredAs("petition.refused-by-national-database")
    record RefusedByNationalDatabase(
            PetitionId petition, Sealed reason, @Nullable LocalDate answeredOn) implements NationalEvent {}
}
