package vn.caunoi.core.timekeeping;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.directory.Actor;

/** Orders about the calendar and the limits of the law; by designers and administrators. */
public sealed interface TimekeepingCommand {

    /** There is one calendar and one table, so all changes are one stream. */
    String STREAM = "timekeeping";

    /** Writes down a change, so that what would move can be looked at; nothing is in force by it. Answers its number. */
    record ProposeChange(@TargetAggregateIdentifier String stream, TimeChange change, Actor by)
            implements TimekeepingCommand {

        public ProposeChange(TimeChange change, Actor by) {
            this(STREAM, change, by);
        }
    }

    /** @param after the number of changes in force when whoever confirms looked at it: another one makes it stale */
    record ConfirmChange(@TargetAggregateIdentifier String stream, int change, int after, Actor by)
            implements TimekeepingCommand {

        public ConfirmChange(int change, int after, Actor by) {
            this(STREAM, change, after, by);
        }
    }

    /** Of one that was not confirmed. */
    record WithdrawChange(@TargetAggregateIdentifier String stream, int change, Actor by)
            implements TimekeepingCommand {

        public WithdrawChange(int change, Actor by) {
            this(STREAM, change, by);
        }
    }

    /** A report: all deadlines were counted anew. */
    record EndRecount(@TargetAggregateIdentifier String stream, int change, int moved, int failed)
            implements TimekeepingCommand {

        public EndRecount(int change, int moved, int failed) {
            this(STREAM, change, moved, failed);
        }
    }
}
