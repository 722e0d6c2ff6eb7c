package vn.caunoi.core.timekeeping;

import vn.caunoi.core.ledger.StoredAs;

/** What happened to the calendar and the limits of the law. */
public sealed interface TimekeepingEvent {

    /** Number of the change. */
    int number();

    @StoredAs("timekeeping.change-proposed")
    record ChangeProposed(TimeChange change) implements TimekeepingEvent {
        @Override
        public int number() {
            return change.number();
        }
    }

    @StoredAs("timekeeping.change-withdrawn")
    record ChangeWithdrawn(int number) implements TimekeepingEvent {}

    /** In force from here on. */
    @StoredAs("timekeeping.change-confirmed")
    record ChangeConfirmed(TimeChange change) implements TimekeepingEvent {
        @Override
        public int number() {
            return change.number();
        }
    }

    /**
     * Every deadline that the change concerns was counted anew.
     *
     * @param failed deadlines that could not be; each is told in the log
     */
    @StoredAs("timekeeping.deadlines-recounted")
    record DeadlinesRecounted(int number, int moved, int failed) implements TimekeepingEvent {}
}
