package vn.caunoi.core.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.ReasonInClear;
import vn.caunoi.core.reception.VisitCommand.EraseVisitData;
import vn.caunoi.core.reception.VisitEvent.VisitDataErased;

/** Erases the data of who came (Law 91/2025/QH15 art. 14), never while something is owed to them. */
final class VisitErasure {

    private final Visit visit;
    private final LocalDate today;

    VisitErasure(Visit visit, Clock clock) {
        this.visit = visit;
        this.today = DueDate.dayOf(clock.instant());
    }

    VisitDataErased of(EraseVisitData order) {
        boolean may = order.by().is(Role.ADMIN) && order.by().covers(Objects.requireNonNull(visit.unit));
        Visit.refuseIf(!may, Reason.NOT_ALLOWED);
        Visit.refuseIf(!visit.ended, Reason.VISIT_NOT_ENDED);
        Visit.refuseIf(
                visit.promised != null || visit.callBackOwed || visit.resultDue != null, Reason.VISIT_STILL_OWED);
        Visit.refuseIf(!order.early() && !today.isAfter(order.keptUntil()), Reason.STILL_KEPT);
        List<PersonId> left = visit.people.left();
        PersonId person = order.person();
        List<PersonId> erased = person == null ? left : List.of(known(person));
        boolean matter = person == null || left.size() == 1;
        Visit.refuseIf(matter && visit.people.matterErased(), Reason.DATA_ERASED);
        String reason = ReasonInClear.of(order.reason(), visit.people.everNamed());
        return new VisitDataErased(order.visit(), erased, matter, reason, order.keptUntil());
    }

    private PersonId known(PersonId person) {
        boolean known = visit.people.everNamed().anyMatch(one -> one.id().equals(person));
        Visit.refuseIf(!known, Reason.NO_SUCH_PERSON);
        Visit.refuseIf(visit.people.isErased(person), Reason.DATA_ERASED);
        return person;
    }
}
