package vn.caunoi.processes.sweeper;

import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.ConsequenceEvent;
import vn.caunoi.core.petition.ConsultEvent;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.core.petition.Stand;
import vn.caunoi.core.petition.TaskEvent;

/** Which events change what falls due. */
final class DueCauses {

    private DueCauses() {}

    /** Whether something falls due otherwise after this event. */
    static boolean concern(PetitionEvent event) {
        return switch (event) {
            case DeadlineEvent.DeadlineApproaching e -> false;
            case DeadlineEvent.DeadlineMissed e -> false;
            case DeadlineEvent e -> true;
            case FlowEvent.TimerSet e -> true;
            case FlowEvent.TimerFired e -> true;
            case FlowEvent.TimerCancelled e -> true;
            case ConsultEvent e -> begins(e) || ends(e);
            case IntakeEvent.SupplementLimited e -> true;
            case IntakeEvent.SupplementReceived e -> true;
            case CaseEvent.PetitionClosed e -> true;
            case TaskEvent.TaskPutToSleep e -> true;
            case TaskEvent.TaskWoken e -> true;
            default -> isGivenUp(event) || startsTime(event) || endsTime(event);
        };
    }

    /** After which something is brought about by time alone. */
    static boolean startsTime(PetitionEvent event) {
        return switch (event) {
            case RoundEvent.ResolutionIssued e -> true;
            case RoundEvent.PetitionPublished e -> true;
            case CaseEvent.PetitionTerminated e -> true;
            case CaseEvent.PetitionReopened e -> true;
            case ConsequenceEvent.CourtEnded e -> true;
            default -> false;
        };
    }

    static boolean endsTime(PetitionEvent event) {
        return switch (event) {
            case ConsequenceEvent.DecisionTookEffect e -> true;
            case ConsequenceEvent.RenewalLapsed e -> true;
            case IntakeEvent.PetitionMovedIn e -> e.stoodAt() == Stand.CLOSED;
            default -> false;
        };
    }

    static boolean begins(ConsultEvent event) {
        return event instanceof ConsultEvent.ConsultAsked;
    }

    static boolean ends(ConsultEvent event) {
        return switch (event) {
            case ConsultEvent.ConsultAnswered e -> true;
            case ConsultEvent.ConsultDeclined e -> true;
            case ConsultEvent.ConsultWithdrawn e -> true;
            default -> false;
        };
    }

    /** Whether nobody may have the case after it. */
    static boolean isGivenUp(PetitionEvent event) {
        return switch (event) {
            case TaskEvent.TaskReleased e -> true;
            case TaskEvent.TaskReassigned e -> e.to() == null;
            case IntakeEvent.PetitionAssigned e -> e.officer() == null;
            default -> false;
        };
    }
}
