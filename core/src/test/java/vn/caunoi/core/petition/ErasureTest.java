package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.ID;
import static vn.caunoi.core.petition.Cases.LAN;
import static vn.caunoi.core.petition.Cases.OFFICER;
import static vn.caunoi.core.petition.Cases.PROVINCE;
import static vn.caunoi.core.petition.Cases.TODAY;
import static vn.caunoi.core.petition.Cases.WARD_A;
import static vn.caunoi.core.petition.Cases.closed;
import static vn.caunoi.core.petition.Cases.person;
import static vn.caunoi.core.petition.Cases.received;
import static vn.caunoi.core.petition.Petitions.expectRefusal;
import static vn.caunoi.core.petition.Petitions.given;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseCommand.AddNote;
import vn.caunoi.core.petition.CaseCommand.ErasePersonalData;
import vn.caunoi.core.petition.CaseCommand.Reopen;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

class ErasureTest {

    private static final Actor ADMIN =
            new Actor(new OfficerId("admin1"), PROVINCE, Set.of(PROVINCE, WARD_A), Set.of(Role.ADMIN));
    private static final StorageTimes STORED = new StorageTimes(Period.ofYears(15), Period.ofYears(1));
    private static final StorageTimes OVER = new StorageTimes(Period.ofDays(-1), Period.ofDays(-1));
    private static final PersonId BA = new PersonId("0b0b7f0e-52a7-4c54-9b39-0a6a4a1f0002");
    private static final PetitionEvent SETTLED = closed(ClosingGround.SETTLED);

    @Test
    void with_the_only_petitioner_all_free_text_of_the_case_is_erased() {
        given(received(), SETTLED)
                .when(erase(LAN, false, OVER))
                .expectEvents(new PersonalDataErased(ID, List.of(LAN), true, "Theo yêu cầu", TODAY.minusDays(1)));
        assertThat(new PersonalDataErased(ID, List.of(LAN), true, "", TODAY).erasedKeys())
                .containsExactly(KeyId.person(LAN.value()), KeyId.petition(ID.value()));
    }

    @Test
    void of_several_petitioners_each_is_erased_alone_and_the_text_with_the_last() {
        var both = receivedFromTwo();
        LocalDate kept = TODAY.minusDays(1);
        var first = new PersonalDataErased(ID, List.of(LAN), false, "Theo yêu cầu", kept);
        given(both, SETTLED).when(erase(LAN, false, OVER)).expectEvents(first);
        expectRefusal(given(both, SETTLED, first).when(erase(LAN, false, OVER)), Reason.DATA_ERASED);
        given(both, SETTLED, first)
                .when(erase(BA, false, OVER))
                .expectEvents(new PersonalDataErased(ID, List.of(BA), true, "Theo yêu cầu", kept));
        given(both, SETTLED, first)
                .when(erase(null, false, OVER))
                .expectEvents(new PersonalDataErased(ID, List.of(BA), true, "Theo yêu cầu", kept));
    }

    @Test
    void nothing_is_erased_while_the_case_is_open() {
        expectRefusal(given(received()).when(erase(LAN, true, OVER)), Reason.NOT_CLOSED);
    }

    @Test
    void nothing_is_erased_while_the_case_must_be_kept_unless_somebody_answers_for_it() {
        expectRefusal(given(received(), SETTLED).when(erase(LAN, false, STORED)), Reason.STILL_KEPT);
        given(received(), SETTLED)
                .when(erase(LAN, true, STORED))
                .expectEvents(new PersonalDataErased(ID, List.of(LAN), true, "Theo yêu cầu", TODAY.plusYears(15)));
        given(received(), closed(ClosingGround.STORED))
                .when(erase(LAN, true, STORED))
                .expectEvents(new PersonalDataErased(ID, List.of(LAN), true, "Theo yêu cầu", TODAY.plusYears(1)));
        var today = new StorageTimes(Period.ZERO, Period.ZERO);
        expectRefusal(given(received(), SETTLED).when(erase(LAN, false, today)), Reason.STILL_KEPT);
    }

    @Test
    void only_an_administrator_of_the_unit_or_above_erases() {
        expectRefusal(
                given(received(), SETTLED).when(new ErasePersonalData(ID, LAN, "r", true, OVER, OFFICER)),
                Reason.NOT_ALLOWED);
        expectRefusal(
                given(received(), SETTLED)
                        .when(new ErasePersonalData(ID, LAN, "r", true, OVER, Actor.of("admin2", "B", Role.ADMIN))),
                Reason.NOT_ALLOWED);
    }

    @Test
    void only_a_person_of_the_case_is_erased() {
        expectRefusal(given(received(), SETTLED).when(erase(BA, false, OVER)), Reason.NO_SUCH_PERSON);
    }

    @Test
    void the_reason_must_not_say_what_is_erased() {
        expectRefusal(
                given(received(), SETTLED)
                        .when(new ErasePersonalData(ID, LAN, "Bà NGUYỄN THỊ LAN yêu cầu", false, OVER, ADMIN)),
                Reason.INVALID_INPUT);
        expectRefusal(
                given(received(), SETTLED).when(new ErasePersonalData(ID, LAN, " ", false, OVER, ADMIN)),
                Reason.INVALID_INPUT);
    }

    @Test
    void nothing_more_is_written_into_a_case_whose_text_was_erased() {
        var erased = new PersonalDataErased(ID, List.of(LAN), true, "r", TODAY);
        expectRefusal(given(received(), SETTLED, erased).when(new AddNote(ID, "Ghi chú", OFFICER)), Reason.DATA_ERASED);
        expectRefusal(
                given(received(), SETTLED, erased)
                        .when(new Reopen(ID, ReopenGround.NEW_EVIDENCE, "Chứng cứ mới", Cases.HEAD)),
                Reason.DATA_ERASED);
        expectRefusal(given(received(), SETTLED, erased).when(erase(null, true, OVER)), Reason.DATA_ERASED);
    }

    private static ErasePersonalData erase(@Nullable PersonId person, boolean early, StorageTimes storage) {
        return new ErasePersonalData(ID, person, "Theo yêu cầu", early, storage, ADMIN);
    }

    private static PetitionEvent receivedFromTwo() {
        var r = received();
        Sealed name = Sealed.of(KeyId.person(BA.value()), "Trần Văn Ba");
        Person second = new Person(BA, PersonRole.COMPLAINANT, name, null, null, null, null);
        return new IntakeEvent.PetitionReceived(
                ID,
                r.code(),
                r.pinHash(),
                r.kind(),
                r.channel(),
                r.occurred(),
                r.subject(),
                r.content(),
                r.category(),
                r.unit(),
                r.place(),
                false,
                false,
                r.about(),
                r.against(),
                r.points(),
                List.of(person("Nguyễn Thị Lan"), second),
                null);
    }
}
