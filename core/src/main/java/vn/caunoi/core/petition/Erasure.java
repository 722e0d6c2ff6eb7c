package vn.caunoi.core.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseCommand.ErasePersonalData;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.vault.Sealed;

/**
 * Erases the data of people (Law 91/2025/QH15 Đ14), never while the case is open. What was written freely goes with the
 * last of the petitioners, for by then it tells of nobody who is still to be known.
 */
final class Erasure {

    /** Shorter pieces of a name or a number would be found in any sentence. */
    private static final int SHORTEST_TRACE = 6;

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
        petition.record(new PersonalDataErased(petition.id, erased, matter, reason(command.reason()), keptUntil));
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

    /** It stays readable for ever, so it must not say what is being erased. */
    private String reason(String given) {
        String reason = Words.required("reason", given);
        String plain = reason.toLowerCase(Locale.ROOT);
        boolean tells = petition.dossier.petitioners().stream()
                .flatMap(Erasure::traces)
                .anyMatch(trace -> plain.contains(trace.toLowerCase(Locale.ROOT)));
        if (tells) {
            throw Refusal.because(
                    Reason.INVALID_INPUT, "reason", "names-a-person", "must not contain what is to be erased");
        }
        return reason;
    }

    private static Stream<String> traces(Person person) {
        return Stream.<@Nullable Sealed>of(
                        person.fullName(), person.idNumber(), person.address(), person.phone(), person.email())
                .filter(Objects::nonNull)
                .filter(text -> !text.isErased())
                .map(text -> text.clear().strip())
                .filter(text -> text.length() >= SHORTEST_TRACE);
    }
}
