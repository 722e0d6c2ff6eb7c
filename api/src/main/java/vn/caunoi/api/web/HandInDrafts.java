package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import vn.caunoi.api.draft.Draft;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.draft.Drafts.Place;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.DraftAnswers.Told;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;

/** Petitions that were begun at the desk and not handed in: each by the seed of its form. */
@Controller
class HandInDrafts {

    private static final Set<String> UNKEPT =
            Set.of("card", "lookup", "looked", "fill", "look", "use", "scan", "without", "more", "less", "go");

    private static final Pattern SEED = Pattern.compile("[\\w -]{8,100}");

    /** One that may be gone on with. @param what its subject, else who hands it in; blank for neither */
    record Begun(String seed, String what, Instant keptAt) {}

    private final DraftAnswers answers;
    private final Drafts drafts;
    private final CurrentActor current;

    HandInDrafts(DraftAnswers answers, Drafts drafts, CurrentActor current) {
        this.answers = answers;
        this.drafts = drafts;
        this.current = current;
    }

    /** The last kept first. */
    List<Begun> of(OfficerId owner) {
        return drafts.withoutCase(owner).entrySet().stream()
                .map(one -> begun(Place.seedOf(one.getKey()), one.getValue()))
                .toList();
    }

    private static Begun begun(String seed, Draft draft) {
        String subject = draft.typed().getOrDefault("subject", "");
        String what = subject.isBlank() ? draft.typed().getOrDefault("petitioners[0].fullName", "") : subject;
        return new Begun(seed, what, draft.keptAt());
    }

    /** What was typed, by the names of the inputs. */
    Optional<Draft> find(OfficerId owner, String seed) {
        return drafts.find(owner, Place.ofHandIn(seed));
    }

    /** It was handed in. */
    void done(OfficerId owner, String seed) {
        if (SEED.matcher(seed).matches()) drafts.drop(owner, Place.ofHandIn(seed));
    }

    @PostMapping(path = "/hand-in/draft", headers = DraftAnswers.BY_SCRIPT)
    ResponseEntity<Told> keepWhileTyping(
            @RequestHeader(DraftAnswers.BY_SCRIPT) String turn, @RequestParam Map<String, String> sent) {
        return answers.whileTyping(desk(), place(sent), kept(sent), turn, null);
    }

    @PostMapping("/hand-in/draft")
    ModelAndView keep(@RequestParam Map<String, String> sent, RedirectAttributes next) {
        Place place = place(sent);
        String seed = UriUtils.encode(Place.seedOf(place.form()), StandardCharsets.UTF_8);
        return answers.byHand(desk(), place, kept(sent), "/hand-in?draft=" + seed, next);
    }

    @PostMapping("/hand-in/draft/drop")
    ModelAndView drop(@RequestParam Map<String, String> sent, RedirectAttributes next) {
        return answers.dropped(desk(), place(sent), "/hand-in", next);
    }

    /** What a card told, whom somebody looked for and which button was pressed are kept nowhere. */
    private static Map<String, String> kept(Map<String, String> sent) {
        Map<String, String> kept = new LinkedHashMap<>(sent);
        kept.keySet().removeAll(UNKEPT);
        return kept;
    }

    private static Place place(Map<String, String> sent) {
        String seed = sent.getOrDefault("seed", "");
        if (!SEED.matcher(seed).matches()) throw new NotFound();
        return Place.ofHandIn(seed);
    }

    private Actor desk() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }
}
