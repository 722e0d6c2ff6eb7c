package vn.caunoi.projections.rota;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.reception.SittingEvent;
import vn.caunoi.core.reception.SittingEvent.*;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.rota.Rota.State;

/** Writes the rota: few rows, each written at once. */
final class RotaFilling implements ReadModel.Filling {
    private final Tables tables;

    RotaFilling(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof SittingEvent event)) return;
        switch (event) {
            case SittingPlanned e -> planned(e, happened.sequence());
            case SittingMoved e ->
                tables.update(
                        "update views.sitting set wanted = ?, day = ?, reason = ?, version = ?"
                                + " where sitting = ? and version < ?",
                        e.wanted(),
                        e.day(),
                        e.reason(),
                        happened.sequence(),
                        e.sitting().value(),
                        happened.sequence());
            case SittingHeld e -> became(State.HELD, e, null, null, e.online(), happened);
            case SittingDelegated e ->
                became(State.DELEGATED, e, e.delegate().value(), e.reason(), e.online(), happened);
            case SittingMissed e -> became(State.MISSED, e, null, e.reason(), null, happened);
            case SittingCancelled e -> became(State.CANCELLED, e, null, e.reason(), null, happened);
        }
    }

    private void planned(SittingPlanned e, long sequence) {
        tables.update(
                """
                insert into views.sitting (sitting, unit, leader, office, wanted, day, begins, ends, room, online,
                    unscheduled, state, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?)
                on conflict (sitting) do nothing""",
                e.sitting().value(),
                e.unit().value(),
                e.leader().value(),
                e.office().name(),
                e.wanted(),
                e.day(),
                e.from(),
                e.to(),
                e.room(),
                e.online(),
                e.unscheduled() == null ? null : e.unscheduled().name(),
                sequence);
    }

    private void became(
            State state,
            SittingEvent e,
            @Nullable String delegate,
            @Nullable String reason,
            @Nullable Boolean online,
            Happened<?> happened) {
        tables.update(
                "update views.sitting set state = ?, delegate = ?, reason = ?, online = coalesce(?, online), version = ?"
                        + " where sitting = ? and version < ?",
                state.name(),
                delegate,
                reason,
                online,
                happened.sequence(),
                e.sitting().value(),
                happened.sequence());
    }

    @Override
    public void flush() {}
}
