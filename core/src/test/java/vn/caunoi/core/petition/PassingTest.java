package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseCommand.PassBack;
import vn.caunoi.core.petition.CaseCommand.PassOn;
import vn.caunoi.core.petition.IntakeEvent.*;
import vn.caunoi.core.petition.TaskEvent.*;

/** From unit to unit of the house: passed back once with a reason, the second time the unit above decides. */
class PassingTest {

    private static final PassOn TO_B = new PassOn(ID, WARD_B, "Thẩm quyền phường B", OFFICER);
    private static final PetitionPassed PASSED = new PetitionPassed(ID, WARD_A, WARD_B, text("Thẩm quyền phường B"));
    private static final PetitionAssigned AT_B = new PetitionAssigned(ID, WARD_B, null, null);
    private static final PetitionPassedBack BACK =
            new PetitionPassedBack(ID, WARD_B, WARD_A, false, text("Không phải"));
    private static final PetitionAssigned AT_A = new PetitionAssigned(ID, WARD_A, null, null);
    private static final PassBack RETURN = new PassBack(ID, "Không phải", PROVINCE, false, STRANGER);

    @Test
    void code_and_limits_stay_and_open_work_goes_along() {
        var processing = set("process", Basis.RECEIVED, RECEIVED_ON, 20);
        given(received(), processing, opened("triage"), claimed("triage", OFFICER))
                .when(TO_B)
                .expectEvents(
                        PASSED, AT_B, new TaskReassigned(ID, new TaskId("triage"), WARD_B, null, OFFICER.id(), null))
                .expectState(petition -> {
                    assertThat(petition.deadlines.earliest()).isEqualTo(processing.due());
                    assertThat(petition.dossier.code()).isEqualTo("K7M4-PX9T-2HC0");
                });
    }

    @Test
    void the_receiver_passes_it_back_to_who_passed_it_on() {
        given(received(), PASSED, AT_B).when(RETURN).expectEvents(BACK, AT_A);
    }

    @Test
    void the_second_time_it_goes_to_the_unit_above_both() {
        given(received(), PASSED, AT_B, BACK, AT_A, PASSED, AT_B)
                .when(RETURN)
                .expectEvents(
                        new PetitionPassedBack(ID, WARD_B, PROVINCE, true, text("Không phải")),
                        new PetitionAssigned(ID, PROVINCE, null, null));
    }

    @Test
    void what_the_unit_above_decides_stands() {
        expectRefusal(
                given(received(), PASSED, AT_B).when(new PassBack(ID, "Không phải", PROVINCE, true, STRANGER)),
                Reason.SUPERIOR_DECIDED);
    }

    @Test
    void only_what_was_passed_on_to_the_unit_is_passed_back_and_only_once() {
        expectRefusal(
                given(received()).when(new PassBack(ID, "Không phải", PROVINCE, false, OFFICER)), Reason.NOT_PASSED_ON);
        expectRefusal(
                given(received(), PASSED, AT_B, BACK, AT_A)
                        .when(new PassBack(ID, "Không phải", PROVINCE, false, OFFICER)),
                Reason.NOT_PASSED_ON);
        Actor province = new Actor(new OfficerId("p"), PROVINCE, Set.of(PROVINCE), Set.of(Role.HEAD));
        expectRefusal(
                given(received(), PASSED, AT_B, new PetitionAssigned(ID, PROVINCE, null, text("Khác")))
                        .when(new PassBack(ID, "Không phải", PROVINCE, false, province)),
                Reason.NOT_PASSED_ON);
    }

    @Test
    void it_goes_to_another_unit_with_a_reason_and_before_it_is_taken_on() {
        expectRefusal(given(received()).when(new PassOn(ID, WARD_A, "r", OFFICER)), Reason.INVALID_INPUT);
        expectRefusal(given(received()).when(new PassOn(ID, WARD_B, " ", OFFICER)), Reason.INVALID_INPUT);
        expectRefusal(given(received()).when(new PassOn(ID, WARD_B, "r", CLERK)), Reason.NOT_ALLOWED);
        expectRefusal(given(received()).when(new PassOn(ID, WARD_B, "r", STRANGER)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(), classified(), accepted()).when(TO_B), Reason.ALREADY_ACCEPTED);
        expectRefusal(given(received(), closed(ClosingGround.STORED)).when(TO_B), Reason.ALREADY_CLOSED);
        expectRefusal(given(received(), withdrawn()).when(TO_B), Reason.WITHDRAWN);
    }

    @Test
    void passes_are_counted_for_the_diagram() {
        Facts facts = Facts.none()
                .after(received(), NOW)
                .after(PASSED, NOW)
                .after(AT_B, NOW)
                .after(BACK, NOW);
        assertThat(facts.asMap()).containsEntry("passes", 2L);
    }

    @Test
    void who_takes_a_unit_over_takes_its_open_work_and_who_goes_along_keeps_theirs() {
        var over = new CaseCommand.TakeOver(ID, WARD_A, WARD_B, null, Set.of(OFFICER.id()));
        var taken = new CaseEvent.PetitionTakenOver(ID, WARD_A, WARD_B, null);
        given(received(), opened("triage"), claimed("triage", OFFICER))
                .when(over)
                .expectEvents(
                        taken,
                        AT_B,
                        new TaskReassigned(ID, new TaskId("triage"), WARD_B, OFFICER.id(), OFFICER.id(), null));
        given(received(), opened("triage"), claimed("triage", OFFICER))
                .when(new CaseCommand.TakeOver(ID, WARD_A, WARD_B, null, Set.of()))
                .expectEvents(
                        taken, AT_B, new TaskReassigned(ID, new TaskId("triage"), WARD_B, null, OFFICER.id(), null));
        given(received(), taken, AT_B).when(over).expectNoEvents();
    }

    @Test
    void what_was_passed_to_a_unit_that_is_no_more_is_passed_back_by_who_took_it_over() {
        var taken = new CaseEvent.PetitionTakenOver(ID, WARD_B, PROVINCE, null);
        Actor province = new Actor(new OfficerId("p"), PROVINCE, Set.of(PROVINCE), Set.of(Role.HEAD));
        given(received(), PASSED, AT_B, taken, new PetitionAssigned(ID, PROVINCE, null, null))
                .when(new PassBack(ID, "Không phải", PROVINCE, false, province))
                .expectEvents(new PetitionPassedBack(ID, PROVINCE, WARD_A, false, text("Không phải")), AT_A);
    }
}
