package vn.caunoi.projections.oversight;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.AnswerEvent.AnswerSent;
import vn.caunoi.core.petition.AnswerEvent.ProgressReported;
import vn.caunoi.core.petition.CaseEvent.AnsweredTogether;
import vn.caunoi.core.petition.DenunciationEvent.AcceptanceNotified;
import vn.caunoi.core.petition.DenunciationEvent.ConclusionSent;
import vn.caunoi.core.petition.DenunciationEvent.DenunciationRefused;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionAnswered;
import vn.caunoi.core.petition.IntakeEvent.PetitionGuided;
import vn.caunoi.core.petition.IntakeEvent.PetitionNotAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionReturned;
import vn.caunoi.core.petition.IntakeEvent.PetitionTransferred;
import vn.caunoi.core.petition.IntakeEvent.SupplementRequested;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.RoundEvent.ResolutionSent;

/**
 * By what a citizen is first told something in writing about what was handed in: that it is accepted or not, where to turn,
 * what is missing, how it stands, or the answer itself. The slip of the receipt is none.
 */
final class FirstAnswer {

    private FirstAnswer() {}

    /** When that was; null for events that tell the citizen nothing. A day in the past counts to its end. */
    static @Nullable Instant given(PetitionEvent event, @Nullable Kind kind, Instant recorded) {
        return switch (event) {
            // who denounced is told of the acceptance apart
            case PetitionAccepted e -> kind == Kind.DENUNCIATION ? null : recorded;
            case PetitionNotAccepted e -> recorded;
            case DenunciationRefused e -> recorded;
            case PetitionGuided e -> recorded;
            case PetitionTransferred e -> recorded;
            case PetitionReturned e -> recorded;
            case SupplementRequested e -> recorded;
            case PetitionAnswered e -> recorded;
            case ProgressReported e -> recorded;
            case AcceptanceNotified e -> on(e.denouncerToldOn(), recorded);
            case AnswerSent e -> on(e.sentOn(), recorded);
            case AnsweredTogether e -> on(e.sentOn(), recorded);
            case ResolutionSent e -> on(e.sentOn(), recorded);
            case ConclusionSent e -> on(e.denouncerToldOn(), recorded);
            default -> null;
        };
    }

    private static Instant on(LocalDate day, Instant recorded) {
        return day.isBefore(DueDate.dayOf(recorded)) ? DueDate.endOf(day) : recorded;
    }
}
