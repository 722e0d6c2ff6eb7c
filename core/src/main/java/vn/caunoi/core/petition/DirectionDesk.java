package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.DirectionEvent.*;

/** A superior directs what is to be done in a case; it stays until it is done, taken back, or the case is closed. */
final class DirectionDesk {

    private static final Role[] STAFF = {Role.CLERK, Role.OFFICER, Role.HEAD};
    private static final int MOST_YEARS = 1;

    private final Petition petition;

    DirectionDesk(Petition petition) {
        this.petition = petition;
    }

    void give(DirectionCommand.Give order, LocalDate today) {
        petition.mustBeAllowed(order.by(), Role.HEAD, Role.INSPECTOR);
        petition.mustNotBeClosed();
        Petition.refuseIf(!order.by().covers(order.unit()), Reason.NOT_ALLOWED);
        mustBeAnother(order.officer(), order.by().id());
        if (order.doBy().isBefore(today) || order.doBy().isAfter(today.plusYears(MOST_YEARS)))
            throw Refusal.because(
                    Reason.INVALID_INPUT, "doBy", "out-of-bounds", "is a day from today on, within a year");
        petition.record(new DirectionGiven(
                petition.id,
                petition.directions.count() + 1,
                order.by().id(),
                order.unit(),
                order.officer(),
                order.doBy(),
                petition.seal(Words.required("text", order.text()))));
    }

    private void mustBeAnother(@Nullable OfficerId officer, OfficerId by) {
        if (officer == null) return;
        Petition.refuseIf(petition.accused.contains(officer), Reason.ABOUT_THIS_OFFICER);
        if (officer.equals(by)) {
            throw Refusal.because(Reason.INVALID_INPUT, "officer", "not-an-option", "is not one of the choices");
        }
    }

    /** By the officer it names or by a head for that officer; one that names nobody by whoever works on the case. */
    void done(DirectionCommand.ReportDone order, LocalDate today) {
        petition.mustBeAllowed(order.by(), STAFF);
        Directions.One one = open(order.direction());
        OfficerId by = order.by().id();
        boolean named =
                one.officer() == null || by.equals(one.officer()) || order.by().is(Role.HEAD);
        Petition.refuseIf(!named || by.equals(one.by()), Reason.NOT_ALLOWED);
        petition.record(new DirectionDone(
                petition.id,
                order.direction(),
                by,
                today.isAfter(one.doBy()),
                petition.seal(Words.required("answer", order.answer()))));
    }

    /** By who gave it, or by an inspector. */
    void takeBack(DirectionCommand.TakeBack order) {
        petition.mustBeAllowed(order.by(), Role.HEAD, Role.INSPECTOR);
        Directions.One one = open(order.direction());
        boolean own = order.by().id().equals(one.by());
        Petition.refuseIf(!own && !order.by().is(Role.INSPECTOR), Reason.NOT_ALLOWED);
        petition.record(new DirectionEnded(
                petition.id,
                order.direction(),
                DirectionEnd.TAKEN_BACK,
                petition.seal(Words.required("reason", order.reason()))));
    }

    /** In a case that is closed nothing is left to be done. */
    void lapse() {
        List.copyOf(petition.directions.open().keySet())
                .forEach(no -> petition.record(new DirectionEnded(petition.id, no, DirectionEnd.CLOSED, null)));
    }

    private Directions.One open(int direction) {
        Directions.One one = petition.directions.open().get(direction);
        if (one == null) throw Refusal.because(Reason.NO_SUCH_DIRECTION);
        return one;
    }
}
