package vn.caunoi.projections.direction;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.caunoi.core.petition.DirectionEvent;
import vn.caunoi.core.petition.DirectionEvent.DirectionGiven;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/** Writes where directions stand. A case without any costs nothing here. */
final class DirectionFilling implements ReadModel.Filling {
    private static final Target DIRECTION = Target.of(
            "direction",
            "id",
            "id petition no::integer giver given::timestamptz unit officer due::timestamptz state ended::timestamptz"
                    + " version::bigint",
            "state ended version");

    private final Tables tables;
    private final Pending<String, DirectionRow> directions;

    DirectionFilling(Tables tables) {
        this.tables = tables;
        this.directions = new Pending<>(this::load, this::save, tables.remembered());
    }

    @Override
    public void expect(PetitionEvent event) {
        if (event instanceof DirectionEvent one) directions.expect(DirectionRow.id(one));
    }

    @Override
    public void expectNew(PetitionEvent event) {
        if (event instanceof DirectionGiven one) directions.expectNew(DirectionRow.id(one));
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof DirectionEvent event)) return;
        String id = DirectionRow.id(event);
        DirectionRow row = directions.get(id);
        if (row == null) {
            if (!(event instanceof DirectionGiven begun)) return;
            row = new DirectionRow(begun, happened.at());
        } else if (happened.sequence() <= row.version) {
            return;
        }
        row.take(event, happened.at());
        row.version = happened.sequence();
        directions.put(id, row);
    }

    @Override
    public void flush() {
        directions.flush();
    }

    private Map<String, DirectionRow> load(Collection<String> ids) {
        Map<String, DirectionRow> found = new HashMap<>();
        tables.all("select * from views.direction where id = any(?)", DirectionRow::read, ids)
                .forEach(row -> found.put(row.id, row));
        return found;
    }

    private void save(Collection<DirectionRow> begun, Collection<DirectionRow> changed) {
        tables.begin(DIRECTION, begun, DirectionRow::values);
        tables.change(DIRECTION, changed, DirectionRow::values);
    }
}
