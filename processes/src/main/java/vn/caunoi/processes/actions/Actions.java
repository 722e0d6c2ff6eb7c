package vn.caunoi.processes.actions;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.DeadlineCommand;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;
import vn.caunoi.core.routing.Route;
import vn.caunoi.core.routing.Routing;
import vn.caunoi.core.routing.RoutingQuestion;

/** What each action of the {@link ActionCatalogue} orders of the petition it is for. */
public final class Actions {

    /** The category of what is about a procedure, a form or a fee. */
    private static final String ADMINISTRATIVE_RULE = "administrative-rule";

    private final Rules rules;
    private final Superiors superiors;
    private final Routing routing;

    public Actions(Rules rules, Superiors superiors, Routing routing) {
        this.rules = rules;
        this.superiors = superiors;
        this.routing = routing;
    }

    /**
     * @param call id of this call of the action, the same when the same event moves the process again
     * @param facts up to the event that moves the process
     * @return what to send, in order
     * @throws WrongAction when there is no such action, or not with these inputs
     */
    public List<PetitionCommand> orders(
            PetitionId petition, String call, String topic, Map<String, String> inputs, Facts facts) {
        List<ActionProblem> problems = ActionCatalogue.problems(topic, inputs);
        if (!problems.isEmpty())
            throw new WrongAction(problems.stream().map(ActionProblem::english).collect(Collectors.joining("; ")));
        return switch (topic) {
            case "set-deadline" -> deadline(petition, inputs, facts);
            case "close-petition" ->
                List.of(new Report.CloseCase(petition, ClosingGround.valueOf(given(inputs, "ground"))));
            case "escalate" -> escalation(petition, inputs, facts);
            case "route" -> route(petition, facts);
            case "limit-supplement" -> List.of(new Report.LimitSupplement(petition, supplement(facts)));
            case "notify" ->
                List.of(new Report.RequestNotice(petition, call, given(inputs, "template"), given(inputs, "to")));
            default -> throw new WrongAction("There is no action \"" + topic + "\"");
        };
    }

    private List<PetitionCommand> deadline(PetitionId petition, Map<String, String> inputs, Facts facts) {
        String stage = ofTheRound(given(inputs, "stage"), facts);
        // a receipt log tells its date after the receipt, by which the process has begun
        boolean givenByRegister = facts.is("imported")
                && stage.equals("process")
                && !facts.text("event").equals("petition.moved-in");
        if (givenByRegister || facts.is("importedDeadline")) return List.of();
        Basis basis = Basis.valueOf(given(inputs, "basis"));
        mustHaveHappened(basis, facts);
        return List.of(new DeadlineCommand.SetDeadline(petition, stage, basis, rule(stage, basis, facts)));
    }

    /**
     * The rule in force when the deadline is set: a paper that came years ago is not judged by a law of then. What was
     * accepted or decided in a former register was, and is settled by the rules of that day where the table has them.
     */
    private DeadlineRule rule(String stage, Basis basis, Facts facts) {
        @Nullable String kind = facts.text("kind").isEmpty() ? null : facts.text("kind");
        LocalDate today = facts.day("today");
        var now = new RuleQuestion(kind, stage, circumstances(facts), today);
        LocalDate then = day(basis, facts);
        if (!facts.is("imported") || !then.isBefore(today)) return rules.ruleFor(now);
        try {
            return rules.ruleFor(new RuleQuestion(kind, stage, circumstances(facts), then));
        } catch (NoRuleFits noneYet) {
            return rules.ruleFor(now);
        }
    }

    private DeadlineRule supplement(Facts facts) {
        @Nullable String kind = given(facts, "kind");
        return rules.ruleFor(new RuleQuestion(kind, "supplement", circumstances(facts), facts.day("today")));
    }

    /** All stages that a limit of a diagram can be set for, by the round of the case. */
    public static List<String> stages(String stage) {
        String second = inTheSecondRound(stage);
        return second.equals(stage) ? List.of(stage) : List.of(stage, second);
    }

    /** A complaint for the second time has limits of its own for what a diagram of complaints limits (LKN Đ36, Đ37, Đ41). */
    private static String ofTheRound(String stage, Facts facts) {
        return facts.is("secondRound") ? inTheSecondRound(stage) : stage;
    }

    private static String inTheSecondRound(String stage) {
        return switch (stage) {
            case "accept_1" -> "accept_2";
            case "settle_1" -> "settle_2";
            case "send_1" -> "send_2";
            default -> stage;
        };
    }

    private static Set<Circumstance> circumstances(Facts facts) {
        Set<Circumstance> circumstances = EnumSet.noneOf(Circumstance.class);
        if (facts.is("complex")) circumstances.add(Circumstance.COMPLEX);
        if (facts.is("remote")) circumstances.add(Circumstance.REMOTE);
        if (facts.text("channel").equals(Channel.PORTAL.name())) circumstances.add(Circumstance.GOVERNMENT_PORTAL);
        if (facts.text("category").equals(ADMINISTRATIVE_RULE)) circumstances.add(Circumstance.ADMINISTRATIVE_RULE);
        if (facts.is("severalPlaces")) circumstances.add(Circumstance.SEVERAL_PLACES);
        return circumstances;
    }

    private static void mustHaveHappened(Basis basis, Facts facts) {
        boolean never = Facts.NEVER.equals(day(basis, facts));
        if (basis != Basis.OVERDUE && never) throw new WrongAction("The petition is not " + basis + " yet");
    }

    /** The day that a limit is counted after; {@link Facts#NEVER} when there is none yet. */
    public static LocalDate day(Basis basis, Facts facts) {
        return facts.day(
                switch (basis) {
                    case RECEIVED -> "received";
                    case CLASSIFIED -> "classifiedOn";
                    case ACCEPTED -> "acceptedOn";
                    case ISSUED -> "issuedOn";
                    case OVERDUE -> "today";
                    case CONCLUDED -> "concludedOn";
                    case SUSPENDED -> "suspendedOn";
                    case TERMINATED -> "terminatedOn";
                    case PROTECTION_REQUESTED -> "protectionAskedOn";
                    case ONWARD -> "onwardOn";
                    case ORDERED -> throw new WrongAction("No diagram limits what was ordered");
                });
    }

    private List<PetitionCommand> escalation(PetitionId petition, Map<String, String> inputs, Facts facts) {
        int level = Integer.parseInt(given(inputs, "level"));
        UnitId unit = new UnitId(facts.text("unit"));
        for (int above = 1; above < level; above++) unit = superiors.above(unit).orElse(unit);
        String event = facts.text("event");
        String cause = inputs.getOrDefault("cause", event.substring(event.indexOf('.') + 1));
        @Nullable String stage = facts.text("deadline").isEmpty() ? null : facts.text("deadline");
        return List.of(new Report.EscalateByRule(petition, level, unit, cause, stage));
    }

    /** Nothing where the table has no row. */
    private List<PetitionCommand> route(PetitionId petition, Facts facts) {
        var question = new RoutingQuestion(
                given(facts, "kind"),
                given(facts, "category"),
                given(facts, "place"),
                new UnitId(facts.text("unit")),
                facts.day("today"));
        Route route = routing.route(question).orElse(null);
        if (route == null) return List.of();
        if (!superiors.knows(route.unit())) {
            throw new WrongAction("Row " + route.row() + " of " + route.version() + " names a unit that is not there");
        }
        return List.of(new Report.RouteByRule(petition, route.unit(), route.row() + " " + route.version()));
    }

    private static @Nullable String given(Facts facts, String name) {
        return facts.text(name).isEmpty() ? null : facts.text(name);
    }

    /** A required input; the catalogue has checked that it is there. */
    private static String given(Map<String, String> inputs, String name) {
        return Objects.requireNonNull(inputs.get(name), name);
    }
}
