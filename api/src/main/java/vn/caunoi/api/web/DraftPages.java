package vn.caunoi.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.draft.Drafts.Place;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.projections.inbox.Inbox;

/** Keeps what is typed into forms, by itself while one types and by a button without script. */
@Controller
class DraftPages {

    /** A script keeps in the background and is told how it went; a form goes back to its page. */
    private static final String BY_SCRIPT = "Caunoi-Draft";

    /**
     * What a script says beside the form.
     *
     * @param message in the reader's language
     * @param taken whether somebody else has the task now, or did it
     */
    record Told(String message, boolean taken) {}

    private final Drafts drafts;
    private final TaskDesk desk;
    private final VisibleCases visible;
    private final CurrentActor current;
    private final Words say;
    private final Names names;

    DraftPages(Drafts drafts, TaskDesk desk, VisibleCases visible, CurrentActor current, Words say, Names names) {
        this.drafts = drafts;
        this.desk = desk;
        this.visible = visible;
        this.current = current;
        this.say = say;
        this.names = names;
    }

    @PostMapping(path = "/tasks/{id}/draft", headers = BY_SCRIPT)
    ResponseEntity<Told> keepOfTaskWhileTyping(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        Actor actor = current.get();
        Inbox.Task task = desk.find(id, actor);
        return told(drafts.keep(actor.id(), ofTask(task), sent.toSingleValueMap()), taken(task, actor));
    }

    @PostMapping("/tasks/{id}/draft")
    ModelAndView keepOfTask(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor actor = current.get();
        Inbox.Task task = desk.find(id, actor);
        boolean kept = drafts.keep(actor.id(), ofTask(task), sent.toSingleValueMap());
        return back("/cases/" + task.petition() + "#task", kept, next);
    }

    @PostMapping("/tasks/{id}/draft/drop")
    ModelAndView dropOfTask(@PathVariable String id, RedirectAttributes next) {
        Actor actor = current.get();
        Inbox.Task task = desk.find(id, actor);
        drafts.drop(actor.id(), ofTask(task));
        next.addFlashAttribute("said", "draft.dropped");
        return Pages.seeOther("/cases/" + task.petition() + "#task");
    }

    @PostMapping(path = "/cases/{id}/do/{word}/draft", headers = BY_SCRIPT)
    ResponseEntity<Told> keepOfActionWhileTyping(
            @PathVariable String id, @PathVariable String word, @RequestParam MultiValueMap<String, String> sent) {
        Actor actor = current.get();
        return told(drafts.keep(actor.id(), ofAction(id, word, actor), sent.toSingleValueMap()), null);
    }

    @PostMapping("/cases/{id}/do/{word}/draft")
    ModelAndView keepOfAction(
            @PathVariable String id,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        Actor actor = current.get();
        Place place = ofAction(id, word, actor);
        boolean kept = drafts.keep(actor.id(), place, sent.toSingleValueMap());
        return back("/cases/" + place.petition() + "/do/" + word, kept, next);
    }

    @PostMapping("/cases/{id}/do/{word}/draft/drop")
    ModelAndView dropOfAction(@PathVariable String id, @PathVariable String word, RedirectAttributes next) {
        Actor actor = current.get();
        Place place = ofAction(id, word, actor);
        drafts.drop(actor.id(), place);
        next.addFlashAttribute("said", "draft.dropped");
        return Pages.seeOther("/cases/" + place.petition() + "/do/" + word);
    }

    static Place ofTask(Inbox.Task task) {
        return Place.ofTask(task.petition(), task.id().value());
    }

    private Place ofAction(String id, String word, Actor actor) {
        CaseActions.Action action = CaseActions.Action.of(word).orElseThrow(NotFound::new);
        return Place.ofAction(visible.find(id, actor).id(), action.word());
    }

    /** What there is to know of somebody else at the same task; null when it is free or the reader's. */
    private @Nullable String taken(Inbox.Task task, Actor actor) {
        if (task.state() != Inbox.State.OPEN) return say.text("draft.over");
        OfficerId holder = task.assignee();
        if (holder == null || holder.equals(actor.id())) return null;
        return say.text("draft.held", names.officer(holder));
    }

    private ResponseEntity<Told> told(boolean kept, @Nullable String taken) {
        if (taken != null) return ResponseEntity.ok(new Told(taken, true));
        String message = kept ? say.text("draft.kept.at", say.timeNow()) : say.text("draft.toolarge");
        return ResponseEntity.status(kept ? HttpStatus.OK : HttpStatus.CONTENT_TOO_LARGE)
                .body(new Told(message, false));
    }

    private static ModelAndView back(String where, boolean kept, RedirectAttributes next) {
        next.addFlashAttribute("said", kept ? "draft.kept" : "draft.toolarge");
        return Pages.seeOther(where);
    }
}
