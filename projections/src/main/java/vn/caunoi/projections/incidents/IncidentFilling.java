package vn.caunoi.projections.incidents;

import static vn.caunoi.projections.Tables.time;

import java.util.Map;
import java.util.TreeMap;
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;
import vn.caunoi.core.petition.FlowEvent.IncidentRetried;
import vn.caunoi.core.petition.FlowEvent.IncidentSkipped;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseRecord;

/**
 * Writes the incidents. They are rare: each is written at once, and what is shown of its case is told from the record.
 * A settled one stays as a row, so that it does not come back.
 */
final class IncidentFilling implements ReadModel.Filling {
    private final Tables tables;
    private final CaseRecord record;
    private final Map<String, String> units = new TreeMap<>();

    IncidentFilling(Tables tables, CaseRecord record) {
        this.tables = tables;
        this.record = record;
    }

    @Override
    public void take(Happened<?> recorded) {
        if (!(recorded.event() instanceof PetitionEvent event)) return;
        switch (event) {
            case PetitionAssigned e -> units.put(e.petition().value(), e.unit().value());
            case IncidentOpened e -> opened(e, recorded);
            case IncidentRetried e -> settled(e.petition(), e.incident());
            case IncidentSkipped e -> settled(e.petition(), e.incident());
            default -> {}
        }
    }

    private void opened(IncidentOpened e, Happened<?> recorded) {
        CaseFile file = record.fileAt(e.petition(), recorded.sequence());
        tables.update(
                """
                insert into views.incident (petition, incident, sequence, event, process, activity, cause, since, code,
                    unit, settled)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)
                on conflict (petition, incident) do nothing""",
                e.petition().value(),
                e.incident(),
                e.sequence(),
                e.event(),
                e.process(),
                e.activity(),
                e.cause(),
                time(recorded.at()),
                file.code(),
                file.unit().value());
    }

    private void settled(PetitionId petition, int incident) {
        tables.update(
                "update views.incident set settled = true where petition = ? and incident = ?",
                petition.value(),
                incident);
    }

    @Override
    public void flush() {
        if (units.isEmpty()) return;
        tables.update("""
                update views.incident i set unit = now.unit
                  from unnest(?::text[], ?::text[]) as now(petition, unit)
                 where i.petition = now.petition and i.unit <> now.unit""", units.keySet().toArray(String[]::new), units.values().toArray(String[]::new));
        units.clear();
    }
}
