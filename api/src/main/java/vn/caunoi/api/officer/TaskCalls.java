package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.casefile.TaskPlan;
import vn.caunoi.projections.inbox.Inbox;

/** Tasks over HTTP. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "tasks")
class TaskCalls {

    /** @param group {@code clerk}, {@code officer} or {@code head}
     *  @param due last legal moment
     *  @param plan what its people planned with it: a day of its own, sleep, why it woke */
    record TaskLine(
            TaskId id,
            PetitionId petition,
            String code,
            String key,
            String name,
            UnitId unit,
            String group,
            @Nullable OfficerId assignee,
            @Nullable Instant due,
            boolean overdue,
            @Nullable Kind kind,
            @Nullable String subject,
            Stage stage,
            @Nullable LocalDate urged,
            TaskPlan plan) {

        static TaskLine of(Inbox.Entry task) {
            return new TaskLine(
                    task.task(),
                    task.petition(),
                    task.code(),
                    task.key(),
                    task.name(),
                    task.unit(),
                    task.group(),
                    task.assignee(),
                    task.due(),
                    task.overdue(),
                    task.kind(),
                    task.subject(),
                    task.stage(),
                    task.urged(),
                    task.plan());
        }
    }

    /** @param data values by field id */
    record Completion(@Nullable String outcome, @Nullable Map<String, Object> data) {}

    /** @param officer account name; left out or null: back to the group */
    @Schema(name = "TaskReassignment")
    record Reassignment(@Nullable String officer, @Nullable String reason) {}

    private final TaskDesk desk;
    private final ReassignDesk reassign;
    private final Inbox inbox;
    private final VisibleCases cases;
    private final CurrentActor current;

    TaskCalls(TaskDesk desk, ReassignDesk reassign, Inbox inbox, VisibleCases cases, CurrentActor current) {
        this.desk = desk;
        this.reassign = reassign;
        this.inbox = inbox;
        this.cases = cases;
        this.current = current;
    }

    @GetMapping
    @Operation(
            summary =
                    "Open tasks in the order of the earlier of their dates: those I hold, or those of my units and roles",
            description =
                    "scope=mine, asleep, held, unit or team; mine is what is held and does not sleep, team is all the work of the units, whatever its"
                            + " group.")
    Page<TaskLine> list(
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String overdue,
            @RequestParam(required = false) @Nullable String petition,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Actor actor = current.get();
        Inbox.Scope which = Asked.choice("scope", scope, Inbox.Scope.class);
        Inbox.Filter filter = new Inbox.Filter(
                Objects.requireNonNullElse(which, Inbox.Scope.UNIT),
                actor,
                Asked.yesOrNo("overdue", overdue),
                null,
                petition == null || petition.isBlank() ? null : cases.idOf(petition, actor),
                Asked.text("key", key));
        return inbox.tasks(filter, Asked.cursor(cursor), Asked.limit(limit)).map(TaskLine::of);
    }

    @GetMapping("/{id}/form")
    @Operation(summary = "The form of an open task: its outcomes and their fields")
    FormView form(@PathVariable String id, Locale locale) {
        return desk.form(id, current.get(), locale);
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a task")
    ResponseEntity<Answers.Done> claim(@PathVariable String id) {
        return Answers.of(desk.claim(id, current.get()));
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Give a task back to its group")
    ResponseEntity<Answers.Done> release(@PathVariable String id) {
        return Answers.of(desk.release(id, current.get()));
    }

    @PostMapping("/{id}/reassign")
    @Operation(summary = "Take a task from whoever holds it and give it to another officer, or back to its group")
    ResponseEntity<Answers.Done> reassign(@PathVariable String id, @RequestBody Reassignment body) {
        return Answers.of(reassign.reassign(id, body.officer(), body.reason(), current.get()));
    }

    @PostMapping("/{id}/complete")
    @Operation(summary = "Complete a task with one of its outcomes; a task nobody holds is claimed by it")
    ResponseEntity<Answers.Done> complete(@PathVariable String id, @RequestBody Completion body) {
        Actor actor = current.get();
        if (body.outcome() == null || body.outcome().isBlank()) {
            desk.find(id, actor);
            throw Input.refusal("outcome", "required", "must be given");
        }
        Map<String, Object> data = Objects.requireNonNullElse(body.data(), Map.of());
        TaskDesk.Completed completed = desk.complete(id, body.outcome(), data, actor);
        return Answers.of(completed.written(), completed.next());
    }
}
