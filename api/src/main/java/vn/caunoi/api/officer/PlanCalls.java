package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Awaited;

/** Planning of tasks over HTTP, and the same with several tasks at once. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "tasks")
class PlanCalls {

    /**
     * @param until day on whose morning it wakes; left out: as late as may be, two working days before it is due
     * @param awaited {@code supplement, opinion, delivery} or {@code reply}: its coming wakes the task before that
     */
    @Schema(name = "TaskSleep")
    record SleepAsked(@Nullable LocalDate until, @Nullable String awaited) {}

    /** @param day by which it is to be done; left out or null: none any more */
    @Schema(name = "TaskDay")
    record DayAsked(@Nullable LocalDate day) {}

    /** @param officer account name of the colleague */
    @Schema(name = "TaskDelegation")
    record Delegation(@Nullable String officer, @Nullable String reason) {}

    /** What can be done with several tasks. */
    enum Act {
        CLAIM,
        RELEASE,
        DELEGATE,
        REASSIGN
    }

    /**
     * @param act {@code claim, release, delegate} or {@code reassign}
     * @param tasks 1 to 50 ids
     */
    @Schema(name = "TasksAtOnce")
    record AtOnce(
            @Nullable String act,
            @Nullable List<String> tasks,
            @Nullable String officer,
            @Nullable String reason) {}

    /** One for each task, in the order they were given. */
    @Schema(name = "TasksAtOnceResults")
    record Results(List<BulkDesk.Result> results) {}

    private final PlanDesk plan;
    private final TaskDesk tasks;
    private final ReassignDesk reassign;
    private final BulkDesk bulk;
    private final CurrentActor current;

    PlanCalls(PlanDesk plan, TaskDesk tasks, ReassignDesk reassign, BulkDesk bulk, CurrentActor current) {
        this.plan = plan;
        this.tasks = tasks;
        this.reassign = reassign;
        this.bulk = bulk;
        this.current = current;
    }

    @PostMapping("/{id}/sleep")
    @Operation(
            summary = "Put a task one holds out of one's list until a day or an answer",
            description = "The legal date does not move. It wakes by itself, two working days before that date at the"
                    + " latest, and says why.")
    ResponseEntity<Answers.Done> sleep(@PathVariable String id, @RequestBody SleepAsked body) {
        Actor actor = current.get();
        tasks.find(id, actor);
        return Answers.of(plan.sleep(id, body.until(), Asked.choice("awaited", body.awaited(), Awaited.class), actor));
    }

    @PostMapping("/{id}/wake")
    @Operation(summary = "Wake a task one has put to sleep")
    ResponseEntity<Answers.Done> wake(@PathVariable String id) {
        return Answers.of(plan.wake(id, current.get()));
    }

    @PostMapping("/{id}/day")
    @Operation(summary = "Give a task a day of its own, not after its legal date; by its holder or a head")
    ResponseEntity<Answers.Done> day(@PathVariable String id, @RequestBody DayAsked body) {
        return Answers.of(plan.date(id, body.day(), current.get()));
    }

    @PostMapping("/{id}/delegate")
    @Operation(summary = "Give a task one holds to a colleague of the same unit and group")
    ResponseEntity<Answers.Done> delegate(@PathVariable String id, @RequestBody Delegation body) {
        return Answers.of(reassign.delegate(id, body.officer(), body.reason(), current.get()));
    }

    @PostMapping("/at-once")
    @Operation(
            summary = "Claim, release, delegate or reassign several tasks",
            description = "Each by itself: one that cannot be done leaves the others alone and says why.")
    Results atOnce(@RequestBody AtOnce body, Locale locale) {
        Actor actor = current.get();
        Act act = Asked.choice("act", body.act(), Act.class);
        if (act == null) throw Input.refusal("act", "required", "must be given");
        return new Results(bulk.each(
                body.tasks() == null
                        ? null
                        : body.tasks().stream().filter(Objects::nonNull).toList(),
                doing(act, body, actor),
                actor,
                locale));
    }

    private Consumer<String> doing(Act act, AtOnce body, Actor actor) {
        return switch (act) {
            case CLAIM -> id -> tasks.claim(id, actor);
            case RELEASE -> id -> tasks.release(id, actor);
            case DELEGATE -> id -> reassign.delegate(id, body.officer(), body.reason(), actor);
            case REASSIGN -> id -> reassign.reassign(id, body.officer(), body.reason(), actor);
        };
    }
}
