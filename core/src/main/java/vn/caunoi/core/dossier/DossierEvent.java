package vn.caunoi.core.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.Sealed;

/** What happened to the papers of a case. */
public sealed interface DossierEvent {

    PetitionId petition();

    /** @param place where they lie: store, shelf, box */
    @StoredAs("dossier.placed")
    record DossierPlaced(PetitionId petition, String place) implements DossierEvent {}

    /** @param to who has them now, in words; {@code backBy} when they are to be back */
    @StoredAs("dossier.lent")
    record DossierLent(PetitionId petition, Sealed to, LocalDate backBy, Sealed reason) implements DossierEvent {}

    /** @param place where they lie since; null for where they lay before */
    @StoredAs("dossier.returned")
    record DossierReturned(PetitionId petition, @Nullable String place) implements DossierEvent {}

    /** A serious case: kept for good. */
    @StoredAs("dossier.kept-for-good")
    record DossierKeptForGood(PetitionId petition, Sealed reason) implements DossierEvent {}

    /**
     * @param number of the decision, {@code decidedOn} its day
     * @param keptUntil last day of the storage time that was over; of the further time when it is kept longer
     */
    @StoredAs("dossier.decided")
    record DossierDecided(PetitionId petition, Fate fate, String number, LocalDate decidedOn, LocalDate keptUntil)
            implements DossierEvent {}
}
