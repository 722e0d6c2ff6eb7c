package vn.caunoi.core.petition;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;

/** What is ordered about the national database (NĐ 55/2022/NĐ-CP). By those who work on cases of the unit. */
public sealed interface NationalCommand extends PetitionCommand {

    /** Again when it was refused or has changed since; the same is not sent twice. */
    record SendToNationalDatabase(
            @TargetAggregateIdentifier PetitionId petition, String connector, String batch, Actor by)
            implements NationalCommand {}

    /** @param number given there; null when it was refused, and then {@code refused} says why */
    record TakeNationalAnswer(
            @TargetAggregateIdentifier PetitionId petition,
            @Nullable String number,
            @Nullable String refused,
            @Nullable LocalDate answeredOn,
            Actor by)
            implements NationalCommand {}
}
