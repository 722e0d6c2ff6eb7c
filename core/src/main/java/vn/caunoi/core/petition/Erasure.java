package vn.caunoi.core.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseCommand.ErasePersonalData;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;

/**
 * Erases the data of people (Law 91/2025/QH15 Đ14), never while the case is open. What was written freely goes with the
 * last of the petitioners, for by then it tells of nobody who is still to be known.
 */
final class Erasure {

    private final Petition petition;
    private final LocalDate today;

    Erasure(Petition petition, Clock clock) {
        this.petition = petition;
        this.today = DueDate.dayOf(clock.instant());
    }

    void erase(ErasePersonalData command) {
        Petition.refuseIf(!command.by().is(Role.ADMIN) || !command.by().covers(petition.unit), Reason.NOT_ALLOWED);
        petition.must(Milestone.CLOSED, Reason.NOT_CLOSED);
        LocalDate keptUntil = keptUntil(command.storage());
        Petition.refuseIf(!command.early() && !today.isAfter(keptUntil), Reason.STILL_KEPT);
        List<PersonId> left = left();
        PersonId person = command.person();
        List<PersonId> erased = person == null ? left : List.of(known(person));
        boolean matter = person == null || left.size() == 1;
        Petition.refuseIf(matter && petition.erased.matter(), Reason.DATA_ERASED);
        String reason = ReasonInClear.of(command.reason(), petition.dossier.petitioners().stream());
        petition.record(new PersonalDataErased(petition.id, erased, matter, reason, keptUntil));
    }

    private LocalDate keptUntil(StorageTimes storage) {
        LocalDate closedOn = petition.standing.day(Milestone.CLOSED).orElseThrow();
        return storage.keptUntil(closedOn, Objects.requireNonNull(petition.closedFor));
    }

    private List<PersonId> left() {
        return petition.dossier.petitioners().stream()
                .map(Person::id)
                .filter(id -> !petition.erased.has(id))
                .toList();
    }

    private PersonId known(PersonId person) {
        boolean known =
                petition.dossier.petitioners().stream().anyMatch(one -> one.id().equals(person));
        Petition.refuseIf(!known, Reason.NO_SUCH_PERSON);
        Petition.refuseIf(petition.erased.has(person), Reason.DATA_ERASED);
        return person;
    }
}
