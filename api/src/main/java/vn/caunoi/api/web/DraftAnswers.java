package vn.caunoi.api.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.draft.Drafts.Kept;
import vn.caunoi.api.draft.Drafts.Place;
import vn.caunoi.api.draft.Turn;
import vn.caunoi.core.directory.Actor;

/** Keeps drafts and says so: to a script beside the form, to a form on its page. */
@Component
class DraftAnswers {

    /** A script keeps in the background and is told how it went; a form goes back to its page. Its value is the turn. */
    static final String BY_SCRIPT = "Caunoi-Draft";

    /**
     * What a script says beside the form.
     *
     * @param message in the reader's language
     * @param taken whether somebody else has the task now or did it, or a later draft is there
     */
    record Told(String message, boolean taken) {}

    private final Drafts drafts;
    private final Words say;

    DraftAnswers(Drafts drafts, Words say) {
        this.drafts = drafts;
        this.say = say;
    }

    /**
     * @param turn as the script wrote it
     * @param taken what else there is to know; null for nothing
     */
    ResponseEntity<Told> whileTyping(
            Actor actor, Place place, Map<String, String> sent, String turn, @Nullable String taken) {
        Kept kept = drafts.keep(actor.id(), place, sent, Turn.of(turn).orElse(null));
        if (taken != null) return ResponseEntity.ok(new Told(taken, true));
        return switch (kept) {
            case KEPT -> ResponseEntity.ok(new Told(say.text("draft.kept.at", say.timeNow()), false));
            case LATE -> ResponseEntity.status(HttpStatus.CONFLICT).body(new Told(say.text("draft.late"), true));
            case NOT_KEPT ->
                ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(new Told(say.text("draft.toolarge"), false));
        };
    }

    /** @param where the page of the form */
    ModelAndView byHand(Actor actor, Place place, Map<String, String> sent, String where, RedirectAttributes next) {
        boolean kept = drafts.keep(actor.id(), place, sent, null) == Kept.KEPT;
        next.addFlashAttribute("said", kept ? "draft.kept" : "draft.toolarge");
        return Pages.seeOther(where);
    }

    ModelAndView dropped(Actor actor, Place place, String where, RedirectAttributes next) {
        drafts.drop(actor.id(), place);
        next.addFlashAttribute("said", "draft.dropped");
        return Pages.seeOther(where);
    }
}
