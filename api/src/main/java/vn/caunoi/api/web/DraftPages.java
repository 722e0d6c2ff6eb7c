package vn.caunoi.api.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.draft.Drafts.Place;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.DraftAnswers.Told;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.projections.inbox.Inbox;

/** Keeps what is typed into forms of tasks and actions, by itself while one types and by a button without script. */
@Controller
class DraftPages {

    /** By which a page goes on that was open when its session ended; {@code account} tells whether it is the same person. */
    record Pass(String token, OfficerId account) {}

    private final DraftAnswers answers;
    private final TaskDesk desk;
    private final VisibleCases visible;
    private final CurrentActor current;
    private final Words say;
    private final Names names;

    DraftPages(
            DraftAnswers answers, TaskDesk desk, VisibleCases visible, CurrentActor current, Words say, Names names) {
        this.answers = answers;
        this.desk = desk;
        this.visible = visible;
        this.current = current;
        this.say = say;
        this.names = names;
    }

    /** For whoever is logged in; anybody else is led to the log-in. */
    @GetMapping("/drafts/pass")
    @ResponseBody
    Pass pass(CsrfToken token) {
        return new Pass(token.getToken(), current.get().id());
    }

    @PostMapping(path = "/tasks/{id}/draft", headers = DraftAnswers.BY_SCRIPT)
    ResponseEntity<Told> keepOfTaskWhileTyping(
            @PathVariable String id,
            @RequestHeader(DraftAnswers.BY_SCRIPT) String turn,
            @RequestParam Map<String, String> sent) {
        Actor actor = current.get();
        Inbox.Task task = desk.find(id, actor);
        return answers.whileTyping(actor, ofTask(task), sent, turn, taken(task, actor));
    }

    @PostMapping("/tasks/{id}/draft")
    ModelAndView keepOfTask(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = current.get();
        Inbox.Task task = desk.find(id, actor);
        return answers.byHand(actor, ofTask(task), sent, pageOf(task), next);
    }

    @PostMapping("/tasks/{id}/draft/drop")
    ModelAndView dropOfTask(@PathVariable String id, RedirectAttributes next) {
        Actor actor = current.get();
        Inbox.Task task = desk.find(id, actor);
        return answers.dropped(actor, ofTask(task), pageOf(task), next);
    }

    @PostMapping(path = "/cases/{id}/do/{word}/draft", headers = DraftAnswers.BY_SCRIPT)
    ResponseEntity<Told> keepOfActionWhileTyping(
            @PathVariable String id,
            @PathVariable String word,
            @RequestHeader(DraftAnswers.BY_SCRIPT) String turn,
            @RequestParam Map<String, String> sent) {
        Actor actor = current.get();
        return answers.whileTyping(actor, ofAction(id, word, actor), sent, turn, null);
    }

    @PostMapping("/cases/{id}/do/{word}/draft")
    ModelAndView keepOfAction(
            @PathVariable String id,
            @PathVariable String word,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Actor actor = current.get();
        Place place = ofAction(id, word, actor);
        return answers.byHand(actor, place, sent, pageOf(place, word), next);
    }

    @PostMapping("/cases/{id}/do/{word}/draft/drop")
    ModelAndView dropOfAction(@PathVariable String id, @PathVariable String word, RedirectAttributes next) {
        Actor actor = current.get();
        Place place = ofAction(id, word, actor);
        return answers.dropped(actor, place, pageOf(place, word), next);
    }

    private static Place ofTask(Inbox.Task task) {
        return Place.ofTask(task.petition(), task.id().value());
    }

    private static String pageOf(Inbox.Task task) {
        return "/cases/" + task.petition() + "#task";
    }

    private Place ofAction(String id, String word, Actor actor) {
        CaseActions.Action action = CaseActions.Action.of(word).orElseThrow(NotFound::new);
        return Place.ofAction(visible.find(id, actor).id(), action.word());
    }

    private static String pageOf(Place place, String word) {
        return "/cases/" + place.petition() + "/do/" + word;
    }

    /** What there is to know of somebody else at the same task; null when it is free or the reader's. */
    private @Nullable String taken(Inbox.Task task, Actor actor) {
        if (task.state() != Inbox.State.OPEN) return say.text("draft.over");
        OfficerId holder = task.assignee();
        if (holder == null || holder.equals(actor.id())) return null;
        return say.text("draft.held", names.officer(holder));
    }
}
