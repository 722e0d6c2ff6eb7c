package vn.caunoi.core.petition;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.Actor;

/** Orders about deadlines. The petition counts the days itself, with the calendar it is given. */
public sealed interface DeadlineCommand extends PetitionCommand {
    String stage();

    /** From a diagram's action. A second one for the same stage replaces the first; an imported one stands. */
    record SetDeadline(@TargetAggregateIdentifier PetitionId petition, String stage, Basis basis, DeadlineRule rule)
            implements DeadlineCommand {}

    /** By the head, with a reason, before it is missed. */
    record ExtendDeadline(
            @TargetAggregateIdentifier PetitionId petition, String stage, Limit by, String reason, Actor actor)
            implements DeadlineCommand {}

    /** From the sweeper. Nothing happens unless the deadline is open with that due and not yet so marked. */
    record MarkApproaching(@TargetAggregateIdentifier PetitionId petition, String stage, Instant due)
            implements DeadlineCommand {}

    /** From the sweeper. Nothing happens unless the deadline is open with that due, past, and not yet so marked. */
    record MarkMissed(@TargetAggregateIdentifier PetitionId petition, String stage, Instant due)
            implements DeadlineCommand {}
}
