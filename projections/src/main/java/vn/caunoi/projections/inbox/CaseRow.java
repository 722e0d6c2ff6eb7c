package vn.caunoi.projections.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.casefile.CaseRecord;
import vn.caunoi.projections.casefile.StageRule;

/** What the inbox keeps of a case. The subject of a denunciation is not kept. */
record CaseRow(
        String petition,
        String code,
        @Nullable Kind kind,
        @Nullable String subject,
        Stage stage,
        String unit,
        boolean accepted,
        long version) {

    /** @return null for a case whose receipt is not known */
    static @Nullable CaseRow after(@Nullable CaseRow before, PetitionEvent event, long sequence, CaseRecord record) {
        if (before == null) return event instanceof PetitionReceived e ? received(e, sequence) : null;
        Kind kind = kindAfter(event, before.kind);
        return new CaseRow(
                before.petition,
                before.code,
                kind,
                before.subjectAfter(event, kind, sequence, record),
                StageRule.after(event, before.stage, before.kind, before.accepted),
                event instanceof PetitionAssigned e ? e.unit().value() : before.unit,
                before.acceptedAfter(event),
                before.shownChanges(event) ? sequence : before.version);
    }

    private boolean acceptedAfter(PetitionEvent event) {
        return switch (event) {
            case PetitionAccepted e -> true;
            case PetitionSentBack e -> accepted && !e.undone().contains(Milestone.ACCEPTED);
            case PetitionReopened e -> accepted && !e.undone().contains(Milestone.ACCEPTED);
            case PetitionReclassified e -> accepted && !e.undone().contains(Milestone.ACCEPTED);
            default -> accepted;
        };
    }

    private boolean shownChanges(PetitionEvent event) {
        return kindAfter(event, kind) != kind
                || event instanceof PetitionAssigned
                || acceptedAfter(event) != accepted
                || event instanceof PetitionCorrected
                || isErased(event)
                || StageRule.after(event, stage, kind, accepted) != stage;
    }

    private static CaseRow received(PetitionReceived e, long sequence) {
        String subject = e.kind() == Kind.DENUNCIATION ? null : e.subject().clear();
        return new CaseRow(
                e.petition().value(),
                e.code(),
                e.kind(),
                subject,
                Stage.RECEIPT,
                e.unit().value(),
                false,
                sequence);
    }

    private static @Nullable Kind kindAfter(PetitionEvent event, @Nullable Kind kind) {
        return switch (event) {
            case PetitionClassified e -> e.kind();
            case PetitionReclassified e -> e.after();
            default -> kind;
        };
    }

    private @Nullable String subjectAfter(PetitionEvent event, @Nullable Kind after, long sequence, CaseRecord record) {
        if (after == Kind.DENUNCIATION) return null;
        if (isErased(event)) return subject == null ? null : Sealed.ERASED;
        if (kind == Kind.DENUNCIATION)
            return record.fileAt(event.petition(), sequence).subject();
        if (event instanceof PetitionCorrected e && e.after().subject() != null)
            return e.after().subject().clear();
        return subject;
    }

    private static boolean isErased(PetitionEvent event) {
        return event instanceof PersonalDataErased erased && erased.matter();
    }

    static CaseRow read(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        return new CaseRow(
                row.getString("petition"),
                row.getString("code"),
                kind == null ? null : Kind.valueOf(kind),
                row.getString("subject"),
                Stage.valueOf(row.getString("stage")),
                row.getString("unit"),
                row.getBoolean("accepted"),
                row.getLong("version"));
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {
            petition, code, kind == null ? null : kind.name(), subject, stage.name(), unit, accepted, version
        };
    }
}
