package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.FieldType;
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
    private final Words say;
    private final Problems problems;

    HandledAtOnce(Inbox inbox, TaskDesk desk, Words say, Problems problems) {
        this.inbox = inbox;
        this.desk = desk;
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
                        .bounds(null, "20000"));
    }

    /** Whether something is to follow at once. */
    static boolean isWanted(HandInForm form) {
        return form.typed("then.way") != null;
    }

    /** Null when it was done, else what stands in the way. */
    @Nullable String done(HandInForm form, PetitionId petition, Actor actor) {
        String way = form.typed("then.way");
        if (way == null || !WAYS.contains(way)) return say.text("handin.then.unknown");
        Inbox.Filter own = new Inbox.Filter(Inbox.Scope.UNIT, actor, null, null, petition, FIRST_STEP);
        List<Inbox.Entry> tasks = inbox.tasks(own, null, 1).items();
        if (tasks.isEmpty()) return say.text("handin.then.others");
        try {
            desk.complete(tasks.getFirst().task().value(), way, data(way, form), actor);
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
