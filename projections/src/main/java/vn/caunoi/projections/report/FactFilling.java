package vn.caunoi.projections.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.AnswerEvent;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.ConsequenceEvent;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/** Writes what reports count. Most of what happens to a petition changes nothing here. */
final class FactFilling implements ReadModel.Filling {
    private static final Target CASE = Target.of(
            "report_case",
            "id",
            "id kind category unit remote::boolean version::bigint",
            "kind category unit remote version");
    private static final Target FACT = Target.of(
            "report_fact",
            "petition no",
            "petition no::integer what detail day::date ends::date kind category unit stands::boolean",
            "what detail day ends kind category unit stands");

    private final Tables tables;
    private final Pending<String, CaseFacts> cases;

    FactFilling(Tables tables) {
        this.tables = tables;
        this.cases = new Pending<>(this::load, this::save, tables.remembered());
    }

    @Override
    public void expect(PetitionEvent event) {
        if (mayCount(event)) cases.expect(event.petition().value());
    }

    @Override
    public void expectNew(PetitionEvent event) {
        if (event instanceof PetitionReceived e) cases.expectNew(e.petition().value());
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof PetitionEvent event) || !mayCount(event)) return;
        String id = event.petition().value();
        CaseFacts facts = cases.get(id);
        if (facts == null) {
            if (event instanceof PetitionReceived e) put(id, new CaseFacts(e), happened.sequence());
            return;
        }
        if (happened.sequence() <= facts.version) return;
        List<@Nullable Object> before = facts.state();
        new FactFold(facts, happened.at()).take(event);
        if (!facts.state().equals(before)) put(id, facts, happened.sequence());
    }

    private void put(String id, CaseFacts facts, long sequence) {
        facts.version = sequence;
        cases.put(id, facts);
    }

    private static boolean mayCount(PetitionEvent event) {
        return event instanceof IntakeEvent
                || event instanceof RoundEvent
                || event instanceof AnswerEvent
                || event instanceof DenunciationEvent
                || event instanceof CaseEvent
                || event instanceof ConsequenceEvent
                || event instanceof DeadlineMet;
    }

    @Override
    public void flush() {
        cases.flush();
    }

    private Map<String, CaseFacts> load(Collection<String> ids) {
        Map<String, CaseFacts> found = new HashMap<>();
        tables.all("select * from views.report_case where id = any(?)", CaseFacts::read, ids)
                .forEach(facts -> found.put(facts.id, facts));
        if (found.isEmpty()) return found;
        tables.all(
                "select * from views.report_fact where petition = any(?) order by petition, no",
                (row, n) -> {
                    String petition = row.getString("petition");
                    CaseFacts of = found.get(petition);
                    if (of != null) of.known(FactRow.read(row));
                    return petition;
                },
                found.keySet());
        return found;
    }

    private void save(Collection<CaseFacts> begun, Collection<CaseFacts> changed) {
        tables.begin(CASE, begun, CaseFacts::values);
        tables.change(CASE, changed, CaseFacts::values);
        saveFacts(begun);
        saveFacts(changed);
    }

    private void saveFacts(Collection<CaseFacts> of) {
        List<@Nullable Object[]> rows = of.stream()
                .flatMap(facts -> facts.changed().map(fact -> fact.values(facts.id)))
                .toList();
        tables.save(FACT, rows, row -> row);
        of.forEach(CaseFacts::written);
    }
}
