package vn.caunoi.core.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that can happen to a petition. Its stream is the case history. */
public sealed interface PetitionEvent
        permits IntakeEvent,
                RoundEvent,
                AnswerEvent,
                CaseEvent,
                TaskEvent,
                DeadlineEvent,
                FlowEvent,
                MessageEvent,
                LetterEvent,
                ConsequenceEvent,
                ConsultEvent,
                DirectionEvent,
                DenunciationEvent,
                NationalEvent {

    PetitionId petition();

    /** When it happened, if that is not when it was recorded. */
    default @Nullable Instant occurred() {
        return null;
    }
}
