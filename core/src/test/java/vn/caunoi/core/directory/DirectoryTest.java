package vn.caunoi.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.DirectoryCommand.*;
import vn.caunoi.core.directory.DirectoryCommand.EndAbsence;
import vn.caunoi.core.directory.DirectoryCommand.RecordAbsence;
import vn.caunoi.core.directory.DirectoryEvent.*;
import vn.caunoi.core.directory.DirectoryEvent.OfficerAbsent;
import vn.caunoi.core.directory.DirectoryEvent.OfficerBack;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

class DirectoryTest {

    private static final UnitId WARD = new UnitId("A");
    private static final UnitId PROVINCE = new UnitId("P");
    private static final OfficerId LAN = new OfficerId("lan");
    private static final OfficerId MINH = new OfficerId("minh");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final UnitEstablished ESTABLISHED = new UnitEstablished(WARD, PROVINCE, "Phường A");
    private static final OfficerAppointed APPOINTED =
            new OfficerAppointed(LAN, WARD, "Lan", Set.of(Role.OFFICER, Role.CLERK));

    private final AggregateTestFixture<Unit> unit = new AggregateTestFixture<>(Unit.class);
    private final AggregateTestFixture<Officer> officer = new AggregateTestFixture<>(Officer.class);

    @Test
    void a_unit_is_established_once() {
        unit.givenNoPriorActivity()
                .when(new EstablishUnit(WARD, PROVINCE, "Phường A"))
                .expectEvents(ESTABLISHED);
    }

    @Test
    void establishing_the_same_unit_again_changes_nothing() {
        unit.given(ESTABLISHED)
                .when(new EstablishUnit(WARD, PROVINCE, "Phường A"))
                .expectNoEvents();
    }

    @Test
    void an_id_is_not_taken_by_a_unit_of_another_name_or_parent() {
        for (EstablishUnit other : new EstablishUnit[] {
            new EstablishUnit(WARD, PROVINCE, "Phường B"), new EstablishUnit(WARD, null, "Phường A")
        }) {
            new AggregateTestFixture<>(Unit.class)
                    .given(ESTABLISHED)
                    .when(other)
                    .expectNoEvents()
                    .expectException(Matchers.predicate(thrown -> {
                        assertThat(((Refusal) thrown).reason()).isEqualTo(Reason.UNIT_TAKEN);
                        return true;
                    }));
        }
    }

    @Test
    void an_officer_is_appointed_and_later_to_something_else() {
        officer.givenNoPriorActivity()
                .when(new AppointOfficer(LAN, WARD, "Lan", Set.of(Role.CLERK, Role.OFFICER)))
                .expectEvents(APPOINTED);
        new AggregateTestFixture<>(Officer.class)
                .given(APPOINTED)
                .when(new AppointOfficer(LAN, PROVINCE, "Lan", Set.of(Role.HEAD)))
                .expectEvents(new OfficerAppointed(LAN, PROVINCE, "Lan", Set.of(Role.HEAD)));
    }

    @Test
    void somebody_is_away_with_a_deputy_and_comes_back_sooner() {
        var away = new OfficerAbsent(LAN, MONDAY, FRIDAY, MINH);
        officer.given(APPOINTED)
                .when(new RecordAbsence(LAN, MONDAY, FRIDAY, MINH))
                .expectEvents(away);
        later(APPOINTED, away)
                .when(new RecordAbsence(LAN, MONDAY, FRIDAY, MINH))
                .expectNoEvents();
        var back = new OfficerBack(LAN, MONDAY, MONDAY.plusDays(2));
        later(APPOINTED, away)
                .when(new EndAbsence(LAN, MONDAY, MONDAY.plusDays(2)))
                .expectEvents(back);
        later(APPOINTED, away, back)
                .when(new RecordAbsence(LAN, FRIDAY, null, null))
                .expectEvents(new OfficerAbsent(LAN, FRIDAY, null, null));
    }

    @Test
    void an_absence_that_is_wrong_is_refused() {
        var away = new OfficerAbsent(LAN, MONDAY, FRIDAY, null);
        refused(Reason.INVALID_INPUT, new RecordAbsence(LAN, FRIDAY, MONDAY, null), APPOINTED);
        refused(Reason.INVALID_INPUT, new RecordAbsence(LAN, MONDAY, FRIDAY, LAN), APPOINTED);
        refused(Reason.ABSENT_ALREADY, new RecordAbsence(LAN, FRIDAY, null, null), APPOINTED, away);
        refused(Reason.NO_SUCH_ABSENCE, new EndAbsence(LAN, FRIDAY, FRIDAY), APPOINTED, away);
    }

    private static TestExecutor<Officer> later(Object... past) {
        return new AggregateTestFixture<>(Officer.class).given(past);
    }

    private static void refused(Reason reason, Object command, Object... past) {
        later(past).when(command).expectNoEvents().expectException(Matchers.predicate(thrown -> {
            assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
            return true;
        }));
    }

    @Test
    void appointing_to_the_same_again_changes_nothing() {
        officer.given(APPOINTED)
                .when(new AppointOfficer(LAN, WARD, "Lan", Set.of(Role.CLERK, Role.OFFICER)))
                .expectNoEvents();
    }

    @Test
    void a_unit_is_renamed_and_moved_and_its_first_order_may_still_be_repeated() {
        var renamed = new UnitRenamed(WARD, "Phường An Bình", "Phường A");
        unit.given(ESTABLISHED).when(new RenameUnit(WARD, "Phường An Bình")).expectEvents(renamed);
        unitLater(ESTABLISHED, renamed)
                .when(new RenameUnit(WARD, "Phường An Bình"))
                .expectNoEvents();
        unitLater(ESTABLISHED)
                .when(new MoveUnit(WARD, new UnitId("Q")))
                .expectEvents(new UnitMoved(WARD, new UnitId("Q"), PROVINCE));
        unitLater(ESTABLISHED, renamed)
                .when(new EstablishUnit(WARD, PROVINCE, "Phường A"))
                .expectNoEvents();
    }

    @Test
    void how_a_unit_is_reached_is_set_anew_while_it_is() {
        var contact = new Contact("024 3942 1234", "1022", null, "Số 1", "7:30-17:00");
        var set = new UnitContactSet(WARD, contact);
        unit.given(ESTABLISHED).when(new SetUnitContact(WARD, contact)).expectEvents(set);
        unitLater(ESTABLISHED, set).when(new SetUnitContact(WARD, contact)).expectNoEvents();
        unitLater(ESTABLISHED, set)
                .when(new SetUnitContact(WARD, Contact.NONE))
                .expectEvents(new UnitContactSet(WARD, Contact.NONE));
        unitLater(ESTABLISHED, new UnitEnded(WARD, FRIDAY, new UnitId("B"), List.of()))
                .when(new SetUnitContact(WARD, contact))
                .expectNoEvents();
    }

    @Test
    void a_unit_ends_once_and_nothing_is_done_with_it_then() {
        var ended = new UnitEnded(WARD, FRIDAY, new UnitId("B"), List.of());
        unit.given(ESTABLISHED)
                .when(new EndUnit(WARD, FRIDAY, new UnitId("B"), List.of()))
                .expectEvents(ended);
        unitLater(ESTABLISHED, ended)
                .when(new EndUnit(WARD, FRIDAY, new UnitId("B"), List.of()))
                .expectNoEvents();
        unitLater(ESTABLISHED, ended)
                .when(new RenameUnit(WARD, "x"))
                .expectNoEvents()
                .expectException(Matchers.predicate(thrown -> {
                    assertThat(((Refusal) thrown).reason()).isEqualTo(Reason.UNIT_ENDED);
                    return true;
                }));
    }

    @Test
    void an_appointment_has_its_days() {
        Set<Role> head = Set.of(Role.HEAD);
        officer.given(APPOINTED)
                .when(new AppointOfficer(LAN, WARD, "Lan", head, MONDAY, FRIDAY))
                .expectEvents(new OfficerAppointed(LAN, WARD, "Lan", head, MONDAY, FRIDAY));
        later(APPOINTED, new OfficerAppointed(LAN, WARD, "Lan", head, MONDAY, FRIDAY))
                .when(new AppointOfficer(LAN, WARD, "Lan", head, MONDAY, FRIDAY))
                .expectNoEvents();
        refused(Reason.INVALID_INPUT, new AppointOfficer(LAN, WARD, "Lan", head, FRIDAY, MONDAY), APPOINTED);
    }

    private static TestExecutor<Unit> unitLater(Object... past) {
        return new AggregateTestFixture<>(Unit.class).given(past);
    }
}
