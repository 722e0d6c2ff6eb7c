package vn.caunoi.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.DirectoryCommand.*;
import vn.caunoi.core.directory.DirectoryEvent.*;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

class DirectoryTest {

    private static final UnitId WARD = new UnitId("A");
    private static final UnitId PROVINCE = new UnitId("P");
    private static final OfficerId LAN = new OfficerId("lan");
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
    void appointing_to_the_same_again_changes_nothing() {
        officer.given(APPOINTED)
                .when(new AppointOfficer(LAN, WARD, "Lan", Set.of(Role.CLERK, Role.OFFICER)))
                .expectNoEvents();
    }
}
