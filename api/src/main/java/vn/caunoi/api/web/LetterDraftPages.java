package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.draft.Drafts.Place;
import vn.caunoi.api.letter.LetterDesk;
import vn.caunoi.api.letter.LetterLook;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.DraftAnswers.Told;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.letter.Letter;

/** Keeps what is typed into the forms of letters and was not sent. */
@Controller
class LetterDraftPages {

    private final DraftAnswers answers;
    private final LetterDesk letters;
    private final LetterLook look;
    private final VisibleCases visible;
    private final CurrentActor current;

    LetterDraftPages(
            DraftAnswers answers, LetterDesk letters, LetterLook look, VisibleCases visible, CurrentActor current) {
        this.answers = answers;
        this.letters = letters;
        this.look = look;
        this.visible = visible;
        this.current = current;
    }

    @PostMapping(path = "/cases/{id}/letters/draft", headers = DraftAnswers.BY_SCRIPT)
    ResponseEntity<Told> keepWhileTyping(
            @PathVariable String id,
            @RequestHeader(DraftAnswers.BY_SCRIPT) String turn,
            @RequestParam Map<String, String> sent) {
        Actor actor = writer();
        return answers.whileTyping(actor, ofNew(id, sent, actor), only("draft.", sent), turn, null);
    }

    @PostMapping("/cases/{id}/letters/draft")
    ModelAndView keep(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = writer();
        return answers.byHand(actor, ofNew(id, sent, actor), only("draft.", sent), pageOf(id, sent), next);
    }

    @PostMapping("/cases/{id}/letters/draft/drop")
    ModelAndView drop(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = writer();
        return answers.dropped(actor, ofNew(id, sent, actor), pageOf(id, sent), next);
    }

    @PostMapping(path = "/cases/{id}/letters/{letter}/redraft/draft", headers = DraftAnswers.BY_SCRIPT)
    ResponseEntity<Told> keepAnotherWhileTyping(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestHeader(DraftAnswers.BY_SCRIPT) String turn,
            @RequestParam Map<String, String> sent) {
        Actor actor = writer();
        return answers.whileTyping(actor, ofAnother(id, letter, actor), only("redraft.", sent), turn, null);
    }

    @PostMapping("/cases/{id}/letters/{letter}/redraft/draft")
    ModelAndView keepAnother(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Actor actor = writer();
        Place place = ofAnother(id, letter, actor);
        return answers.byHand(actor, place, only("redraft.", sent), pageOf(place.petition(), letter), next);
    }

    @PostMapping("/cases/{id}/letters/{letter}/redraft/draft/drop")
    ModelAndView dropAnother(@PathVariable String id, @PathVariable String letter, RedirectAttributes next) {
        Actor actor = writer();
        Place place = ofAnother(id, letter, actor);
        return answers.dropped(actor, place, pageOf(place.petition(), letter), next);
    }

    /** Of a form that is there for this case. */
    private Place ofNew(String id, Map<String, String> sent, Actor actor) {
        CaseFile file = visible.find(id, actor);
        String template = sent.getOrDefault("template", "");
        if (letters.forms(file).stream().noneMatch(form -> form.id().equals(template))) throw new NotFound();
        String replaces = sent.getOrDefault("replaces", "");
        if (!replaces.isBlank()) look.read(id, replaces, actor);
        return Place.ofLetter(file.id(), template, replaces);
    }

    private Place ofAnother(String id, String letter, Actor actor) {
        PetitionId petition = visible.find(id, actor).id();
        Letter found = look.read(id, letter, actor);
        return Place.ofRedraft(petition, letter, found.draft());
    }

    private static Map<String, String> only(String prefix, Map<String, String> sent) {
        Map<String, String> typed = new LinkedHashMap<>(sent);
        typed.keySet().removeIf(name -> !name.startsWith(prefix));
        return typed;
    }

    private static String pageOf(String id, Map<String, String> sent) {
        return UriComponentsBuilder.fromPath("/cases/{id}/letters/new")
                .queryParam("template", "{template}")
                .queryParam("replaces", "{replaces}")
                .encode()
                .buildAndExpand(id, sent.getOrDefault("template", ""), sent.getOrDefault("replaces", ""))
                .toUriString();
    }

    private static String pageOf(@Nullable PetitionId petition, String letter) {
        return "/cases/" + petition + "/letters/" + letter;
    }

    private Actor writer() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }
}
