package vn.caunoi.projections.likeness;

import vn.caunoi.core.reception.VisitEvent.VisitCorrected;
import vn.caunoi.core.reception.VisitEvent.VisitDataErased;
import vn.caunoi.core.reception.VisitEvent.VisitRecorded;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** Writes by what visits are found. Who was erased is found no more, nor is what was said with them. */
final class RepeatFilling implements ReadModel.Filling {
    private final Tables tables;
    private final Traits traits;

    RepeatFilling(Tables tables, Traits traits) {
        this.tables = tables;
        this.traits = traits;
    }

    @Override
    public void take(Happened<?> happened) {
        switch (happened.event()) {
            case VisitRecorded e -> keep(e.visit(), Told.of(e.heard()), happened.sequence());
            case VisitCorrected e -> keep(e.visit(), Told.of(e.heard()), happened.sequence());
            case VisitDataErased e -> keep(e.visit(), Told.NOTHING, happened.sequence());
            default -> {}
        }
    }

    private void keep(VisitId visit, Told told, long sequence) {
        tables.update("""
                insert into views.visit_likeness (visit, keys, version) values (?, ?, ?)
                on conflict (visit) do update set keys = excluded.keys, version = excluded.version
                 where visit_likeness.version < excluded.version""", visit.value(), String.join(" ", traits.of(told)), sequence);
    }

    @Override
    public void flush() {}
}
