package vn.caunoi.projections.letter;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.caunoi.core.petition.LetterEvent;
import vn.caunoi.core.petition.LetterEvent.LetterDrafted;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/** Writes where letters stand. A case without letters costs nothing here. */
final class LetterFilling implements ReadModel.Filling {
    private static final Target LETTER = Target.of(
            "letter",
            "id",
            "id petition unit template state since::timestamptz year::integer serial::integer number issued::date sent::date"
                    + " delivered::date version::bigint",
            "state since year serial number issued sent delivered version");

    private final Tables tables;
    private final Pending<String, LetterRow> letters;

    LetterFilling(Tables tables) {
        this.tables = tables;
        this.letters = new Pending<>(this::load, this::save, tables.remembered());
    }

    @Override
    public void expect(PetitionEvent event) {
        if (event instanceof LetterEvent letter) letters.expect(letter.letter().value());
    }

    @Override
    public void expectNew(PetitionEvent event) {
        if (event instanceof LetterDrafted e && e.draft() == 1)
            letters.expectNew(e.letter().value());
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof LetterEvent event)) return;
        String id = event.letter().value();
        LetterRow row = letters.get(id);
        if (row == null) {
            if (!(event instanceof LetterDrafted begun)) return;
            row = new LetterRow(begun, happened.at());
        } else if (happened.sequence() <= row.version) {
            return;
        }
        row.take(event, happened.at());
        row.version = happened.sequence();
        letters.put(id, row);
    }

    @Override
    public void flush() {
        letters.flush();
    }

    private Map<String, LetterRow> load(Collection<String> ids) {
        Map<String, LetterRow> found = new HashMap<>();
        tables.all("select * from views.letter where id = any(?)", LetterRow::read, ids)
                .forEach(row -> found.put(row.id, row));
        return found;
    }

    private void save(Collection<LetterRow> begun, Collection<LetterRow> changed) {
        tables.begin(LETTER, begun, LetterRow::values);
        tables.change(LETTER, changed, LetterRow::values);
    }
}
