package vn.caunoi.core.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.vault.Sealed;

/** The worksheet of a verification (LKN Đ29, LTC Đ31): filled entry by entry, never changed. */
final class Worksheet {

    /**
     * What a petition remembers of it.
     *
     * @param owed requests without a reply
     */
    record Kept(int entries, SortedSet<Integer> owed) {
        static final Kept NONE = new Kept(0, new TreeSet<>());

        Kept entered(CaseEvent.WorksheetEntered e) {
            var open = new TreeSet<>(owed);
            if (e.sort() == WorksheetSort.REQUEST) open.add(e.entry());
            return new Kept(e.entry(), open);
        }

        Kept replied(CaseEvent.WorksheetReplied e) {
            var open = new TreeSet<>(owed);
            open.remove(e.entry());
            return new Kept(entries, open);
        }
    }

    private final Petition petition;
    private final LocalDate today;

    Worksheet(Petition petition, Clock clock) {
        this.petition = petition;
        this.today = DueDate.dayOf(clock.instant());
    }

    void enter(CaseCommand.EnterWorksheet order) {
        mustBeVerifying(order);
        boolean request = order.sort() == WorksheetSort.REQUEST;
        if (request != (order.replyBy() != null)) {
            String code = request ? "required" : "unknown";
            throw Refusal.because(Reason.INVALID_INPUT, "replyBy", code, "belongs to a request");
        }
        if (order.sort() == WorksheetSort.FINDING && order.point() == null) {
            throw Refusal.because(Reason.INVALID_INPUT, "point", "required", "must be given");
        }
        boolean unknown = order.point() != null && !petition.standing.points().contains(order.point());
        Petition.refuseIf(unknown, Reason.NO_SUCH_POINT);
        mustNotLieAhead(order.on(), order.sort());
        petition.record(new CaseEvent.WorksheetEntered(
                petition.id,
                petition.worksheet.entries() + 1,
                order.sort(),
                order.point(),
                order.on(),
                order.replyBy(),
                maybe(order.with()),
                petition.seal(Words.required("text", order.text())),
                order.by().id()));
    }

    void reply(CaseCommand.ReplyWorksheet order) {
        mustBeVerifying(order);
        Petition.refuseIf(!petition.worksheet.owed().contains(order.entry()), Reason.NO_SUCH_REQUEST);
        mustNotLieAhead(order.on(), WorksheetSort.EVIDENCE);
        petition.record(new CaseEvent.WorksheetReplied(
                petition.id, order.entry(), order.on(), petition.seal(Words.required("text", order.text()))));
    }

    private void mustBeVerifying(CaseCommand order) {
        var by = order instanceof CaseCommand.EnterWorksheet e ? e.by() : ((CaseCommand.ReplyWorksheet) order).by();
        petition.mustBeAllowed(by, Role.OFFICER, Role.HEAD);
        Petition.refuseIf(petition.settledBefore.contains(by.id()), Reason.SETTLED_BEFORE);
        petition.mustNotBeClosed();
        petition.must(Milestone.ACCEPTED, Reason.NOT_ACCEPTED_YET);
        petition.mustNot(Milestone.ISSUED, Reason.ALREADY_ISSUED);
        petition.mustNot(Milestone.CONCLUDED, Reason.ALREADY_CONCLUDED);
    }

    private void mustNotLieAhead(LocalDate day, WorksheetSort sort) {
        Petition.refuseIf(sort != WorksheetSort.PLAN && day.isAfter(today), Reason.IN_THE_FUTURE);
        boolean early = day.isBefore(DueDate.dayOf(petition.dossier.receivedAt()));
        Petition.refuseIf(early, Reason.BEFORE_RECEIPT);
    }

    private @Nullable Sealed maybe(@Nullable String text) {
        return text == null || text.isBlank() ? null : petition.seal(text.strip());
    }
}
