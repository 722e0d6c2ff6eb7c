package vn.caunoi.core.petition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What petitioners are told of by message. Messages name the code of the petition and never what it is about. */
public enum Topic {
    RECEIVED,
    SUPPLEMENT_ASKED,
    SUPPLEMENT_REMINDED,
    GUIDED,
    TRANSFERRED,
    ACCEPTED,
    NOT_ACCEPTED,
    DIALOGUE,
    DEADLINE_EXTENDED,
    SUSPENDED,
    RESUMED,
    ANSWERED,
    /** How a late answer stands (QĐ 574/QĐ-TTg). */
    PROGRESS,
    /** A late answer of which there is no news either. */
    LATE,
    DECISION_SENT,
    REOPENED,
    /** Whoever has the case wrote to the petitioner. */
    REPLIED,
    CLOSED;

    /** What an event tells petitioners, if anything. */
    public static Optional<Topic> of(PetitionEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case IntakeEvent e -> of(e);
                    case RoundEvent.DialogueConvened e -> DIALOGUE;
                    case RoundEvent.ResolutionSent e -> DECISION_SENT;
                    case AnswerEvent.AnswerSent e -> ANSWERED;
                    case FlowEvent.NoticeRequested e when e.to().equals("petitioner") -> asked(e.template());
                    case DeadlineEvent.DeadlineExtended e -> DEADLINE_EXTENDED;
                    case CaseEvent.PetitionSuspended e -> SUSPENDED;
                    case CaseEvent.PetitionResumed e -> RESUMED;
                    case CaseEvent.PetitionReopened e -> REOPENED;
                    case CaseEvent.OfficeReplied e -> REPLIED;
                    case CaseEvent.AnsweredTogether e -> ANSWERED;
                    case CaseEvent.PetitionClosed e -> CLOSED;
                    default -> null;
                });
    }

    /** What a diagram wants petitioners to be told. */
    private static @Nullable Topic asked(String template) {
        return switch (template) {
            case "progress" -> PROGRESS;
            case "answer-late" -> LATE;
            default -> null;
        };
    }

    private static @Nullable Topic of(IntakeEvent event) {
        return switch (event) {
            // a register tells of what came long ago
            case IntakeEvent.PetitionReceived e -> e.origin() == null ? RECEIVED : null;
            case IntakeEvent.SupplementRequested e -> SUPPLEMENT_ASKED;
            case IntakeEvent.SupplementReminded e -> SUPPLEMENT_REMINDED;
            case IntakeEvent.PetitionGuided e -> GUIDED;
            case IntakeEvent.PetitionTransferred e -> TRANSFERRED;
            case IntakeEvent.PetitionAccepted e -> ACCEPTED;
            case IntakeEvent.PetitionNotAccepted e -> NOT_ACCEPTED;
            case IntakeEvent.PetitionAnswered e -> ANSWERED;
            default -> null;
        };
    }
}
