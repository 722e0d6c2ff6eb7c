package vn.caunoi.processes.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.Cases;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.DeadlineCommand;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.routing.Route;
import vn.caunoi.processes.rules.DmnRules;

class ActionsTest {

    private static final Instant NOW = Instant.parse("2026-11-18T03:00:00Z");
    private static final Facts RECEIVED = Facts.none().after(Cases.received(), NOW);

    private final Actions actions = new Actions(
            ActionsTest::rule,
            unit -> unit.value().equals("A") ? Optional.of(new UnitId("P")) : Optional.empty(),
            asked -> Objects.equals(asked.place(), "thôn 3")
                    ? Optional.of(new Route("R1", "routing@1", new UnitId("B"), "local", "X"))
                    : Optional.empty());

    @Test
    void a_petition_is_given_to_the_unit_that_the_table_names_for_its_place() {
        assertThat(actions.orders(Cases.ID, "call", "route", Map.of(), RECEIVED))
                .containsExactly(new Report.RouteByRule(Cases.ID, new UnitId("B"), "R1 routing@1"));
    }

    @Test
    void where_the_table_has_no_row_the_petition_stays_and_a_unit_that_is_not_there_is_told() {
        var silent = new Actions(ActionsTest::rule, unit -> Optional.empty(), asked -> Optional.empty());
        assertThat(silent.orders(Cases.ID, "call", "route", Map.of(), RECEIVED)).isEmpty();
        var nobody = new Superiors() {
            @Override
            public Optional<UnitId> above(UnitId unit) {
                return Optional.empty();
            }

            @Override
            public boolean knows(UnitId unit) {
                return false;
            }
        };
        var wrong = new Actions(
                ActionsTest::rule,
                nobody,
                asked -> Optional.of(new Route("R9", "routing@1", new UnitId("nowhere"), "local", "X")));
        assertThatThrownBy(() -> wrong.orders(Cases.ID, "call", "route", Map.of(), RECEIVED))
                .isInstanceOf(WrongAction.class)
                .hasMessageContaining("R9");
    }

    @Test
    void a_deadline_is_set_by_the_rule_in_force_when_it_is_set() {
        var orders = actions.orders(
                Cases.ID, "call", "set-deadline", Map.of("stage", "process", "basis", "RECEIVED"), RECEIVED);
        assertThat(orders).singleElement().isInstanceOfSatisfying(DeadlineCommand.SetDeadline.class, order -> {
            assertThat(order.stage()).isEqualTo("process");
            assertThat(order.basis()).isEqualTo(Basis.RECEIVED);
            assertThat(order.rule().id()).isEqualTo("COMPLAINT process 2026-11-18");
        });
    }

    @Test
    void a_petition_whose_kind_is_not_known_yet_is_processed_in_the_time_of_any_kind() {
        Facts unknown = Facts.none().after(Cases.received(null), NOW);
        var orders = new Actions(DmnRules.shipped(), unit -> Optional.empty(), asked -> Optional.empty())
                .orders(Cases.ID, "call", "set-deadline", Map.of("stage", "process", "basis", "RECEIVED"), unknown);
        assertThat(orders)
                .singleElement()
                .isInstanceOfSatisfying(
                        DeadlineCommand.SetDeadline.class,
                        order -> assertThat(order.rule().id()).isEqualTo("D01"));
    }

    @Test
    void a_day_that_is_not_there_yet_cannot_be_counted_from() {
        assertThatThrownBy(() -> actions.orders(
                        Cases.ID, "call", "set-deadline", Map.of("stage", "settle_1", "basis", "ACCEPTED"), RECEIVED))
                .isInstanceOf(WrongAction.class);
    }

    @Test
    void a_date_taken_over_from_another_register_stands() {
        Facts imported = RECEIVED.after(
                new DeadlineEvent.DeadlineSet(
                        Cases.ID,
                        "process",
                        Basis.RECEIVED,
                        LocalDate.EPOCH,
                        null,
                        false,
                        NOW,
                        "imported",
                        "1",
                        "1",
                        "register",
                        List.of()),
                NOW);
        assertThat(actions.orders(
                        Cases.ID, "call", "set-deadline", Map.of("stage", "process", "basis", "RECEIVED"), imported))
                .isEmpty();
    }

    @Test
    void an_escalation_climbs_the_units_and_stays_at_the_top() {
        assertThat(unitOf("1")).isEqualTo("A");
        assertThat(unitOf("2")).isEqualTo("P");
        assertThat(unitOf("5")).isEqualTo("P");
    }

    @Test
    void a_case_is_closed_on_a_ground() {
        assertThat(actions.orders(Cases.ID, "call", "close-petition", Map.of("ground", "GUIDED"), RECEIVED))
                .containsExactly(new Report.CloseCase(Cases.ID, ClosingGround.GUIDED));
    }

    @Test
    void what_the_catalogue_does_not_have_is_refused() {
        assertThat(ActionCatalogue.problems("rm", Map.of()))
                .extracting(ActionProblem::english)
                .containsExactly("There is no action \"rm\"");
        assertThat(ActionCatalogue.problems("close-petition", Map.of("ground", "TIRED", "force", "yes")))
                .hasSize(2);
        assertThat(ActionCatalogue.problems("escalate", Map.of()))
                .extracting(ActionProblem::english)
                .containsExactly("Input \"level\" is missing");
        assertThat(ActionCatalogue.problems("notify", Map.of("template", "receipt", "to", "citizen")))
                .isEmpty();
        assertThatThrownBy(() -> actions.orders(Cases.ID, "call", "escalate", Map.of("level", "0"), RECEIVED))
                .isInstanceOf(WrongAction.class);
    }

    private String unitOf(String level) {
        var order = actions.orders(Cases.ID, "call", "escalate", Map.of("level", level), RECEIVED)
                .getFirst();
        return ((Report.EscalateByRule) order).unit().value();
    }

    private static DeadlineRule rule(RuleQuestion question) {
        String id = question.kind() + " " + question.stage() + " " + question.on();
        return new DeadlineRule(
                id, "1", question.stage(), new Limit(10, LimitUnit.WORKING_DAYS), true, "law", "S", null);
    }
}
