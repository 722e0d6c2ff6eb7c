package vn.caunoi.projections.directory;

import static vn.caunoi.projections.Tables.time;

import vn.caunoi.core.directory.ReorganisationEvent;
import vn.caunoi.core.directory.ReorganisationEvent.*;
import vn.caunoi.core.petition.CaseEvent.PetitionTakenOver;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** Each event is written at once. */
record ReorganisationFilling(Tables tables) implements ReadModel.Filling {

    @Override
    public void take(Happened<?> recorded) {
        if (recorded.event() instanceof PetitionTakenOver e) takenOver(e, recorded);
        if (!(recorded.event() instanceof ReorganisationEvent event)) return;
        String id = event.reorganisation().value();
        switch (event) {
            case ReorganisationPlanned e ->
                tables.update(
                        """
                        insert into views.reorganisation (id, title, basis, day, state, changes, planned, by)
                        values (?, ?, ?, ?, 'PLANNED', ?::jsonb, ?, ?) on conflict (id) do nothing""",
                        id,
                        e.title(),
                        e.basis(),
                        e.on(),
                        DirectoryFilling.JSON.writeValueAsString(e.changes()),
                        time(recorded.at()),
                        recorded.by());
            case ReorganisationAltered e ->
                tables.update(
                        """
                        update views.reorganisation set title = ?, basis = ?, day = ?, changes = ?::jsonb, planned = ?,
                            by = ? where id = ?""",
                        e.title(),
                        e.basis(),
                        e.on(),
                        DirectoryFilling.JSON.writeValueAsString(e.changes()),
                        time(recorded.at()),
                        recorded.by(),
                        id);
            case ReorganisationWithdrawn e ->
                tables.update(
                        "update views.reorganisation set state = 'WITHDRAWN', reason = ? where id = ?", e.reason(), id);
            case ReorganisationBegun e ->
                tables.update(
                        "update views.reorganisation set state = 'BEGUN', begun = ? where id = ?",
                        time(recorded.at()),
                        id);
            case ReorganisationCompleted e ->
                tables.update(
                        "update views.reorganisation set state = 'COMPLETED', completed = ?, cases = ? where id = ?",
                        time(recorded.at()),
                        e.cases(),
                        id);
        }
    }

    private void takenOver(PetitionTakenOver e, Happened<?> recorded) {
        tables.update(
                """
                insert into views.taken_over (petition, sequence, reorganisation, from_unit, to_unit, at)
                values (?, ?, ?, ?, ?, ?) on conflict (petition, sequence) do nothing""",
                e.petition().value(),
                recorded.sequence(),
                e.reorganisation() == null ? null : e.reorganisation().value(),
                e.from().value(),
                e.to().value(),
                time(recorded.at()));
    }

    @Override
    public void flush() {}
}
