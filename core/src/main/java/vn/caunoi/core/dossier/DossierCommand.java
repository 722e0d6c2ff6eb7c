package vn.caunoi.core.dossier;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;

/** Orders about the papers of a closed case; by those who work in its unit. */
public sealed interface DossierCommand {

    String stream();

    UnitId unit();

    Actor by();

    static String stream(PetitionId petition) {
        return "dossier:" + petition.value();
    }

    record PlaceDossier(
            @TargetAggregateIdentifier String stream, PetitionId petition, UnitId unit, String place, Actor by)
            implements DossierCommand {}

    record LendDossier(
            @TargetAggregateIdentifier String stream,
            PetitionId petition,
            UnitId unit,
            String to,
            LocalDate backBy,
            String reason,
            Actor by)
            implements DossierCommand {}

    record ReturnDossier(
            @TargetAggregateIdentifier String stream,
            PetitionId petition,
            UnitId unit,
            @Nullable String place,
            Actor by)
            implements DossierCommand {}

    record KeepForGood(
            @TargetAggregateIdentifier String stream, PetitionId petition, UnitId unit, String reason, Actor by)
            implements DossierCommand {}

    /**
     * @param keptUntil last day of the storage time by the table
     * @param until last day it is kept longer; for that fate only
     */
    record DecideDossier(
            @TargetAggregateIdentifier String stream,
            PetitionId petition,
            UnitId unit,
            Fate fate,
            String number,
            LocalDate decidedOn,
            LocalDate keptUntil,
            @Nullable LocalDate until,
            Actor by)
            implements DossierCommand {}
}
