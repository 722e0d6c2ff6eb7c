package vn.caunoi.core.petition;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;

/** Orders and reports about messages to petitioners. */
public sealed interface MessageCommand extends PetitionCommand {

    /** A server took it over. Never refused; what was reported before is not recorded again. */
    record ConfirmMessage(
            @TargetAggregateIdentifier PetitionId petition,
            String message,
            PersonId person,
            Carrier carrier,
            Topic topic)
            implements MessageCommand {}

    /** It cannot be delivered. Never refused; what was reported before is not recorded again. */
    record GiveMessageUp(
            @TargetAggregateIdentifier PetitionId petition,
            String message,
            PersonId person,
            Carrier carrier,
            Topic topic,
            String problem)
            implements MessageCommand {}

    /** Only what failed is sent again; by the desk, an officer or the head of the unit. */
    record SendMessageAgain(@TargetAggregateIdentifier PetitionId petition, String message, Actor by)
            implements MessageCommand {}

    /** @param by null: the petitioner, who showed code and PIN */
    record ChoosePreference(
            @TargetAggregateIdentifier PetitionId petition,
            boolean told,
            Language language,
            @Nullable Actor by) implements MessageCommand {}
}
