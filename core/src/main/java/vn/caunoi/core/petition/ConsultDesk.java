package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Counted;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.ConsultEvent.*;
import vn.caunoi.core.vault.Sealed;

/** Judges what is ordered of opinions: asked, answered, declined, taken back. */
final class ConsultDesk {

    private static final Role[] STAFF = {Role.CLERK, Role.OFFICER, Role.HEAD};
    private static final int MOST_DAYS = 90;
    private static final String BY_HAND = "by-hand";

    private final Petition petition;
    private final Instant now;

    ConsultDesk(Petition petition, Instant now) {
        this.petition = petition;
        this.now = now;
    }

    /** Asking the same again, under the same id, changes nothing. */
    void ask(ConsultCommand.Ask order, WorkingCalendar calendar) {
        petition.mustBeAllowed(order.by(), Role.OFFICER, Role.HEAD);
        if (petition.consults.find(order.consult()).isPresent()) return;
        petition.mustNotBeClosed();
        petition.mustNot(Milestone.WITHDRAWN, Reason.WITHDRAWN);
        mustBeOneOther(order);
        Limit limit = limit(order);
        LocalDate today = DueDate.dayOf(now);
        Counted counted = DueDate.count(calendar, today, limit, true);
        boolean chosen = order.workingDays() != null;
        petition.record(new ConsultAsked(
                petition.id,
                order.consult(),
                petition.unit,
                order.by().id(),
                order.unit(),
                maybe(order.body()),
                maybe(order.email()),
                petition.seal(Words.required("question", order.question())),
                order.papers(),
                today,
                limit,
                counted.due(),
                chosen ? BY_HAND : order.rule().id(),
                order.rule().version(),
                calendar.version(),
                chosen ? "" : order.rule().source(),
                counted.explanation()));
        if (order.unit() == null) issue(order.consult(), 1, counted.due(), order.grace(), order.mailed());
    }

    private void mustBeOneOther(ConsultCommand.Ask order) {
        boolean outside = order.body() != null && !order.body().isBlank();
        if (outside == (order.unit() != null)) {
            throw Refusal.because(Reason.INVALID_INPUT, "unit", "one-of-two", "is either a unit or a body outside");
        }
        if (petition.unit.equals(order.unit())) {
            throw Refusal.because(Reason.INVALID_INPUT, "unit", "same-unit", "must be another unit");
        }
        if (order.mailed() && (order.email() == null || order.email().isBlank())) {
            throw Refusal.because(Reason.INVALID_INPUT, "email", "required", "must be given");
        }
    }

    private static Limit limit(ConsultCommand.Ask order) {
        Integer days = order.workingDays();
        if (days == null) return order.rule().limit();
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.because(
                    Reason.INVALID_INPUT, "workingDays", "out-of-bounds", "must be from 1 to " + MOST_DAYS);
        }
        return Limit.workingDays(days);
    }

    void issueLink(ConsultCommand.IssueLink order) {
        petition.mustBeAllowed(order.by(), STAFF);
        Consults.One one = open(order.consult());
        mustBeOutside(one);
        Instant last = one.due().isBefore(now) ? now : one.due();
        issue(order.consult(), one.link() + 1, last, order.grace(), order.mailed());
    }

    private void issue(ConsultId consult, int link, Instant last, Period grace, boolean mailed) {
        Instant until = DueDate.endOf(DueDate.dayOf(last).plus(grace));
        petition.record(new ConsultLinkIssued(petition.id, consult, link, until, mailed));
    }

    void revokeLink(ConsultCommand.RevokeLink order) {
        petition.mustBeAllowed(order.by(), STAFF);
        Consults.One one = open(order.consult());
        mustBeOutside(one);
        if (one.until() == null) return;
        petition.record(new ConsultLinkRevoked(petition.id, order.consult(), one.link()));
    }

    /** A report: what became of an older link, or of one that was answered, changes nothing any more. */
    void mailed(ConsultCommand.ReportMail report) {
        Consults.One one = petition.consults.find(report.consult()).orElse(null);
        if (one == null || one.link() != report.link()) return;
        String problem = report.problem();
        petition.record(
                problem == null
                        ? new ConsultLinkMailed(petition.id, report.consult(), report.link(), report.reminder())
                        : new ConsultLinkUndelivered(
                                petition.id, report.consult(), report.link(), report.reminder(), problem));
    }

    void answer(ConsultCommand.Answer order) {
        Consults.One one = mine(order.consult(), order.link(), order.by());
        LocalDate today = DueDate.dayOf(now);
        LocalDate on = order.answeredOn() == null ? today : order.answeredOn();
        Petition.refuseIf(on.isAfter(today), Reason.IN_THE_FUTURE);
        petition.record(new ConsultAnswered(
                petition.id,
                order.consult(),
                petition.seal(Words.required("text", order.text())),
                order.files(),
                maybe(order.name()),
                on,
                on.isAfter(DueDate.dayOf(one.due())),
                id(order.by())));
    }

    void decline(ConsultCommand.Decline order) {
        mine(order.consult(), order.link(), order.by());
        petition.record(new ConsultDeclined(
                petition.id,
                order.consult(),
                petition.seal(Words.required("reason", order.reason())),
                maybe(order.name()),
                id(order.by())));
    }

    void takeBack(ConsultCommand.TakeBack order) {
        petition.mustBeAllowed(order.by(), STAFF);
        open(order.consult());
        Sealed reason = petition.seal(Words.required("reason", order.reason()));
        petition.record(new ConsultWithdrawn(petition.id, order.consult(), reason));
    }

    /** Nobody is asked any more of a case that ended, or whose papers are secret from now on. */
    void lapse() {
        petition.consults.open().forEach(id -> petition.record(new ConsultWithdrawn(petition.id, id, null)));
    }

    private Consults.One mine(ConsultId consult, int link, @Nullable Actor by) {
        Consults.One one = open(consult);
        if (by == null) Petition.refuseIf(!one.opensBy(link, now), Reason.NO_SUCH_CONSULT);
        else if (one.unit() == null) petition.mustBeAllowed(by, STAFF);
        else mustBeAsked(one, by);
        return one;
    }

    private void mustBeAsked(Consults.One one, Actor by) {
        boolean works = by.is(Role.CLERK) || by.is(Role.OFFICER) || by.is(Role.HEAD);
        boolean asked = one.unit() != null && by.covers(one.unit());
        Petition.refuseIf(!works || !asked || petition.accused.contains(by.id()), Reason.NOT_ALLOWED);
    }

    private static void mustBeOutside(Consults.One one) {
        Petition.refuseIf(one.unit() != null, Reason.NOT_ASKED_OUTSIDE);
    }

    private Consults.One open(ConsultId consult) {
        Consults.One one = petition.consults.find(consult).orElseThrow(() -> Refusal.because(Reason.NO_SUCH_CONSULT));
        Petition.refuseIf(!one.isOpen(), Reason.CONSULT_OVER);
        return one;
    }

    private static @Nullable OfficerId id(@Nullable Actor by) {
        return by == null ? null : by.id();
    }

    private @Nullable Sealed maybe(@Nullable String text) {
        return text == null || text.isBlank() ? null : petition.seal(text.strip());
    }
}
