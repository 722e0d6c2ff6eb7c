package vn.caunoi.projections.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.ConsequenceEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/** Writes what follows decisions. A petition of which none was drafted, stopped or sued over has no row. */
final class DecisionFilling implements ReadModel.Filling {

    /** What begins a row. */
    private static final Set<Class<?>> BEGIN = Set.of(
            RoundEvent.ResolutionDrafted.class,
            RoundEvent.ResolutionIssued.class,
            CaseEvent.PetitionTerminated.class,
            ConsequenceEvent.ComplainantSued.class);
    /** What may change one. */
    static final Set<Class<?>> WANTED = Set.of(
            RoundEvent.ResolutionDrafted.class,
            RoundEvent.ResolutionIssued.class,
            RoundEvent.PetitionPublished.class,
            CaseEvent.PetitionTerminated.class,
            CaseEvent.PetitionReopened.class,
            CaseEvent.PetitionSentBack.class,
            CaseEvent.PetitionReclassified.class,
            IntakeEvent.PetitionMovedIn.class,
            ConsequenceEvent.class);

    private static final Target DECISION = Target.of(
            "decision",
            "petition",
            "petition state since::timestamptz effective::date due::timestamptz court told::jsonb version::bigint",
            "state since effective due court told version");

    private final Tables tables;
    private final Pending<String, DecisionRow> rows;

    DecisionFilling(Tables tables) {
        this.tables = tables;
        this.rows = new Pending<>(this::load, this::save, tables.remembered());
    }

    @Override
    public void expect(PetitionEvent event) {
        if (isWanted(event)) rows.expect(event.petition().value());
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof PetitionEvent event) || !isWanted(event)) return;
        String petition = event.petition().value();
        DecisionRow row = rows.get(petition);
        if (row == null && !BEGIN.contains(event.getClass())) return;
        if (row == null) row = new DecisionRow(petition);
        if (happened.sequence() <= row.version) return;
        row.take(event, happened.at());
        row.version = happened.sequence();
        rows.put(petition, row);
    }

    private static boolean isWanted(PetitionEvent event) {
        return event instanceof ConsequenceEvent || WANTED.contains(event.getClass());
    }

    @Override
    public void flush() {
        rows.flush();
    }

    private Map<String, DecisionRow> load(Collection<String> petitions) {
        Map<String, DecisionRow> found = new HashMap<>();
        tables.all("select * from views.decision where petition = any(?)", DecisionRow::read, petitions)
                .forEach(row -> found.put(row.petition, row));
        return found;
    }

    private void save(Collection<DecisionRow> begun, Collection<DecisionRow> changed) {
        tables.begin(DECISION, begun, DecisionRow::values);
        tables.change(DECISION, changed, DecisionRow::values);
    }
}
