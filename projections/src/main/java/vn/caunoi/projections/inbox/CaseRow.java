package vn.caunoi.projections.inbox;

import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.CaseEvent.PetitionUrged;
import vn.caunoi.core.petition.CaseEvent.UrgingAnswered;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseRecord;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.casefile.StageRule;

/**
 * What a task list shows of a case, and what its stage follows from. The subject of a denunciation is not shown.
 *
 * @param urged days by which urging letters are to be answered, by their numbers
 * @param version sequence of the event it follows from
 */
record CaseRow(
        String petition,
        String code,
        @Nullable Kind kind,
        @Nullable String subject,
        Stage stage,
        boolean accepted,
        SortedMap<Integer, LocalDate> urged,
        long version) {

    /** @param file the case as it was told from the record */
    static CaseRow of(CaseFile file) {
        String subject = file.kind() == Kind.DENUNCIATION ? null : file.subject();
        return new CaseRow(
                file.id().value(),
                file.code(),
                file.kind(),
                subject,
                file.stage(),
                file.acceptance() != null,
                file.urgings().stream()
                        .filter(Part.Urging::isOpen)
                        .collect(Collectors.toMap(
                                Part.Urging::no, Part.Urging::replyBy, (one, same) -> one, TreeMap::new)),
                file.version());
    }

    boolean showsTheSame(CaseRow other) {
        return kind == other.kind
                && stage == other.stage
                && Objects.equals(answerBy(), other.answerBy())
                && Objects.equals(subject, other.subject);
    }

    /** The first day by which an urging letter is to be answered; null when none is. */
    @Nullable LocalDate answerBy() {
        return urged.values().stream().min(LocalDate::compareTo).orElse(null);
    }

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
                before.acceptedAfter(event),
                before.urgedAfter(event),
                sequence);
    }

    private SortedMap<Integer, LocalDate> urgedAfter(PetitionEvent event) {
        SortedMap<Integer, LocalDate> after = new TreeMap<>(urged);
        if (event instanceof PetitionUrged e) after.put(e.urging(), e.replyBy());
        else if (event instanceof UrgingAnswered e) after.remove(e.urging());
        else return urged;
        return after;
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

    private static CaseRow received(PetitionReceived e, long sequence) {
        String subject = e.kind() == Kind.DENUNCIATION ? null : e.subject().clear();
        return new CaseRow(
                e.petition().value(), e.code(), e.kind(), subject, Stage.RECEIPT, false, new TreeMap<>(), sequence);
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
}
