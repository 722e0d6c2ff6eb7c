package vn.caunoi.api.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.officer.PlanDesk;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Awaited;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Refusal.Violation;
import vn.caunoi.projections.inbox.Inbox;

/** When a task is to be seen again, and by which day it is to be done; the legal date stays as it is. */
@Controller
class PlanPage {

    private final TaskDesk tasks;
    private final PlanDesk desk;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;

    PlanPage(TaskDesk tasks, PlanDesk desk, CurrentActor current, Problems problems, Words say) {
        this.tasks = tasks;
        this.desk = desk;
        this.current = current;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping("/tasks/{id}/plan")
    ModelAndView ask(@PathVariable String id) {
        Actor actor = worker();
        Inbox.Task task = tasks.find(id, actor);
        if (task.state() != Inbox.State.OPEN || !mayPlan(task, actor))
            return Pages.seeOther("/cases/" + task.petition());
        return page(task, actor, Map.of(), null);
    }

    @PostMapping("/tasks/{id}/sleep")
    ModelAndView sleep(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String awaited,
            RedirectAttributes next) {
        Actor actor = worker();
        return done(
                id,
                actor,
                Map.of("until", until, "awaited", awaited),
                () -> desk.sleep(id, Asked.day("until", until), Asked.choice("awaited", awaited, Awaited.class), actor),
                "asleep",
                next);
    }

    @PostMapping("/tasks/{id}/wake")
    ModelAndView wake(@PathVariable String id, @RequestParam(defaultValue = "") String back, RedirectAttributes next) {
        Actor actor = worker();
        ModelAndView done = done(id, actor, Map.of(), () -> desk.wake(id, actor), "woken", next);
        String list = Pages.listOf(back);
        boolean woken = next.getFlashAttributes().containsKey("said");
        return woken && list != null ? Pages.seeOther(list) : done;
    }

    @PostMapping("/tasks/{id}/day")
    ModelAndView day(@PathVariable String id, @RequestParam(defaultValue = "") String day, RedirectAttributes next) {
        Actor actor = worker();
        return done(
                id,
                actor,
                Map.of("day", day),
                () -> desk.date(id, Asked.day("day", day), actor),
                day.isBlank() ? "undated" : "dated",
                next);
    }

    private Actor worker() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }

    private ModelAndView done(
            String id, Actor actor, Map<String, String> typed, Runnable act, String said, RedirectAttributes next) {
        Inbox.Task task = tasks.find(id, actor);
        try {
            act.run();
        } catch (Refusal refusal) {
            if (task.state() == Inbox.State.OPEN) return page(task, actor, typed, refusal);
            next.addFlashAttribute("refused", problems.message(refusal.reason(), Words.locale()));
            return Pages.seeOther("/cases/" + task.petition());
        }
        next.addFlashAttribute("said", said);
        return Pages.seeOther("/inbox" + (actor.id().equals(task.assignee()) ? "?scope=mine" : "?scope=team"));
    }

    private static boolean mayPlan(Inbox.Task task, Actor actor) {
        return actor.id().equals(task.assignee()) || actor.is(Role.HEAD) && actor.covers(task.unit());
    }

    private ModelAndView page(Inbox.Task task, Actor actor, Map<String, String> typed, @Nullable Refusal refusal) {
        Map<String, String> wrong = new HashMap<>();
        if (refusal != null)
            for (Violation one : refusal.violations())
                wrong.putIfAbsent(one.field(), problems.message(one, Words.locale()));
        boolean mine = actor.id().equals(task.assignee());
        List<Question> sleep = mine ? filled(sleep(task), typed, wrong) : List.of();
        List<Question> day = filled(List.of(day(task)), typed, wrong);
        var view = new ModelAndView("plan", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("task", task)
                .addObject("sleep", sleep)
                .addObject("sleepless", mine && !desk.latest(task).isAfter(desk.today()))
                .addObject("days", day)
                .addObject(
                        "errors",
                        Wrong.in(Stream.concat(sleep.stream(), day.stream()).toList()));
        if (refusal != null && refusal.violations().isEmpty())
            view.addObject("refused", problems.message(refusal.reason(), Words.locale()));
        return view;
    }

    private static List<Question> filled(
            List<Question> questions, Map<String, String> typed, Map<String, String> wrong) {
        return questions.stream()
                .map(one -> typed.containsKey(one.name()) ? one.value(typed.get(one.name())) : one)
                .map(one -> one.error(wrong.get(one.name())))
                .toList();
    }

    private List<Question> sleep(Inbox.Task task) {
        Stream<Choice> nothing = Stream.of(new Choice("", say.text("day.awaited.nothing")));
        List<Choice> awaited = Stream.concat(
                        nothing,
                        Arrays.stream(Awaited.values()).map(one -> new Choice(one.name(), say.word("awaited", one))))
                .toList();
        LocalDate first = desk.today().plusDays(1);
        LocalDate last = desk.latest(task);
        return List.of(
                Question.of("until", say.text("day.until"), FieldType.DATE, false, null)
                        .hint(say.text("day.until.what", say.day(last)))
                        .bounds(first.toString(), last.toString()),
                Question.of("awaited", say.text("day.awaited"), FieldType.CHOICE, false, "")
                        .choices(awaited));
    }

    private Question day(Inbox.Task task) {
        LocalDate own = task.plan().own();
        String last = task.due() == null ? null : DueDate.dayOf(task.due()).toString();
        return Question.of("day", say.text("day.own"), FieldType.DATE, false, own == null ? null : own.toString())
                .bounds(desk.today().toString(), last);
    }
}
