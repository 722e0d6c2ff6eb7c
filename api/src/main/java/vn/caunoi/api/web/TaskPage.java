package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.officer.FormView;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.inbox.Inbox;

/** What is done with tasks. What was typed is never lost: not to a mistake, and not to somebody who was quicker. */
@Controller
class TaskPage {

    /** Who came from what waits for the head goes on there. */
    private static final String ONWARD = "approvals";

    private final TaskDesk desk;
    private final CasePage page;
    private final ApprovalsPage approvals;
    private final CurrentActor current;
    private final Problems problems;
    private final Typed typed;
    private final Categories categories;
    private final Drafts drafts;

    TaskPage(
            TaskDesk desk,
            CasePage page,
            ApprovalsPage approvals,
            CurrentActor current,
            Problems problems,
            Typed typed,
            Categories categories,
            Drafts drafts) {
        this.drafts = drafts;
        this.categories = categories;
        this.desk = desk;
        this.page = page;
        this.approvals = approvals;
        this.current = current;
        this.problems = problems;
        this.typed = typed;
    }

    @PostMapping("/tasks/{id}/claim")
    ModelAndView claim(@PathVariable String id, @RequestParam(defaultValue = "") String back, RedirectAttributes next) {
        Actor actor = current.get();
        Inbox.Task task = desk.find(id, actor);
        try {
            desk.claim(id, actor);
            next.addFlashAttribute("said", "claimed");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", problems.message(refusal.reason(), Words.locale()));
        }
        return Pages.seeOther(Pages.ofCase(task.petition(), Pages.listOf(back), "#task"));
    }

    @PostMapping("/tasks/{id}/release")
    ModelAndView release(
            @PathVariable String id, @RequestParam(defaultValue = "") String back, RedirectAttributes next) {
        Actor actor = current.get();
        Inbox.Task task = desk.find(id, actor);
        try {
            desk.release(id, actor);
            next.addFlashAttribute("said", "released");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", problems.message(refusal.reason(), Words.locale()));
        }
        return Pages.seeOther(Pages.ofCase(task.petition(), Pages.listOf(back), ""));
    }

    @PostMapping("/tasks/{id}/complete")
    ModelAndView complete(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor actor = current.get();
        Inbox.Task task = desk.find(id, actor);
        Map<String, String> typed = sent.toSingleValueMap();
        String outcome = typed.getOrDefault("outcome", "");
        if (task.state() != Inbox.State.OPEN) return conflict(task, Reason.TASK_NOT_OPEN, typed, actor);
        FormView form = desk.form(id, actor, Words.locale());
        boolean goesOn;
        try {
            goesOn = desk.complete(id, outcome, TaskForm.data(form, outcome, meant(typed)), actor)
                            .next()
                    != null;
            drafts.drop(
                    actor.id(), Drafts.Place.ofTask(task.petition(), task.id().value()));
        } catch (Refusal refusal) {
            return refusal.reason().sort() == Reason.Sort.CONFLICT
                    ? conflict(task, refusal.reason(), typed, actor)
                    : again(task, form, typed, refusal, actor);
        }
        if (ONWARD.equals(typed.get("onward"))) {
            next.addFlashAttribute("said", "approved");
            return Pages.seeOther("/approvals");
        }
        return done(task, goesOn, Pages.listOf(typed.get("back")), next);
    }

    /** To the next step if it is the reader's, else back to the list they came from. */
    private static ModelAndView done(Inbox.Task task, boolean goesOn, @Nullable String list, RedirectAttributes next) {
        next.addFlashAttribute("said", goesOn ? "completed.next" : "completed");
        if (goesOn) return Pages.seeOther(Pages.ofCase(task.petition(), list, "#task"));
        if (list == null) return Pages.seeOther("/cases/" + task.petition());
        next.addFlashAttribute("saidOf", Map.of("id", task.petition().value(), "code", task.code()));
        return Pages.seeOther(list);
    }

    /** A category is kept by its id, however it was typed. */
    private Map<String, String> meant(Map<String, String> typed) {
        Map<String, String> kept = new LinkedHashMap<>(typed);
        kept.replaceAll((field, text) ->
                field.endsWith(".category") ? Objects.requireNonNullElse(categories.kept(text), text) : text);
        return kept;
    }

    private ModelAndView again(
            Inbox.Task task, FormView form, Map<String, String> typed, Refusal refusal, Actor actor) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations()
                .forEach(one -> wrong.putIfAbsent(
                        one.field().replaceFirst("^data\\.", ""), problems.message(one, Words.locale())));
        var model = new ExtendedModelMap();
        TaskForm filled = TaskForm.typed(form, typed, wrong);
        boolean inARow = ONWARD.equals(typed.get("onward")) && approvals.has(task.id(), actor);
        if (inARow) approvals.fill(model, filled, actor);
        else page.fill(model, task.petition().value(), actor, filled);
        model.addAttribute("from", Pages.listOf(typed.get("back")));
        if (refusal.violations().isEmpty()) {
            model.addAttribute("refused", problems.message(refusal.reason(), Words.locale()));
        }
        return new ModelAndView(inARow ? "approvals" : "case", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView conflict(Inbox.Task task, Reason reason, Map<String, String> sent, Actor actor) {
        var now = desk.find(task.id().value(), actor);
        List<Typed.Kept> kept = typed.of(sent);
        return new ModelAndView(
                "conflict",
                Map.of(
                        "task",
                        now,
                        "why",
                        problems.message(reason, Words.locale()),
                        "kept",
                        kept,
                        "asNote",
                        Typed.asNote(kept)),
                HttpStatus.CONFLICT);
    }
}
