package vn.caunoi.core.reception;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;

/** All that can happen to a reception day. One stream per day and leader. */
public sealed interface SittingEvent {

    SittingId sitting();

    /** @param wanted the day of the rota; {@code day} the day it falls on, which is worked
     * @param unscheduled why it is outside of the rota */
    @StoredAs("reception.sitting-planned")
    record SittingPlanned(
            SittingId sitting,
            UnitId unit,
            OfficerId leader,
            Office office,
            LocalDate wanted,
            LocalDate day,
            LocalTime from,
            LocalTime to,
            String room,
            boolean online,
            @Nullable UnscheduledGround unscheduled)
            implements SittingEvent {}

    @StoredAs("reception.sitting-moved")
    record SittingMoved(SittingId sitting, LocalDate wanted, LocalDate day, String reason) implements SittingEvent {}

    /** The leader received in person. */
    @StoredAs("reception.sitting-held")
    record SittingHeld(SittingId sitting, boolean online) implements SittingEvent {}

    /** Somebody else received; the law has no such thing since Law 136/2025, so it is counted apart. */
    @StoredAs("reception.sitting-delegated")
    record SittingDelegated(SittingId sitting, OfficerId delegate, String reason, boolean online)
            implements SittingEvent {}

    @StoredAs("reception.sitting-missed")
    record SittingMissed(SittingId sitting, String reason) implements SittingEvent {}

    @StoredAs("reception.sitting-cancelled")
    record SittingCancelled(SittingId sitting, String reason) implements SittingEvent {}
}
