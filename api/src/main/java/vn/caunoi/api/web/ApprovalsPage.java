package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.inbox.Inbox;

/** What waits for the head, one after the other: the draft, what it rests on and the decision on one page. */
@Controller
class ApprovalsPage {

    private static final int MOST = 200;
    private static final String HEAD = Role.HEAD.name().toLowerCase(Locale.ROOT);

    private final Inbox inbox;
    private final TaskDesk desk;
    private final CasePage page;
    private final VisibleCases visible;
    private final ReadingLog readings;
    private final CurrentActor current;

    ApprovalsPage(
            Inbox inbox,
            TaskDesk desk,
            CasePage page,
            VisibleCases visible,
            ReadingLog readings,
            CurrentActor current) {
        this.inbox = inbox;
        this.desk = desk;
        this.page = page;
        this.visible = visible;
        this.readings = readings;
        this.current = current;
    }

    /** @param task which of them; the first when it is left out or was done meanwhile */
    @GetMapping("/approvals")
    String show(@RequestParam(required = false) @Nullable String task, Model model) {
        Actor actor = current.with(Role.HEAD);
        open(task, null, actor, model);
        return "approvals";
    }

    /** The page again, with the decision as it was filled in. */
    void fill(Model model, TaskForm filled, Actor actor) {
        open(filled.task().value(), filled, actor, model);
    }

    private void open(@Nullable String task, @Nullable TaskForm filled, Actor actor, Model model) {
        List<Inbox.Entry> waiting = waiting(actor);
        Optional<Inbox.Entry> chosen = waiting.stream()
                .filter(one -> one.task().value().equals(task))
                .findFirst()
                .or(() -> waiting.stream().findFirst());
        boolean gone = task != null
                && chosen.filter(one -> one.task().value().equals(task)).isEmpty();
        model.addAttribute("waiting", waiting).addAttribute("gone", gone).addAttribute("chosen", chosen.orElse(null));
        chosen.ifPresent(one -> open(one, filled, actor, model));
    }

    /** Whether it is one of them. */
    boolean has(TaskId task, Actor actor) {
        return actor.is(Role.HEAD)
                && waiting(actor).stream().anyMatch(one -> one.task().equals(task));
    }

    /** How many wait, for the menu. */
    long count(Actor actor) {
        return waiting(actor).size();
    }

    /** The head's own steps, whoever of the heads holds none of them. */
    private List<Inbox.Entry> waiting(Actor actor) {
        List<Inbox.Entry> waiting = new ArrayList<>();
        String cursor = null;
        do {
            Page<Inbox.Entry> some = inbox.tasks(Inbox.Filter.unit(actor), cursor, MOST);
            some.items().stream().filter(one -> isForHead(one, actor)).forEach(waiting::add);
            cursor = some.next();
        } while (cursor != null && waiting.size() < MOST);
        return waiting;
    }

    private static boolean isForHead(Inbox.Entry task, Actor actor) {
        boolean free = task.assignee() == null || task.assignee().equals(actor.id());
        return free && task.group().equals(HEAD);
    }

    private void open(Inbox.Entry entry, @Nullable TaskForm filled, Actor actor, Model model) {
        CaseFile file = visible.find(entry.petition().value(), actor);
        page.beside(model, file, actor);
        Part.OpenTask task = file.tasks().stream()
                .filter(one -> one.id().equals(entry.task()))
                .findFirst()
                .orElse(null);
        model.addAttribute("task", task)
                .addAttribute("form", task == null ? null : form(task.id(), filled, file.id(), actor));
        readings.note(file.id(), actor, Reading.What.PAGE, null);
    }

    private TaskForm form(TaskId task, @Nullable TaskForm filled, PetitionId petition, Actor actor) {
        if (filled != null && filled.task().equals(task)) return filled;
        return page.drafted(
                task, actor, TaskForm.known(desk.form(task.value(), actor, Words.locale()), Map.of()), petition);
    }
}
