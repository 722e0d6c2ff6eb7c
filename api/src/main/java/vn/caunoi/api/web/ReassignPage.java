package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.officer.ReassignDesk;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Refusal.Violation;
import vn.caunoi.projections.inbox.Inbox;

/** A head takes one or several tasks from whoever holds them and gives them to an officer, or back to the group. */
@Controller
class ReassignPage {

    private static final int MOST = 50;
    private static final String GROUP = "*";

    private final TaskDesk tasks;
    private final ReassignDesk desk;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;

    ReassignPage(TaskDesk tasks, ReassignDesk desk, CurrentActor current, Problems problems, Words say) {
        this.tasks = tasks;
        this.desk = desk;
        this.current = current;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping("/tasks/reassign")
    ModelAndView ask(@RequestParam(required = false) @Nullable List<String> task, RedirectAttributes next) {
        Actor actor = current.with(Role.HEAD);
        List<Inbox.Task> open = open(task, actor);
        if (!open.isEmpty()) return page(open, Map.of(), List.of(), HttpStatus.OK);
        next.addFlashAttribute("refused", say.text("reassign.none"));
        return Pages.seeOther("/inbox?scope=team");
    }

    @PostMapping("/tasks/reassign")
    ModelAndView give(
            @RequestParam(required = false) @Nullable List<String> task,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String confirm,
            RedirectAttributes next) {
        Actor actor = current.with(Role.HEAD);
        List<Inbox.Task> given = all(task, actor);
        Map<String, String> typed = Map.of("officer", officer, "reason", reason, "confirm", confirm);
        List<Violation> wrong = missing(typed);
        if (!wrong.isEmpty()) return page(given, typed, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        List<String> refused = new ArrayList<>();
        for (Inbox.Task one : given) {
            try {
                desk.reassign(one.id().value(), officer.equals(GROUP) ? null : officer, reason, actor);
            } catch (Refusal refusal) {
                if (!refusal.violations().isEmpty())
                    return page(given, typed, refusal.violations(), HttpStatus.UNPROCESSABLE_CONTENT);
                refused.add(one.code() + ": " + problems.message(refusal.reason(), Words.locale()));
            }
        }
        if (refused.size() < given.size()) next.addFlashAttribute("said", "given");
        if (!refused.isEmpty()) next.addFlashAttribute("refused", String.join(" ", refused));
        return Pages.seeOther(given.size() == 1 ? "/cases/" + given.getFirst().petition() : "/inbox?scope=team");
    }

    private List<Inbox.Task> open(@Nullable List<String> ids, Actor actor) {
        return all(ids, actor).stream()
                .filter(task -> task.state() == Inbox.State.OPEN && ReassignDesk.mayGive(actor, task))
                .toList();
    }

    private List<Inbox.Task> all(@Nullable List<String> ids, Actor actor) {
        if (ids == null) return List.of();
        return ids.stream()
                .distinct()
                .limit(MOST)
                .map(id -> tasks.find(id, actor))
                .toList();
    }

    private static List<Violation> missing(Map<String, String> typed) {
        List<Violation> missing = new ArrayList<>();
        typed.entrySet().stream()
                .filter(one -> one.getValue().isBlank())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(name -> missing.add(new Violation(name, "required", "must be given")));
        return missing;
    }

    private ModelAndView page(
            List<Inbox.Task> given, Map<String, String> typed, List<Violation> violations, HttpStatus status) {
        Map<String, String> wrong = new LinkedHashMap<>();
        violations.forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        List<Question> questions = questions(given).stream()
                .map(one -> one.value(typed.get(one.name())).error(wrong.get(one.name())))
                .toList();
        return new ModelAndView("reassign", Map.of("tasks", given, "questions", questions), status)
                .addObject("unconfirmed", wrong.get("confirm"))
                .addObject("errors", Wrong.in(questions));
    }

    private List<Question> questions(List<Inbox.Task> given) {
        List<Choice> choices = new ArrayList<>();
        desk.eligible(given).forEach(one -> choices.add(new Choice(one.id().value(), one.name())));
        choices.add(new Choice(GROUP, say.text("reassign.group")));
        return List.of(
                Question.of("officer", say.text("reassign.to"), FieldType.OFFICER, true, null)
                        .choices(choices),
                Question.of("reason", say.text("ask.reason"), FieldType.LONGTEXT, true, null)
                        .bounds(null, "20000"));
    }
}
