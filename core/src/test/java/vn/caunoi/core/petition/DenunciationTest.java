package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.expect;
import static vn.caunoi.core.petition.Petitions.expectRefusal;
import static vn.caunoi.core.petition.Petitions.given;
import static vn.caunoi.core.petition.Petitions.then;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;
import vn.caunoi.core.petition.DenunciationCommand.ProlongSettlement;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;

/** What the law on denunciations allows (LTC 2018 as amended). */
class DenunciationTest {

    private static final DeadlineSet SETTLE = set("settle", Basis.ACCEPTED, ACCEPTED_ON, 30);

    @Test
    void the_head_accepts_a_denunciation_with_a_name_and_nobody_else_does() {
        expect(
                given(denounced(task("decide-denunciation"))).when(accept(HEAD)),
                TaskEvent.TaskClaimed.class,
                IntakeEvent.PetitionAccepted.class,
                TaskEvent.TaskCompleted.class);
        Actor officerAtHeadsTask = Actor.of("officer1", "A", Role.OFFICER);
        expectRefusal(
                given(denounced(task("decide-denunciation"))).when(accept(officerAtHeadsTask)), Reason.NOT_YOUR_TASK);
    }

    @Test
    void without_a_name_it_is_not_accepted() {
        PetitionEvent[] past = {
            anonymous(), new IntakeEvent.PetitionClassified(ID, Kind.DENUNCIATION, null), task("decide-denunciation")
        };
        expectRefusal(given(past).when(accept(HEAD)), Reason.WITHOUT_A_NAME);
    }

    @Test
    void a_complex_one_is_prolonged_once_and_a_specially_complex_one_twice_D32_D33() {
        PetitionEvent[] past = denounced(accepted(), SETTLE);
        expect(
                given(past).when(prolong(Complexity.COMPLEX, HEAD)),
                DenunciationEvent.SettlementProlonged.class,
                DeadlineEvent.DeadlineExtended.class);
        PetitionEvent[] once = then(past, extended());
        expectRefusal(given(once).when(prolong(Complexity.COMPLEX, HEAD)), Reason.ALREADY_PROLONGED);
        expect(
                given(once).when(prolong(Complexity.SPECIALLY_COMPLEX, HEAD)),
                DenunciationEvent.SettlementProlonged.class,
                DeadlineEvent.DeadlineExtended.class);
        PetitionEvent[] twice = then(once, extended());
        expectRefusal(given(twice).when(prolong(Complexity.SPECIALLY_COMPLEX, HEAD)), Reason.ALREADY_PROLONGED);
    }

    @Test
    void it_is_prolonged_by_the_head_for_its_complexity_before_the_limit_passes() {
        PetitionEvent[] past = denounced(accepted(), SETTLE);
        expectRefusal(given(past).when(prolong(Complexity.COMPLEX, OFFICER)), Reason.NOT_ALLOWED);
        var freely = new DeadlineCommand.ExtendDeadline(
                ID, "settle", vn.caunoi.core.deadline.Limit.calendarDays(5), "Nhiều việc", HEAD);
        expectRefusal(given(past).when(freely), Reason.ONLY_IF_COMPLEX);
        PetitionEvent[] late = denounced(accepted(), set("settle", Basis.ACCEPTED, ACCEPTED_ON, 3));
        expectRefusal(given(late).when(prolong(Complexity.COMPLEX, HEAD)), Reason.DEADLINE_PASSED);
    }

    @Test
    void nothing_is_concluded_that_was_not_reported() {
        PetitionEvent[] past = denounced(accepted(), task("conclude-denunciation"));
        expectRefusal(
                given(past)
                        .when(complete(
                                "conclude-denunciation",
                                "concluded",
                                HEAD,
                                "number",
                                "7/KL",
                                "concludedOn",
                                TODAY.toString(),
                                "verdict",
                                "FALSE",
                                "responsible",
                                "—",
                                "measures",
                                "—")),
                Reason.NOT_REPORTED_YET);
    }

    @Test
    void what_was_concluded_is_not_withdrawn_suspended_or_sent_back() {
        PetitionEvent[] past = denounced(accepted(), started("denunciation"), concluded());
        expectRefusal(
                given(past).when(new CaseCommand.Withdraw(ID, List.of(), null, "r", CLERK)), Reason.ALREADY_CONCLUDED);
        expectRefusal(given(past).when(new CaseCommand.Suspend(ID, "g", "r", TODAY, HEAD)), Reason.ALREADY_CONCLUDED);
        expectRefusal(given(past).when(new CaseCommand.SendBack(ID, "assign", "r", HEAD)), Reason.ALREADY_CONCLUDED);
    }

    @Test
    void the_head_sets_a_withdrawal_aside() {
        PetitionEvent[] past = denounced(accepted(), withdrawn(), task("decide-withdrawal"));
        expect(
                given(past)
                        .when(complete("decide-withdrawal", "go-on", HEAD, "ground", "COERCED", "reason", "Bị đe dọa")),
                TaskEvent.TaskClaimed.class,
                DenunciationEvent.WithdrawalSetAside.class,
                TaskEvent.TaskCompleted.class);
    }

    @Test
    void naming_a_head_as_accused_gives_the_case_with_its_work_to_the_unit_above() {
        PetitionEvent[] past = denounced(opened("check-denunciation"), claimed("check-denunciation", OFFICER));
        expect(
                given(past).when(new DenunciationCommand.NameAccused(ID, Set.of(HEAD.id()), PROVINCE, OFFICER)),
                DenunciationEvent.AccusedNamed.class,
                IntakeEvent.PetitionAssigned.class,
                TaskEvent.TaskReassigned.class);
    }

    @Test
    void nobody_works_on_what_is_about_them() {
        PetitionEvent[] past =
                denounced(opened("check-denunciation"), new DenunciationEvent.AccusedNamed(ID, List.of(OFFICER.id())));
        expectRefusal(
                given(past).when(new TaskCommand.ClaimTask(ID, new TaskId("check-denunciation"), OFFICER)),
                Reason.NOT_YOUR_TASK);
        expectRefusal(given(past).when(new CaseCommand.AddNote(ID, "r", OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(
                given(past).when(new CaseCommand.Reassign(ID, WARD_A, OFFICER.id(), "r", HEAD)),
                Reason.ABOUT_THIS_OFFICER);
    }

    @Test
    void what_an_accused_officer_held_goes_back_to_the_group() {
        PetitionEvent[] past = denounced(opened("check-denunciation"), claimed("check-denunciation", OFFICER));
        expect(
                given(past).when(new DenunciationCommand.NameAccused(ID, Set.of(OFFICER.id()), WARD_A, HEAD)),
                DenunciationEvent.AccusedNamed.class,
                TaskEvent.TaskReassigned.class);
    }

    @Test
    void the_acts_of_denunciations_are_for_them_only() {
        PetitionEvent[] complaint = {received(), classified(), task("decide-denunciation")};
        expectRefusal(given(complaint).when(accept(HEAD)), Reason.NOT_FOR_THIS_KIND);
    }

    private static Object accept(Actor by) {
        return complete("decide-denunciation", "accept", by, "decisionNumber", "5/QĐ", "acceptedOn", TODAY.toString());
    }

    private static ProlongSettlement prolong(Complexity complexity, Actor by) {
        return new ProlongSettlement(ID, complexity, rule(complexity.stage(), 30), "Nhiều nơi", by);
    }

    private static DeadlineEvent.DeadlineExtended extended() {
        return new DeadlineEvent.DeadlineExtended(
                ID,
                "settle",
                vn.caunoi.core.deadline.Limit.calendarDays(30),
                SETTLE.due(),
                due(2027, 1, 8),
                text("Nhiều nơi"),
                List.of());
    }

    private static DenunciationEvent.DenunciationConcluded concluded() {
        return new DenunciationEvent.DenunciationConcluded(
                ID, "7/KL", TODAY, Verdict.PARTLY_TRUE, text("Ông B"), text("Khiển trách"), null, HEAD.id());
    }

    private static TaskOpened task(String form) {
        return new TaskOpened(
                ID, new TaskId(form), "denunciation", form, 1, form, form(form), WARD_A, Role.HEAD, null, null);
    }

    private static PetitionEvent[] denounced(PetitionEvent... more) {
        PetitionEvent[] past = {
            received(Kind.DENUNCIATION), new IntakeEvent.PetitionClassified(ID, Kind.DENUNCIATION, null)
        };
        return then(past, more);
    }

    private static IntakeEvent.PetitionReceived anonymous() {
        var named = received(Kind.DENUNCIATION);
        return new IntakeEvent.PetitionReceived(
                named.petition(),
                named.code(),
                named.pinHash(),
                named.kind(),
                named.channel(),
                named.occurred(),
                named.subject(),
                named.content(),
                named.category(),
                named.unit(),
                named.place(),
                true,
                named.confidential(),
                named.about(),
                named.against(),
                named.points(),
                List.of(),
                null);
    }
}
