package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.expect;
import static vn.caunoi.core.petition.Petitions.expectRefusal;
import static vn.caunoi.core.petition.Petitions.given;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.IntakeCommand.TakeOver;

/** A case of a former register that says how far it had come. */
class TakingOverTest {

    @Test
    void an_accepted_case_comes_with_what_was_done_and_ends_with_where_it_stood() {
        var reached = new Reached(Stand.ACCEPTED, RECEIVED_ON, true, false, null, null);
        given().when(order(reached, Set.of(), OFFICER.id())).expectState(petition -> {
            assertThat(petition.officer).isEqualTo(OFFICER.id());
            assertThat(petition.standing.day(Milestone.ACCEPTED)).contains(RECEIVED_ON);
        });
        expect(
                given().when(order(reached, Set.of(), OFFICER.id())),
                IntakeEvent.PetitionReceived.class,
                IntakeEvent.PetitionAssigned.class,
                IntakeEvent.PetitionClassified.class,
                IntakeEvent.PetitionAccepted.class,
                IntakeEvent.PetitionMovedIn.class);
    }

    @Test
    void a_closed_case_is_closed_with_its_result_on_its_day() {
        var decided = new Reached.Decided("15/QĐ", RECEIVED_ON, Conclusion.RIGHT, null);
        var reached = new Reached(
                Stand.CLOSED,
                RECEIVED_ON,
                false,
                false,
                decided,
                new Reached.Closed(ClosingGround.SETTLED, RECEIVED_AT));
        given().when(order(reached, Set.of(), null)).expectState(petition -> {
            assertThat(petition.closedFor).isEqualTo(ClosingGround.SETTLED);
            assertThat(petition.standing.day(Milestone.CLOSED)).contains(RECEIVED_ON);
        });
        expect(
                given().when(order(reached, Set.of(), null)),
                IntakeEvent.PetitionReceived.class,
                IntakeEvent.PetitionClassified.class,
                IntakeEvent.PetitionAccepted.class,
                RoundEvent.ResolutionIssued.class,
                CaseEvent.PetitionClosed.class,
                IntakeEvent.PetitionMovedIn.class);
    }

    @Test
    void nobody_is_given_what_is_about_them_and_what_is_here_stays_as_it_is() {
        expectRefusal(
                given().when(order(Reached.received(), Set.of(OFFICER.id()), OFFICER.id())), Reason.ABOUT_THIS_OFFICER);
        expect(given(received()).when(order(Reached.received(), Set.of(), null)));
    }

    private static TakeOver order(Reached reached, Set<OfficerId> accused, @Nullable OfficerId officer) {
        var origin = new Origin("register", "7", null, reached.stand() == Stand.CLOSED, reached.stand());
        return new TakeOver(ID, "CODE", content(), origin, reached, officer, accused, null, null);
    }
}
