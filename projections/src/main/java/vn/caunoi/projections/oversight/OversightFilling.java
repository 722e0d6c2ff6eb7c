package vn.caunoi.projections.oversight;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.CaseEvent.PetitionEscalated;
import vn.caunoi.core.petition.CaseEvent.PetitionLinked;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PetitionResumed;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.CaseEvent.PetitionSuspended;
import vn.caunoi.core.petition.Correction;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.RoundEvent.DialogueHeld;
import vn.caunoi.core.petition.RoundEvent.DialogueNotAttended;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;
import vn.caunoi.projections.casefile.CaseRecord;
import vn.caunoi.projections.casefile.StageRule;

/** Writes what supervisors ask for. */
final class OversightFilling implements ReadModel.Filling {
    private static final Target CASE = Target.of(
            "oversight_case",
            "id",
            "id code channel subject kind unit assignee received::timestamptz closed::timestamptz result"
                    + " escalated::timestamptz cause level::integer accepted::boolean stage status due::timestamptz"
                    + " version::bigint limits::jsonb raised urged::timestamptz urgings::jsonb unnoticed::timestamptz former"
                    + " handed::timestamptz answered::timestamptz category place contested brought people::integer"
                    + " points::integer complex::boolean",
            "kind unit assignee subject stage status accepted received closed result due level escalated cause limits"
                    + " raised urged urgings unnoticed former handed answered category place contested people points"
                    + " complex version");
    private static final Target FACT = Target.of(
            "oversight_fact",
            "petition sequence",
            "petition sequence::bigint what at::timestamptz unit officer result",
            "");

    private static final Target HOLDER = Target.of(
            "oversight_holder", "petition sequence", "petition sequence::bigint since::timestamptz unit officer", "");

    private final Tables tables;
    private final CaseRecord record;
    private final Pending<PetitionId, OversightRow> rows;
    private final List<@Nullable Object[]> facts = new ArrayList<>();
    private final List<@Nullable Object[]> holders = new ArrayList<>();

    OversightFilling(Tables tables, CaseRecord record) {
        this.tables = tables;
        this.record = record;
        this.rows = new Pending<>(this::load, this::save, tables.remembered());
    }

    @Override
    public void expect(PetitionEvent event) {
        rows.expect(event.petition());
    }

    @Override
    public void expectNew(PetitionEvent event) {
        if (event instanceof PetitionReceived) rows.expectNew(event.petition());
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof PetitionEvent event)) return;
        OversightRow row = rows.get(event.petition());
        if (row == null) {
            if (!(event instanceof PetitionReceived e)) return;
            row = new OversightRow(e);
            holder(row, Instant.MIN, happened);
        } else if (happened.sequence() <= row.version) {
            return;
        }
        // of what touches sealed text a later reader cannot tell whether it changed anything
        boolean changes = event instanceof IntakeEvent || event instanceof CaseEvent;
        List<@Nullable Object> before = row.shown();
        UnitId unit = row.unit;
        OfficerId assignee = row.assignee;
        fold(row, event, happened);
        if (!row.unit.equals(unit) || !Objects.equals(row.assignee, assignee)) holder(row, happened.at(), happened);
        if (!changes && row.shown().equals(before)) return;
        row.version = happened.sequence();
        rows.put(event.petition(), row);
    }

    private void fold(OversightRow row, PetitionEvent event, Happened<?> h) {
        Stage stage = StageRule.after(event, row.stage, row.kind, row.accepted);
        if (row.answered == null) answered(row, event, h);
        switch (event) {
            case PetitionClassified e -> {
                kind(row, e.kind(), h.sequence());
                if (e.category() != null) row.category = e.category();
            }
            case PetitionReclassified e -> {
                kind(row, e.after(), h.sequence());
                undo(row, e.undone());
            }
            case PetitionAccepted e -> {
                row.accepted = true;
                row.complex = e.complex();
            }
            case PetitionAssigned e -> {
                row.unit = e.unit();
                row.assignee = e.officer();
            }
            case CaseEvent.PetitionTakenOver e -> {
                row.former = e.from();
                row.handed = h.at();
            }
            case PetitionCorrected e -> corrected(row, e.after());
            case PersonalDataErased e -> {
                if (e.matter() && row.subject != null) row.subject = Sealed.ERASED;
            }
            case PetitionLinked e when e.relation() == Relation.MERGED_INTO -> fact(row, "MERGED", h.at(), h);
            case PetitionEscalated e -> escalated(row, e, h);
            case CaseEvent.PetitionUrged e -> row.urged.put(e.urging(), DueDate.endOf(e.replyBy()));
            case CaseEvent.UrgingAnswered e -> row.urged.remove(e.urging());
            case PetitionSuspended e -> row.status = Status.SUSPENDED;
            case PetitionResumed e -> row.status = Status.OPEN;
            case PetitionClosed e -> closed(row, e, h);
            case PetitionSentBack e -> undo(row, e.undone());
            case PetitionReopened e -> {
                undo(row, e.undone());
                row.status = Status.OPEN;
                row.closed = null;
                fact(row, "REOPENED", h.at(), h);
            }
            case DialogueHeld e -> fact(row, "DIALOGUE_HELD", h.at(), h);
            case DialogueNotAttended e -> fact(row, "DIALOGUE_MISSED", h.at(), h);
            case DeadlineEvent e -> row.limits = Limit.after(row.limits, e, h.at());
            default -> {}
        }
        row.stage = stage;
    }

    private static void undo(OversightRow row, Set<Milestone> undone) {
        if (!undone.contains(Milestone.ACCEPTED)) return;
        row.accepted = false;
        row.complex = false;
    }

    /** What was a denunciation was kept without its subject, so that is told anew from the record. */
    private void kind(OversightRow row, Kind kind, long sequence) {
        if (row.kind == Kind.DENUNCIATION && kind != Kind.DENUNCIATION) {
            row.subject = record.fileAt(row.id, sequence).subject();
        }
        row.kind = kind;
    }

    private static void corrected(OversightRow row, Correction to) {
        if (to.subject() != null) row.subject = to.subject().clear();
        if (to.receivedAt() != null) row.received = to.receivedAt();
        if (to.category() != null) row.category = to.category();
        if (to.place() != null) row.place = to.place();
        if (to.about() != null) row.contested = to.about().number();
        if (to.points() != null) row.points = to.points().size();
        if (to.petitioners() != null) row.people = OversightRow.many(to.petitioners());
    }

    private void escalated(OversightRow row, PetitionEscalated e, Happened<?> h) {
        row.level = Math.max(row.level, e.level());
        row.escalated = h.at();
        row.cause = e.cause();
        row.raised = e.unit();
        row.limits = Limit.noticed(row.limits, e.stage(), h.at());
        fact(row, "ESCALATED", h.at(), h);
    }

    private void closed(OversightRow row, PetitionClosed e, Happened<?> h) {
        Instant on = Objects.requireNonNullElse(e.occurred(), h.at());
        row.status = Status.CLOSED;
        row.closed = on;
        boolean again = row.result != null;
        if (!again) row.result = Result.of(e, row.limits);
        fact(row, again ? "CLOSED_AGAIN" : "CLOSED", on, h);
    }

    private void answered(OversightRow row, PetitionEvent event, Happened<?> h) {
        row.answered = FirstAnswer.given(event, row.kind, h.at());
        if (row.answered != null) fact(row, "ANSWERED", row.answered, h);
    }

    private void fact(OversightRow row, String what, Instant at, Happened<?> h) {
        facts.add(new @Nullable Object[] {
            row.id.value(),
            h.sequence(),
            what,
            time(at),
            row.unit.value(),
            row.assignee == null ? null : row.assignee.value(),
            row.result == null ? null : row.result.name()
        });
    }

    private void holder(OversightRow row, Instant since, Happened<?> h) {
        holders.add(new @Nullable Object[] {
            row.id.value(),
            h.sequence(),
            time(since),
            row.unit.value(),
            row.assignee == null ? null : row.assignee.value()
        });
    }

    @Override
    public void flush() {
        rows.flush();
        tables.save(FACT, facts, fact -> fact);
        facts.clear();
        tables.save(HOLDER, holders, holder -> holder);
        holders.clear();
    }

    private Map<PetitionId, OversightRow> load(Collection<PetitionId> ids) {
        List<String> keys = ids.stream().map(PetitionId::value).toList();
        return tables.all("select * from views.oversight_case where id = any(?)", OversightRow::read, keys).stream()
                .collect(Collectors.toMap(row -> row.id, Function.identity()));
    }

    private void save(Collection<OversightRow> begun, Collection<OversightRow> changed) {
        tables.begin(CASE, begun, OversightRow::values);
        tables.change(CASE, changed, OversightRow::values);
    }
}
