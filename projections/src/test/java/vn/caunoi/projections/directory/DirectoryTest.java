package vn.caunoi.projections.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Contact;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.directory.DirectoryEvent.OfficerAbsent;
import vn.caunoi.core.directory.DirectoryEvent.OfficerAppointed;
import vn.caunoi.core.directory.DirectoryEvent.OfficerBack;
import vn.caunoi.core.directory.DirectoryEvent.UnitContactSet;
import vn.caunoi.core.directory.DirectoryEvent.UnitEnded;
import vn.caunoi.core.directory.DirectoryEvent.UnitEstablished;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.directory.UnitPart;
import vn.caunoi.projections.Ledger;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.directory.Directory.Reached;
import vn.caunoi.projections.directory.Directory.Unit;

class DirectoryTest extends ReadModelsTest {
    @Autowired
    private Directory directory;

    @Autowired
    private Absences absences;

    private final UnitId province = new UnitId(unit + "-P");
    private final UnitId wardA = new UnitId(unit + "-A");
    private final UnitId wardB = new UnitId(unit + "-B");
    private final OfficerId officer = new OfficerId(unit + "-officer");

    @BeforeEach
    void units() {
        establish(province, null, "Province");
        establish(wardB, province, "Ward B");
        establish(wardA, province, "Ward A");
    }

    @Test
    void an_officer_acts_for_the_unit_and_all_below_it() {
        appoint(province, 0, Role.INSPECTOR);
        assertThat(directory.actorOf(officer))
                .contains(new Actor(officer, province, Set.of(province, wardA, wardB), Set.of(Role.INSPECTOR)));
    }

    @Test
    void whoever_cannot_reach_a_unit_reaches_the_one_above() {
        Contact contact = new Contact("024 3942 1234", "1022", null, null, "7:30-17:00");
        reach(province, 1, contact);
        assertThat(directory.nearest(wardA)).contains(new Reached(province, "Province", contact));
        reach(wardA, 1, new Contact(null, "1023", null, null, null));
        assertThat(directory.nearest(wardA).orElseThrow().contact().hotline()).isEqualTo("1023");
        reach(wardA, 2, Contact.NONE);
        assertThat(directory.nearest(wardA).orElseThrow().unit()).isEqualTo(province);
        assertThat(directory.contacts())
                .contains(new Reached(province, "Province", contact), new Reached(wardA, "Ward A", Contact.NONE));
    }

    @Test
    void a_new_appointment_replaces_the_former() {
        appoint(province, 0, Role.INSPECTOR);
        appoint(wardA, 1, Role.CLERK, Role.OFFICER);
        Actor actor = directory.actorOf(officer).orElseThrow();
        assertThat(actor.covers()).containsExactly(wardA);
        assertThat(actor.roles()).containsExactlyInAnyOrder(Role.CLERK, Role.OFFICER);
        assertThat(directory.officersOf(wardA))
                .extracting(Directory.Officer::id)
                .containsExactly(officer);
        assertThat(directory.officersOf(province)).isEmpty();
    }

    @Test
    void who_was_not_appointed_is_nobody() {
        assertThat(directory.actorOf(new OfficerId("nobody"))).isEmpty();
    }

    @Test
    void somebody_is_away_on_the_days_recorded_and_the_deputy_knows_for_whom() {
        appoint(wardA, 0, Role.OFFICER);
        LocalDate monday = LocalDate.of(2026, 11, 23);
        OfficerId deputy = new OfficerId(unit + "-deputy");
        tell(1, new OfficerAbsent(officer, monday, monday.plusDays(4), deputy));
        assertThat(absences.away(List.of(officer), monday.minusDays(1))).isEmpty();
        assertThat(absences.away(List.of(officer), monday.plusDays(4))).containsKey(officer);
        assertThat(absences.away(List.of(officer), monday.plusDays(5))).isEmpty();
        assertThat(absences.standsInFor(deputy, monday))
                .extracting(Absence::officer)
                .containsExactly(officer);
        assertThat(absences.absencesOf(List.of(officer), monday.plusDays(5))).isEmpty();
        tell(2, new OfficerBack(officer, monday, monday.plusDays(2)));
        assertThat(absences.away(List.of(officer), monday.plusDays(1))).containsKey(officer);
        assertThat(absences.away(List.of(officer), monday.plusDays(2))).isEmpty();
        tell(3, new OfficerBack(officer, monday, monday));
        assertThat(absences.absencesOf(List.of(officer), monday)).isEmpty();
    }

    private void tell(long sequence, DirectoryEvent event) {
        new Ledger(events, transactions).record("officer", "officer:" + officer, sequence, event, "head1");
        settle();
    }

    @Test
    void units_are_listed_as_a_tree_by_name_with_the_way_from_the_top() {
        assertThat(directory.units())
                .extracting(Unit::id)
                .filteredOn(id -> id.value().startsWith(unit + "-"))
                .containsExactly(province, wardA, wardB);
        assertThat(directory.path(wardB)).extracting(Unit::name).containsExactly("Province", "Ward B");
    }

    @Test
    void a_role_gives_rights_on_its_days_only() {
        LocalDate today = DueDate.dayOf(clock.instant());
        appoint(wardA, 0, Role.OFFICER);
        Set<Role> both = Set.of(Role.OFFICER, Role.HEAD);
        tell(1, new OfficerAppointed(officer, wardA, "Name", both, today.plusDays(2), today.plusDays(4)));
        assertThat(roles()).containsExactly(Role.OFFICER);
        clock.advance(Duration.ofDays(2));
        assertThat(roles()).containsExactlyInAnyOrder(Role.OFFICER, Role.HEAD);
        clock.advance(Duration.ofDays(3));
        assertThat(roles()).containsExactly(Role.OFFICER);
        tell(2, new OfficerAppointed(officer, wardB, "Name", Set.of(Role.CLERK), today.plusDays(6), today.plusDays(6)));
        tell(3, new OfficerAppointed(officer, wardB, "Name", Set.of(), today.plusDays(7), null));
        clock.advance(Duration.ofDays(1));
        assertThat(directory.actorOf(officer).orElseThrow().unit()).isEqualTo(wardB);
        clock.advance(Duration.ofDays(1));
        assertThat(roles()).isEmpty();
        assertThat(directory.appointmentsOf(List.of(officer)).get(officer)).hasSize(4);
        OfficerId coming = new OfficerId(unit + "-coming");
        LocalDate later = DueDate.dayOf(clock.instant()).plusDays(9);
        new Ledger(events, transactions)
                .record(
                        "officer",
                        "officer:" + coming,
                        0,
                        new OfficerAppointed(coming, wardA, "Coming", Set.of(Role.HEAD), later, null),
                        "admin1");
        settle();
        assertThat(directory.actorOf(coming)).isEmpty();
        assertThat(directory.officer(coming).orElseThrow().roles()).isEmpty();
        assertThat(directory.officersOf(wardA))
                .extracting(Directory.Officer::id)
                .doesNotContain(coming);
    }

    private Set<Role> roles() {
        return directory.actorOf(officer).orElseThrow().roles();
    }

    @Test
    void an_old_code_leads_to_who_took_over_and_they_cover_it() {
        appoint(wardB, 0, Role.HEAD);
        UnitPart east = new UnitPart(province, List.of("Thôn Đông"), List.of());
        new Ledger(events, transactions)
                .record(
                        "unit",
                        "unit:" + wardA,
                        1,
                        new UnitEnded(wardA, DueDate.dayOf(clock.instant()), wardB, List.of(east)),
                        "admin1");
        settle();
        assertThat(directory.successor(wardA)).isEqualTo(wardB);
        assertThat(directory.successor(wardA, "thon  dong", null)).isEqualTo(province);
        assertThat(directory.successor(wardB, "thon dong", null)).isEqualTo(wardB);
        assertThat(directory.actorOf(officer).orElseThrow().covers()).containsExactlyInAnyOrder(wardA, wardB);
        assertThat(directory.units()).extracting(Unit::id).contains(wardB).doesNotContain(wardA);
        assertThat(directory.everyUnit()).extracting(Unit::id).contains(wardA);
        assertThat(directory.ended()).contains(wardA);
    }

    private void reach(UnitId id, long sequence, Contact contact) {
        new Ledger(events, transactions)
                .record("unit", "unit:" + id, sequence, new UnitContactSet(id, contact), "admin1");
        settle();
    }

    private void establish(UnitId id, @Nullable UnitId parent, String name) {
        new Ledger(events, transactions)
                .record("unit", "unit:" + id, 0, new UnitEstablished(id, parent, name), "admin1");
        settle();
    }

    private void appoint(UnitId to, long sequence, Role... roles) {
        OfficerAppointed event = new OfficerAppointed(officer, to, "Name", Set.of(roles));
        new Ledger(events, transactions).record("officer", "officer:" + officer, sequence, event, "admin1");
        settle();
    }
}
