package vn.caunoi.projections.dossier;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.dossier.DossierEvent;
import vn.caunoi.core.dossier.DossierEvent.*;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** Closings are written together, what happens to papers at once, for it is rare. */
final class DossierFilling implements ReadModel.Filling {

    /** @param ground null: it is open again */
    private record Case(
            String petition,
            long version,
            @Nullable String ground,
            @Nullable LocalDate closedOn) {}

    private static final String CLOSED = """
            insert into views.dossier_case (petition, version, ground, closed_on)
            select * from unnest(?::text[], ?::bigint[], ?::text[], ?::date[])
            on conflict (petition) do update
               set version = excluded.version, ground = excluded.ground, closed_on = excluded.closed_on
             where dossier_case.version < excluded.version""";

    private final Tables tables;
    private final Map<String, Case> cases = new LinkedHashMap<>();

    DossierFilling(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void take(Happened<?> recorded) {
        switch (recorded.event()) {
            case PetitionClosed e -> {
                Instant on = Objects.requireNonNullElse(e.occurred(), recorded.at());
                put(new Case(
                        e.petition().value(), recorded.sequence(), e.ground().name(), DueDate.dayOf(on)));
            }
            case PetitionReopened e -> put(new Case(e.petition().value(), recorded.sequence(), null, null));
            case PersonalDataErased e
            when e.matter() ->
                tables.update(
                        "update views.dossier_papers set lent_to = ? where petition = ? and lent_to is not null",
                        Sealed.ERASED,
                        e.petition().value());
            case DossierEvent e -> papers(e, recorded);
            default -> {}
        }
    }

    private void put(Case one) {
        cases.put(one.petition(), one);
    }

    private void papers(DossierEvent event, Happened<?> recorded) {
        String id = event.petition().value();
        tables.update(
                "insert into views.dossier_papers (petition, version, for_good) values (?, -1, false) on conflict do nothing",
                id);
        switch (event) {
            case DossierPlaced e -> change(recorded, id, "place = ?", e.place());
            case DossierLent e ->
                change(
                        recorded,
                        id,
                        "lent_to = ?, lent_since = ?, back_by = ?",
                        e.to().clear(),
                        time(recorded.at()),
                        e.backBy());
            case DossierReturned e ->
                change(
                        recorded,
                        id,
                        "place = coalesce(?, place), lent_to = null, lent_since = null, back_by = null",
                        e.place());
            case DossierKeptForGood e -> change(recorded, id, "for_good = true");
            case DossierDecided e ->
                change(
                        recorded,
                        id,
                        "fate = ?, number = ?, decided_on = ?, kept_until = ?",
                        e.fate().name(),
                        e.number(),
                        e.decidedOn(),
                        e.keptUntil());
        }
    }

    private void change(Happened<?> recorded, String id, String set, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object value : values) all.add(value);
        all.add(recorded.sequence());
        all.add(id);
        all.add(recorded.sequence());
        tables.update(
                "update views.dossier_papers set " + set + ", version = ? where petition = ? and version < ?",
                all.toArray());
    }

    @Override
    public void flush() {
        if (cases.isEmpty()) return;
        List<Case> all = List.copyOf(cases.values());
        cases.clear();
        tables.update(
                CLOSED,
                all.stream().map(Case::petition).toArray(String[]::new),
                all.stream().map(one -> Long.toString(one.version())).toArray(String[]::new),
                all.stream().map(Case::ground).toArray(String[]::new),
                all.stream()
                        .map(one ->
                                one.closedOn() == null ? null : one.closedOn().toString())
                        .toArray(String[]::new));
    }
}
