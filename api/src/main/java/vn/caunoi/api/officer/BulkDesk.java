package vn.caunoi.api.officer;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.inbox.Inbox;

/**
 * The same with several tasks, one after the other: each by itself, so that one that cannot be done leaves the others
 * alone, and each answers for itself.
 */
@Component
public class BulkDesk {

    /** At once, at the most. */
    public static final int MOST = 50;

    private static final int LONGEST_ID = 200;

    /**
     * What became of one of them.
     *
     * @param code of its case; null where there is no such task for the caller
     * @param name of the task, {@code key} its form's word
     * @param why it was not done, in the caller's language; null where it was
     */
    public record Result(
            String task,
            @Nullable String petition,
            @Nullable String code,
            @Nullable String key,
            @Nullable String name,
            boolean done,
            @Nullable String reason,
            @Nullable String why)
            implements Serializable {}

    private final TaskDesk tasks;
    private final Problems problems;

    BulkDesk(TaskDesk tasks, Problems problems) {
        this.tasks = tasks;
        this.problems = problems;
    }

    /** Each id once, refused where there are none or too many. */
    public List<Result> each(@Nullable Collection<String> ids, Consumer<String> act, Actor by, Locale locale) {
        List<String> chosen = ids == null ? List.of() : ids.stream().distinct().toList();
        if (chosen.isEmpty()) throw Input.refusal("tasks", "required", "must be given");
        if (chosen.size() > MOST) throw Input.refusal("tasks", "too-many", "at most " + MOST + " at once");
        List<Result> results = new ArrayList<>();
        for (String id : chosen) results.add(one(id, act, by, locale));
        return results;
    }

    private Result one(String id, Consumer<String> act, Actor by, Locale locale) {
        Inbox.Task task;
        try {
            if (id.length() > LONGEST_ID) throw new NotFound();
            task = tasks.find(id, by);
        } catch (NotFound none) {
            String shown = id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
            String why = problems.of(ProblemKind.NOT_FOUND, locale).detail();
            return new Result(shown, null, null, null, null, false, ProblemKind.NOT_FOUND.name(), why);
        }
        try {
            act.accept(id);
            return of(task, null, null);
        } catch (Refusal refusal) {
            String why = refusal.violations().isEmpty()
                    ? problems.message(refusal.reason(), locale)
                    : problems.message(refusal.violations().getFirst(), locale);
            return of(task, refusal.reason().name(), why);
        }
    }

    private static Result of(Inbox.Task task, @Nullable String reason, @Nullable String why) {
        return new Result(
                task.id().value(),
                task.petition().value(),
                task.code(),
                task.key(),
                task.name(),
                reason == null,
                reason,
                why);
    }
}
