package vn.caunoi.projections.national;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.NationalEvent;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/** Writes how petitions stand with the national database. One that was never sent has no row. */
final class NationalFilling implements ReadModel.Filling {
    private static final Target NATIONAL = Target.of(
            "national",
            "petition",
            "petition state number reason connector batch since::timestamptz version::bigint",
            "state number reason connector batch since version");

    private final Tables tables;
    private final Pending<String, NationalRow> rows;

    NationalFilling(Tables tables) {
        this.tables = tables;
        this.rows = new Pending<>(this::load, this::save, tables.remembered());
    }

    @Override
    public void expect(PetitionEvent event) {
        if (event instanceof NationalEvent || event instanceof PersonalDataErased)
            rows.expect(event.petition().value());
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof PetitionEvent event)) return;
        String petition = event.petition().value();
        if (event instanceof PersonalDataErased erased) erase(petition, erased, happened);
        if (!(event instanceof NationalEvent fact)) return;
        NationalRow row = rows.get(petition);
        if (row == null) row = new NationalRow(petition);
        if (happened.sequence() <= row.version) return;
        row.take(fact, happened.at());
        row.version = happened.sequence();
        rows.put(petition, row);
    }

    /** Why it was refused may have told of people. */
    private void erase(String petition, PersonalDataErased erased, Happened<?> happened) {
        NationalRow row = rows.get(petition);
        if (row == null || !erased.matter() || happened.sequence() <= row.version) return;
        if (row.reason != null) row.reason = Sealed.ERASED;
        row.version = happened.sequence();
        rows.put(petition, row);
    }

    @Override
    public void flush() {
        rows.flush();
    }

    private Map<String, NationalRow> load(Collection<String> petitions) {
        Map<String, NationalRow> found = new HashMap<>();
        tables.all("select * from views.national where petition = any(?)", NationalRow::read, petitions)
                .forEach(row -> found.put(row.petition, row));
        return found;
    }

    private void save(Collection<NationalRow> begun, Collection<NationalRow> changed) {
        tables.begin(NATIONAL, begun, NationalRow::values);
        tables.change(NATIONAL, changed, NationalRow::values);
    }
}
