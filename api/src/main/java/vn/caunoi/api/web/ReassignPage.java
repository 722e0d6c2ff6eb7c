package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.officer.BulkDesk;
import vn.caunoi.api.officer.ReassignDesk;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Refusal.Violation;
import vn.caunoi.projections.inbox.Inbox;

/**
 * One or several tasks go to somebody else: a head takes them from whoever holds them and gives them to an officer or back
 * to the group, and whoever holds them hands them to a colleague. Each goes by itself and answers for itself.
 */
@Controller
class ReassignPage {

    private static final String GROUP = "*";

    /** Who gives: a head what others hold, or whoever holds it. */
    enum Way {
        REASSIGN,
        DELEGATE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final TaskDesk tasks;
    private final ReassignDesk desk;
    private final BulkDesk bulk;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;

    ReassignPage(TaskDesk tasks, ReassignDesk desk, BulkDesk bulk, CurrentActor current, Problems problems, Words say) {
        this.tasks = tasks;
        this.desk = desk;
        this.bulk = bulk;
        this.current = current;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping("/tasks/{way:reassign|delegate}")
    ModelAndView ask(
            @PathVariable String way,
            @RequestParam(required = false) @Nullable List<String> task,
            RedirectAttributes next) {
        Way how = way(way);
        Actor actor = giver(how);
        List<Inbox.Task> chosen = all(task, actor);
        List<Inbox.Task> open = chosen.stream()
                .filter(one -> one.state() == Inbox.State.OPEN && mayGive(how, actor, one))
                .toList();
        if (!open.isEmpty())
            return page(how, open, Map.of(), List.of(), HttpStatus.OK)
                    .addObject(
                            "left",
                            chosen.stream().filter(one -> !open.contains(one)).toList());
        next.addFlashAttribute("refused", say.text(how.word() + ".none"));
        return Pages.seeOther(back(how));
    }

    @PostMapping("/tasks/{way:reassign|delegate}")
    ModelAndView give(
            @PathVariable String way,
            @RequestParam(required = false) @Nullable List<String> task,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String confirm,
            RedirectAttributes next) {
        Way how = way(way);
        Actor actor = giver(how);
        List<Inbox.Task> given = all(task, actor);
        Map<String, String> typed = Map.of("officer", officer, "reason", reason, "confirm", confirm);
        List<Violation> wrong = missing(typed);
        if (given.isEmpty() || !wrong.isEmpty())
            return page(how, given, typed, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        List<BulkDesk.Result> results = bulk.each(
                given.stream().map(one -> one.id().value()).toList(),
                id -> give(how, id, officer, reason, actor),
                actor,
                Words.locale());
        if (results.stream().anyMatch(BulkDesk.Result::done)) next.addFlashAttribute("said", "given");
        if (given.size() > 1) next.addFlashAttribute("results", results);
        else if (!results.getFirst().done())
            next.addFlashAttribute("refused", results.getFirst().why());
        return Pages.seeOther(given.size() == 1 ? "/cases/" + given.getFirst().petition() : back(how));
    }

    private void give(Way how, String id, String officer, String reason, Actor actor) {
        if (how == Way.DELEGATE) desk.delegate(id, officer, reason, actor);
        else desk.reassign(id, officer.equals(GROUP) ? null : officer, reason, actor);
    }

    private static Way way(String word) {
        return word.equals("delegate") ? Way.DELEGATE : Way.REASSIGN;
    }

    private Actor giver(Way how) {
        return how == Way.REASSIGN ? current.with(Role.HEAD) : current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }

    private static boolean mayGive(Way how, Actor actor, Inbox.Task task) {
        return how == Way.REASSIGN
                ? ReassignDesk.mayGive(actor, task)
                : actor.id().equals(task.assignee());
    }

    private static String back(Way how) {
        return how == Way.REASSIGN ? "/inbox?scope=team" : "/inbox?scope=mine";
    }

    private List<Inbox.Task> all(@Nullable List<String> ids, Actor actor) {
        if (ids == null) return List.of();
        return ids.stream()
                .distinct()
                .limit(BulkDesk.MOST)
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
            Way how, List<Inbox.Task> given, Map<String, String> typed, List<Violation> violations, HttpStatus status) {
        Map<String, String> wrong = new LinkedHashMap<>();
        violations.forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        List<Question> questions = questions(how, given).stream()
                .map(one -> one.value(typed.get(one.name())).error(wrong.get(one.name())))
                .toList();
        return new ModelAndView("reassign", Map.of("tasks", given, "questions", questions), status)
                .addObject("way", how.word())
                .addObject("back", back(how))
                .addObject("unconfirmed", wrong.get("confirm"))
                .addObject("errors", Wrong.in(questions));
    }

    private List<Question> questions(Way how, List<Inbox.Task> given) {
        List<Choice> choices = new ArrayList<>();
        desk.eligible(given).forEach(one -> choices.add(new Choice(one.id().value(), one.name())));
        if (how == Way.REASSIGN) choices.add(new Choice(GROUP, say.text("reassign.group")));
        return List.of(
                Question.of("officer", say.text("reassign.to"), FieldType.OFFICER, true, null)
                        .choices(choices),
                Question.of("reason", say.text("ask.reason"), FieldType.LONGTEXT, true, null)
                        .bounds(null, "20000"));
    }
}
