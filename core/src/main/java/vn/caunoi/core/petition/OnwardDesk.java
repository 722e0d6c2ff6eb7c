package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.ACCEPTED;
import static vn.caunoi.core.petition.Milestone.CLOSED;
import static vn.caunoi.core.petition.Milestone.CONCLUDED;

import java.time.Instant;
import java.util.List;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.FormData;
import vn.caunoi.core.petition.DenunciationEvent.*;

/**
 * What a superior does with a denunciation that is brought on: reviews what was concluded and leaves it or has it settled
 * anew (D38), or demands a report of what is overdue (D39).
 */
final class OnwardDesk {

    static final String REVIEW = "review-onward";

    private final Petition petition;
    private final Instant now;

    OnwardDesk(Petition petition, Instant now) {
        this.petition = petition;
        this.now = now;
    }

    void receive(DenunciationCommand.ReceiveOnward order) {
        petition.mustBeAllowed(order.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        boolean own = order.superior().equals(petition.unit) || !order.by().covers(order.superior());
        Petition.refuseIf(own, Reason.NOT_ALLOWED);
        Petition.refuseIf(petition.dossier.kind() != Kind.DENUNCIATION, Reason.NOT_FOR_THIS_KIND);
        Petition.refuseIf(petition.onward != null, Reason.ONWARD_UNDER_WAY);
        Petition.refuseIf(order.receivedOn().isAfter(DueDate.dayOf(now)), Reason.IN_THE_FUTURE);
        if (!order.overdue()) {
            petition.must(CONCLUDED, Reason.NOT_CONCLUDED_YET);
            petition.must(CLOSED, Reason.NOT_CLOSED);
        } else {
            petition.must(ACCEPTED, Reason.NOT_ACCEPTED_YET);
            petition.mustNotBeClosed();
            petition.mustNot(CONCLUDED, Reason.ALREADY_CONCLUDED);
            boolean late = petition.deadlines
                    .open("settle")
                    .filter(settle -> settle.isPassedAt(now))
                    .isPresent();
            Petition.refuseIf(!late, Reason.NOT_OVERDUE);
        }
        petition.record(new OnwardReceived(
                petition.id,
                order.overdue(),
                order.receivedOn(),
                order.superior(),
                petition.seal(Words.required("what", order.what()))));
    }

    List<PetitionEvent> decide(Act act, FormData data) {
        Petition.refuseIf(petition.onward == null, Reason.NO_ONWARD);
        return switch (act) {
            case LEAVE_CONCLUSION -> List.of(reviewed(false, data));
            case HAVE_RESETTLED -> List.of(reviewed(true, data));
            case REPORT_OVERDUE ->
                List.of(new OverdueReported(petition.id, data.date("reportedOn"), petition.seal(data.text("text"))));
            default -> throw new IllegalArgumentException(act + " is no act of a superior");
        };
    }

    private OnwardReviewed reviewed(boolean anew, FormData data) {
        return new OnwardReviewed(petition.id, anew, data.date("decidedOn"), petition.seal(data.text("reason")));
    }

    /** What was concluded does not stand: the case opens again, and its limits run anew. */
    void follow(PetitionEvent fact, WorkingCalendar calendar) {
        DeadlineDesk deadlines = new DeadlineDesk(petition);
        if (fact instanceof OverdueReported e) deadlines.met("overdue_report", LegalMoment.of(e, now));
        if (!(fact instanceof OnwardReviewed e)) return;
        deadlines.met("onward_review", LegalMoment.of(e, now));
        if (e.resettle()) new Returns(petition, now).resettle(e.reason(), calendar);
    }
}
