package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.ConsequenceCommand.*;
import vn.caunoi.core.petition.ConsequenceEvent.*;

/**
 * Carrying out a decision that has legal effect (LKN Đ46): the head says who does what until when, and it is written down
 * how far they are. The law gives no days for it, so the day is the head's; it is watched like every other deadline.
 */
final class EnforcementDesk {

    private static final String ORDERED = "ordered";

    private final Petition petition;
    private final Instant now;
    private final WorkingCalendar calendar;

    EnforcementDesk(Petition petition, Instant now, WorkingCalendar calendar) {
        this.petition = petition;
        this.now = now;
        this.calendar = calendar;
    }

    void order(OrderEnforcement order) {
        petition.mustBeAllowed(order.by(), Role.HEAD);
        Petition.refuseIf(petition.consequences.effectiveOn() == null, Reason.NOT_IN_EFFECT);
        Consequences.Suit suit = petition.consequences.suit();
        boolean annulled = suit != null && suit.result() == CourtResult.ANNULLED;
        Petition.refuseIf(annulled, Reason.NOT_IN_EFFECT);
        if (order.until().isBefore(today())) {
            throw Refusal.because(Reason.INVALID_INPUT, "until", "out-of-bounds", "must not lie in the past");
        }
        petition.record(new EnforcementOrdered(
                petition.id,
                petition.consequences.orders().size() + 1,
                petition.seal(Words.required("who", order.who())),
                petition.seal(Words.required("what", order.what())),
                order.until(),
                order.by().id()));
        owed();
    }

    void report(ReportEnforcement order) {
        petition.mustBeAllowed(order.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        Consequences.Order of = petition.consequences.orders().get(order.order());
        if (of == null || !of.isOpen()) throw Refusal.because(Reason.NO_SUCH_ORDER);
        Petition.refuseIf(order.on().isAfter(today()), Reason.IN_THE_FUTURE);
        boolean whole = order.progress() == EnforcementProgress.DONE
                && petition.consequences.orders().entrySet().stream()
                        .allMatch(one ->
                                one.getKey() == order.order() || one.getValue().progress() == EnforcementProgress.DONE);
        petition.record(new EnforcementReported(
                petition.id,
                order.order(),
                order.progress(),
                order.on(),
                petition.seal(Words.required("text", order.text())),
                whole));
        if (order.progress() != EnforcementProgress.UNDER_WAY) ended(order.on());
    }

    private void ended(LocalDate on) {
        if (petition.consequences.firstOwed().isPresent()) owed();
        else new DeadlineDesk(petition).met(ConsequenceDesk.ENFORCE, LegalMoment.on(on, now));
    }

    /** The deadline is that of the order that is to be carried out first; none where nothing is owed any more. */
    void owed() {
        LocalDate until = petition.consequences.firstOwed().orElse(null);
        Deadline open = petition.deadlines.open(ConsequenceDesk.ENFORCE).orElse(null);
        if (until == null) {
            if (open != null) new DeadlineDesk(petition).drop(ConsequenceDesk.ENFORCE, "reopened");
        } else if (open == null || !open.due().equals(DueDate.endOf(until))) set(until);
    }

    private void set(LocalDate until) {
        LocalDate from = until.isAfter(today()) ? today() : until.minusDays(1);
        Limit limit = Limit.calendarDays((int) ChronoUnit.DAYS.between(from, until));
        var counted = DueDate.count(calendar, from, limit, false);
        petition.record(new DeadlineEvent.DeadlineSet(
                petition.id,
                ConsequenceDesk.ENFORCE,
                Basis.ORDERED,
                from,
                limit,
                false,
                counted.due(),
                ORDERED,
                ORDERED,
                calendar.version(),
                "LKN Đ46",
                counted.explanation()));
    }

    private LocalDate today() {
        return DueDate.dayOf(now);
    }
}
