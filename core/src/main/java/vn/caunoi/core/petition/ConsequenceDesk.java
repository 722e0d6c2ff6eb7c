package vn.caunoi.core.petition;

import java.time.LocalDate;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.ConsequenceCommand.*;
import vn.caunoi.core.petition.ConsequenceEvent.*;

/** What keeps a decision from its legal effect, gives it after all, and how its publication is announced. */
final class ConsequenceDesk {

    /** Stage word of the day by which a decision is to be carried out. */
    static final String ENFORCE = "enforce";

    private final Petition petition;

    ConsequenceDesk(Petition petition) {
        this.petition = petition;
    }

    /** Lodged in time, it takes the effect even from a decision that had it by time: the paper came later than its day. */
    void contest(Contest order) {
        if (order.late() || !petition.consequences.isIssued()) return;
        boolean elsewhere = petition.consequences.suit() != null;
        if (elsewhere || !petition.consequences.orders().isEmpty()) return;
        petition.record(new DecisionContested(petition.id, order.second(), order.lodgedOn()));
    }

    void takeEffect(TakeEffect order, LocalDate today) {
        petition.mustBeAllowed(order.by(), Role.HEAD);
        petition.must(Milestone.ISSUED, Reason.NOT_ISSUED_YET);
        Consequences now = petition.consequences;
        Petition.refuseIf(now.effectiveOn() != null, Reason.IN_EFFECT_ALREADY);
        boolean annulled = now.suit() != null && now.suit().result() == CourtResult.ANNULLED;
        boolean before = now.suit() != null && now.suit().isOpen();
        Petition.refuseIf(annulled || before, Reason.NOT_STOPPED_HERE);
        Petition.refuseIf(order.on().isAfter(today), Reason.IN_THE_FUTURE);
        LocalDate expected = now.effectExpected();
        if (expected != null && order.on().isBefore(expected)) {
            throw Refusal.because(Reason.INVALID_INPUT, "on", "out-of-bounds", "must not be before " + expected);
        }
        petition.record(new DecisionTookEffect(
                petition.id, order.on(), petition.seal(Words.required("reason", order.reason()))));
    }

    void announce(AnnounceMeeting order, LocalDate today, WorkingCalendar calendar) {
        petition.mustBeAllowed(order.by(), Role.OFFICER, Role.HEAD);
        petition.must(Milestone.ISSUED, Reason.NOT_ISSUED_YET);
        Petition.refuseIf(petition.dossier.kind() != Kind.COMPLAINT, Reason.NOT_A_COMPLAINT);
        Petition.refuseIf(order.noticedOn().isAfter(today), Reason.IN_THE_FUTURE);
        FurtherTime notice = FurtherTime.counted(order.rule(), order.noticedOn(), calendar);
        boolean soon = order.meetingOn().isBefore(DueDate.dayOf(notice.until()));
        Petition.refuseIf(soon, Reason.MEETING_TOO_SOON);
        petition.record(
                new MeetingAnnounced(petition.id, order.meetingOn(), Words.required("place", order.place()), notice));
    }
}
