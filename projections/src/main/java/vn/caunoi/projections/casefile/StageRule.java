package vn.caunoi.projections.casefile;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.AnswerEvent.AnswerUnsuitable;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.RoundEvent.DialogueHeld;
import vn.caunoi.core.petition.RoundEvent.DialogueNotAttended;
import vn.caunoi.core.petition.RoundEvent.PetitionVerified;
import vn.caunoi.core.petition.RoundEvent.ResolutionIssued;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.TaskEvent.TaskCarriedOver;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;

/** Where a petition stands for people after an event. A task that has a stage of its own has the last word. */
public final class StageRule {
    private StageRule() {}

    /**
     * @param kind before the event
     * @param accepted whether it was accepted before the event
     */
    public static Stage after(PetitionEvent event, Stage stage, @Nullable Kind kind, boolean accepted) {
        return switch (event) {
            case PetitionReceived e -> Stage.RECEIPT;
            case PetitionClassified e -> begin(e.kind());
            case PetitionReclassified e -> begin(e.after());
            case PetitionAccepted e -> isAnswered(kind) ? Stage.ANSWERING : Stage.ASSIGNMENT;
            case PetitionAssigned e
            when !isAnswered(kind) && stage == Stage.ASSIGNMENT && e.officer() != null -> Stage.VERIFICATION;
            case PetitionVerified e -> e.differs() ? Stage.DIALOGUE : Stage.RESOLUTION;
            case DialogueHeld e -> Stage.RESOLUTION;
            case DialogueNotAttended e -> Stage.RESOLUTION;
            case ResolutionIssued e -> Stage.PUBLICATION;
            case AnswerUnsuitable e -> Stage.ANSWERING;
            case DenunciationEvent.VerificationReported e -> Stage.RESOLUTION;
            case DenunciationEvent.VerificationReturned e -> Stage.VERIFICATION;
            case DenunciationEvent.DenunciationConcluded e -> Stage.PUBLICATION;
            case PetitionClosed e -> Stage.CLOSED;
            case PetitionReopened e ->
                accepted && !isAnswered(kind) && !e.undone().contains(Milestone.ACCEPTED)
                        ? Stage.VERIFICATION
                        : kind == null ? Stage.RECEIPT : begin(kind);
            case PetitionSentBack e when e.toStage() != null -> e.toStage();
            case TaskOpened e
            when e.form().stage() != null && stage != Stage.CLOSED -> e.form().stage();
            case TaskCarriedOver e
            when e.form().stage() != null && stage != Stage.CLOSED -> e.form().stage();
            default -> stage;
        };
    }

    private static boolean isAnswered(@Nullable Kind kind) {
        return kind == Kind.PROPOSAL || kind == Kind.FEEDBACK;
    }

    private static Stage begin(Kind kind) {
        return kind == Kind.COMPLAINT || kind == Kind.DENUNCIATION ? Stage.ACCEPTANCE : Stage.ANSWERING;
    }
}
