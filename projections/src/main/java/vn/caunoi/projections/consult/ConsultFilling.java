package vn.caunoi.projections.consult;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.caunoi.core.petition.ConsultEvent;
import vn.caunoi.core.petition.ConsultEvent.ConsultAsked;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/** Writes where consults stand. A case without any costs nothing here. */
final class ConsultFilling implements ReadModel.Filling {
    private static final Target CONSULT = Target.of(
            "consult",
            "id",
            "id petition asking officer unit state asked::timestamptz due::timestamptz near::boolean missed::boolean"
                    + " level::integer link::integer until::timestamptz mailed::boolean mail version::bigint",
            "state near missed level link until mailed mail version");

    private final Tables tables;
    private final Pending<String, ConsultRow> consults;

    ConsultFilling(Tables tables) {
        this.tables = tables;
        this.consults = new Pending<>(this::load, this::save, tables.remembered());
    }

    @Override
    public void expect(PetitionEvent event) {
        if (event instanceof ConsultEvent one) consults.expect(one.consult().value());
    }

    @Override
    public void expectNew(PetitionEvent event) {
        if (event instanceof ConsultAsked e) consults.expectNew(e.consult().value());
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof ConsultEvent event)) return;
        String id = event.consult().value();
        ConsultRow row = consults.get(id);
        if (row == null) {
            if (!(event instanceof ConsultAsked begun)) return;
            row = new ConsultRow(begun, happened.at());
        } else if (happened.sequence() <= row.version) {
            return;
        }
        row.take(event);
        row.version = happened.sequence();
        consults.put(id, row);
    }

    @Override
    public void flush() {
        consults.flush();
    }

    private Map<String, ConsultRow> load(Collection<String> ids) {
        Map<String, ConsultRow> found = new HashMap<>();
        tables.all("select * from views.consult where id = any(?)", ConsultRow::read, ids)
                .forEach(row -> found.put(row.id, row));
        return found;
    }

    private void save(Collection<ConsultRow> begun, Collection<ConsultRow> changed) {
        tables.begin(CONSULT, begun, ConsultRow::values);
        tables.change(CONSULT, changed, ConsultRow::values);
    }
}
