package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.CaseInput;
import vn.caunoi.api.officer.HandInInput;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.officer.TriageDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.handling.Check;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.inbox.Inbox;

/**
 * For units of few people: what becomes of a petition is said on the form by which it is handed in, and done right after. Each
 * is an event of its own; when the second cannot be done, the petition is handed in all the same and the reason is told.
 */
@Component
class HandledAtOnce {

    private static final List<String> WAYS = List.of("transfer", "guide", "classified", "store");
    private static final Logger LOG = LoggerFactory.getLogger(HandledAtOnce.class);
    /** What is done at once is the check of what came in, and nothing that comes later. */
    private static final String FIRST_STEP = "classify";

    private static final Set<Role> MAY = Set.of(Role.OFFICER, Role.HEAD);

    private final Inbox inbox;
    private final TaskDesk desk;
    private final TriageDesk triage;
    private final ProposedAtOnce table;
    private final Words say;
    private final Problems problems;

    HandledAtOnce(Inbox inbox, TaskDesk desk, TriageDesk triage, ProposedAtOnce table, Words say, Problems problems) {
        this.inbox = inbox;
        this.desk = desk;
        this.triage = triage;
        this.table = table;
        this.say = say;
        this.problems = problems;
    }

    /** None for whom the next step is somebody else's. */
    List<Question> questions(HandInForm form, Actor actor) {
        if (actor.roles().stream().noneMatch(MAY::contains)) return List.of();
        List<Choice> ways = WAYS.stream()
                .map(way -> new Choice(way, say.text("outcome." + way)))
                .toList();
        return List.of(
                Question.of("then.way", say.text("handin.then.way"), FieldType.UNIT, false, form.typed("then.way"))
                        .choices(ways),
                Question.of("then.to", say.text("handin.then.to"), FieldType.TEXT, false, form.typed("then.to"))
                        .bounds(null, "500"),
                Question.of(
                                "then.reason",
                                say.text("handin.then.reason"),
                                FieldType.LONGTEXT,
                                false,
                                form.typed("then.reason"))
                        .bounds(null, "20000"),
                Question.of(
                                "then.competent",
                                say.text("handin.then.competent"),
                                FieldType.CHOICE,
                                false,
                                form.typed("then.competent"))
                        .choices(List.of(
                                new Choice("yes", say.text("handin.then.competent.yes")),
                                new Choice("no", say.text("handin.then.competent.no"))))
                        .hint(say.text("handin.then.competent.hint")),
                Question.of(
                                "then.departure",
                                say.text("handin.field.then.departure"),
                                FieldType.LONGTEXT,
                                false,
                                form.typed("then.departure"))
                        .bounds(null, "20000")
                        .hint(say.text("handin.then.departure.hint"))
                        .error(form.error("then.departure")));
    }

    /** Refuses, before anything is handed in, another way than the table proposes for which no reason is given. */
    void mustSayWhyNotAsProposed(HandInForm form, HandInInput input, Actor actor) {
        String way = form.typed("then.way");
        if (form.typed("then.departure") != null) return;
        table.of(form, input, actor)
                .map(ProposedAtOnce.Proposed::rule)
                .filter(rule -> rule.outcome() != null && !rule.outcome().equals(way))
                .ifPresent(rule -> {
                    throw Refusal.invalid(List.of(new Refusal.Violation(
                            "then.departure",
                            "not-as-proposed",
                            "is asked for: row " + rule.row() + " proposes " + rule.outcome(),
                            List.of(rule.row(), say.word("outcome", rule.outcome())))));
                });
    }

    /** Whether something is to follow at once. */
    static boolean isWanted(HandInForm form) {
        return form.typed("then.way") != null;
    }

    /** Null when it was done, else what stands in the way. */
    @Nullable String done(HandInForm form, HandInInput input, PetitionId petition, Actor actor) {
        String way = form.typed("then.way");
        if (way == null || !WAYS.contains(way)) return say.text("handin.then.unknown");
        Inbox.Filter own = new Inbox.Filter(Inbox.Scope.UNIT, actor, null, null, petition, FIRST_STEP);
        List<Inbox.Entry> tasks = inbox.tasks(own, null, 1).items();
        if (tasks.isEmpty()) return say.text("handin.then.others");
        try {
            Map<String, Object> data = data(way, form);
            table.of(form, input, actor).ifPresent(proposed -> record(proposed, petition, way, form, data, actor));
            desk.complete(tasks.getFirst().task().value(), way, data, actor);
            return null;
        } catch (Refusal refusal) {
            return refusal.violations().isEmpty()
                    ? problems.message(refusal.reason(), Words.locale())
                    : say.text("field."
                                    + refusal.violations().getFirst().field().replaceFirst("^data\\.", "")) + ": "
                            + problems.message(refusal.violations().getFirst(), Words.locale());
        } catch (RuntimeException failed) {
            // the petition is handed in: whoever brought it has to be given the slip
            LOG.warn("what was to follow at once failed", failed);
            return say.text("handin.then.failed");
        }
    }

    /** As if it had been checked on the page of the case: what is proposed stands in the record, and why it is not followed. */
    private void record(
            ProposedAtOnce.Proposed proposed,
            PetitionId petition,
            String way,
            HandInForm form,
            Map<String, Object> data,
            Actor actor) {
        List<@Nullable String> met = new ArrayList<>();
        for (Check check : Check.values()) met.add(check.name());
        triage.propose(
                petition.value(),
                new CaseInput.Triage(proposed.kind().name(), proposed.competent(), met, null, List.of()),
                actor);
        String outcome = proposed.rule().outcome();
        if (outcome != null && !outcome.equals(way)) put(data, "departure", form.typed("then.departure"));
    }

    private static Map<String, Object> data(String way, HandInForm form) {
        Map<String, Object> data = new LinkedHashMap<>();
        switch (way) {
            case "classified" -> put(data, "kind", form.typed("kind"));
            case "transfer" -> put(data, "to", form.typed("then.to"));
            case "guide" -> put(data, "competentBody", form.typed("then.to"));
            default -> {}
        }
        if (!way.equals("classified")) put(data, "reason", form.typed("then.reason"));
        return data;
    }

    private static void put(Map<String, Object> data, String field, @Nullable String value) {
        if (value != null) data.put(field, value);
    }
}
