package vn.caunoi.projections.inbox;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.CaseEvent.PetitionEscalated;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.core.petition.TaskEvent.TaskCarriedOver;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.casefile.CaseRecord;

/**
 * What open tasks show of their cases. It stands in the rows of the tasks; here are the cases that something happened to
 * lately, and any other is told from the record when it is needed.
 */
final class ShownCases {
    private final Tables tables;
    private final CaseRecord record;
    private final Map<PetitionId, CaseRow> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<PetitionId, CaseRow> before = new LinkedHashMap<>();

    ShownCases(Tables tables, CaseRecord record) {
        this.tables = tables;
        this.record = record;
    }

    void take(PetitionEvent event, long sequence) {
        PetitionId id = event.petition();
        CaseRow row = known.get(id);
        if (row != null && sequence <= row.version()) return;
        if (row == null && sequence > 0) {
            if (!mayChange(event)) return;
            row = CaseRow.of(record.fileAt(id, sequence - 1));
        }
        CaseRow after = CaseRow.after(row, event, sequence, record);
        if (after == null) return;
        if (row != null) before.putIfAbsent(id, row);
        known.put(id, after);
    }

    /** Whether it can change what is shown, or needs it. */
    private static boolean mayChange(PetitionEvent event) {
        return event instanceof IntakeEvent
                || event instanceof CaseEvent && !(event instanceof PetitionEscalated)
                || event instanceof RoundEvent
                || event instanceof TaskCarriedOver
                || event instanceof TaskOpened;
    }

    /** The case of a task that was opened in this batch, as the last event of the batch leaves it. */
    CaseRow of(PetitionId id) {
        return Objects.requireNonNull(known.get(id), () -> "no record of " + id);
    }

    /** Open tasks get what has changed; those opened just now have it already. */
    void flush() {
        if (!tables.firstFilled()) saveChanged();
        before.clear();
        Iterator<PetitionId> oldest = known.keySet().iterator();
        while (known.size() > tables.remembered()) {
            oldest.next();
            oldest.remove();
        }
    }

    private void saveChanged() {
        List<CaseRow> changed = new ArrayList<>();
        before.forEach((id, was) -> {
            CaseRow now = known.get(id);
            if (now != null && !was.showsTheSame(now)) changed.add(now);
        });
        if (changed.isEmpty()) return;
        tables.update(
                """
                update views.task t set kind = c.kind, subject = c.subject, case_stage = c.stage, urged = c.urged
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[])
                    as c(petition, kind, subject, stage, urged)
                 where t.petition = c.petition
                   and (t.kind, t.subject, t.case_stage, t.urged)
                     is distinct from (c.kind, c.subject, c.stage, c.urged)""",
                column(changed, CaseRow::petition),
                column(changed, row -> row.kind() == null ? null : row.kind().name()),
                column(changed, CaseRow::subject),
                column(changed, row -> row.stage().name()),
                column(changed, row -> row.answerBy() == null ? null : String.valueOf(row.answerBy())));
    }

    private static @Nullable String[] column(List<CaseRow> rows, Function<CaseRow, @Nullable String> value) {
        @Nullable String[] column = new @Nullable String[rows.size()];
        for (int n = 0; n < column.length; n++) column[n] = value.apply(rows.get(n));
        return column;
    }
}
