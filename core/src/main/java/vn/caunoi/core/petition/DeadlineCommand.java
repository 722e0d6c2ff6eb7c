package vn.caunoi.core.petition;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.ladder.Ladder;

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

    /**
     * After the calendar or the table changed: the open deadline is counted anew with it. Nothing happens when it does not
     * move, is imported, or passed already. Answers whether it moved.
     *
     * @param rule the row it is to run by from now on; null: the one it runs by
     * @param missedToo also one that passed, if with the change it lies ahead again
     * @param cause {@code calendar-changed} or {@code rule-changed}
     */
    record Recount(
            @TargetAggregateIdentifier PetitionId petition,
            String stage,
            WorkingCalendar calendar,
            @Nullable DeadlineRule rule,
            boolean missedToo,
            String cause,
            String reason)
            implements DeadlineCommand {}

    /**
     * From the sweeper. Records what is to be told of a deadline by now, each once: that it approaches or was missed, that
     * nobody took the case, and who has to know. Nothing happens unless it is open with that due moment. The answer is when
     * to look again, or null for never.
     *
     * @param ahead whether it was to be looked at while it lay ahead: that it approached is told even when that is past
     */
    record LookAfter(
            @TargetAggregateIdentifier PetitionId petition,
            String stage,
            Instant due,
            boolean ahead,
            Ladder ladder,
            Superiors superiors)
            implements DeadlineCommand {}
}
