package vn.caunoi.core.petition;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When somebody last worked on a case, and when it last rose: what the ladder counts its days from.
 *
 * @param acted when a person last did something in it
 * @param raised when it last rose, by stage word of the deadline it was about; {@link #NOT_TAKEN} where nobody took it
 */
record Attention(Instant acted, Map<String, Instant> raised) {

    static final Attention NONE = new Attention(Instant.EPOCH, Map.of());
    static final String NOT_TAKEN = "";

    Attention {
        raised = Map.copyOf(raised);
    }

    Attention after(PetitionEvent event, Instant recorded) {
        if (event instanceof CaseEvent.PetitionEscalated e && e.reason() == null) return raised(about(e), recorded);
        return isAct(event) ? new Attention(recorded, raised) : this;
    }

    /** The later of the last act and of the last rise about that stage. */
    Instant since(String about) {
        Instant risen = raised.getOrDefault(about, Instant.EPOCH);
        return risen.isAfter(acted) ? risen : acted;
    }

    private Attention raised(String about, Instant at) {
        var more = new HashMap<>(raised);
        more.put(about, at);
        return new Attention(acted, more);
    }

    private static String about(CaseEvent.PetitionEscalated event) {
        return event.stage() == null ? NOT_TAKEN : event.stage();
    }

    /** Whether a person worked on the case, rather than a machine or whoever looks on. */
    private static boolean isAct(PetitionEvent event) {
        return switch (event) {
            case IntakeEvent.SupplementLimited e -> false;
            case IntakeEvent.SupplementReminded e -> false;
            case IntakeEvent.SupplementMissed e -> false;
            case IntakeEvent.SecondRoundBegun e -> false;
            case IntakeEvent e -> true;
            case RoundEvent e -> true;
            case AnswerEvent e -> true;
            case DenunciationEvent e -> true;
            case CaseEvent.PetitionUrged e -> false;
            case CaseEvent.PetitionRated e -> false;
            case CaseEvent.CountedAsSigned e -> false;
            case CaseEvent.CitizenWrote e -> false;
            case CaseEvent.OfficeReplied e -> false;
            case CaseEvent.WithdrawalAnnounced e -> false;
            case CaseEvent.PersonalDataErased e -> false;
            case CaseEvent.PetitionTakenOver e -> false;
            case CaseEvent e -> true;
            case TaskEvent.TaskOpened e -> false;
            case TaskEvent.TaskCarriedOver e -> false;
            case TaskEvent.TaskDueMoved e -> false;
            case TaskEvent.TaskCancelled e -> false;
            case TaskEvent.TaskPutToSleep e -> false;
            case TaskEvent.TaskWoken e -> false;
            case TaskEvent.TaskDated e -> false;
            case TaskEvent e -> true;
            case DeadlineEvent.DeadlineExtended e -> true;
            case DeadlineEvent e -> false;
            case LetterEvent e -> true;
            case ConsequenceEvent.ConsequenceCounted e -> false;
            case ConsequenceEvent.RenewalLapsed e -> false;
            case ConsequenceEvent.DecisionTookEffect e -> e.reason() != null;
            case ConsequenceEvent e -> true;
            case ConsultEvent.ConsultAsked e -> true;
            case ConsultEvent.ConsultAnswered e -> true;
            case ConsultEvent.ConsultDeclined e -> true;
            case ConsultEvent.ConsultWithdrawn e -> e.reason() != null;
            case ConsultEvent e -> false;
            case DirectionEvent.DirectionDone e -> true;
            case DirectionEvent e -> false;
            case MessageEvent e -> false;
            case NationalEvent e -> false;
            case FlowEvent e -> false;
        };
    }
}
