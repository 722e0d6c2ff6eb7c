package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.redaction.Blackening;
import vn.caunoi.api.redaction.Personal;
import vn.caunoi.api.redaction.RedactionDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.casefile.Part;

/** A decision for everybody: one chooses what is blacked out and sees it so, another looks at it and publishes it. */
@Controller
class RedactionPage {

    /** @param words proposed; {@code chosen} whether they are to be blacked out */
    record Proposal(String words, Personal.Why why, boolean chosen) {}

    private final RedactionDesk desk;
    private final ReadingLog readings;
    private final CurrentActor current;
    private final Problems problems;

    RedactionPage(RedactionDesk desk, ReadingLog readings, CurrentActor current, Problems problems) {
        this.desk = desk;
        this.readings = readings;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/cases/{id}/redaction")
    ModelAndView show(@PathVariable String id) {
        Actor actor = current.with(Role.OFFICER, Role.HEAD);
        RedactionDesk.Look look = desk.look(id, actor);
        readings.note(look.file().id(), actor, Reading.What.PAGE, null);
        return page(look, chosenBefore(look), actor, HttpStatus.OK);
    }

    /** All that is proposed, or what was chosen the last time. */
    private static List<String> chosenBefore(RedactionDesk.Look look) {
        Part.PublicDecision before = look.file().publicDecision();
        if (before != null) return before.blacked();
        return look.found().stream().map(Personal.Found::words).toList();
    }

    /** @param then to see it so, or to give it to somebody else */
    @PostMapping("/cases/{id}/redaction")
    ModelAndView redact(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> words,
            @RequestParam(defaultValue = "") String more,
            @RequestParam(defaultValue = "look") String then,
            RedirectAttributes next) {
        Actor actor = current.with(Role.OFFICER, Role.HEAD);
        List<String> all = new ArrayList<>(words == null ? List.of() : words);
        all.add(more);
        if (then.equals("give")) return done(id, all, actor, next, "redacted", () -> desk.redact(id, all, actor));
        try {
            return page(desk.look(id, actor), RedactionDesk.chosen(all), actor, HttpStatus.OK);
        } catch (Refusal refusal) {
            return refused(id, all, actor, refusal);
        }
    }

    @PostMapping("/cases/{id}/redaction/publish")
    ModelAndView publish(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean read, RedirectAttributes next) {
        Actor actor = current.with(Role.OFFICER, Role.HEAD);
        return done(id, null, actor, next, "decisionpublic", () -> desk.publish(id, read, actor));
    }

    @PostMapping("/cases/{id}/redaction/take-down")
    ModelAndView takeDown(
            @PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        Actor actor = current.with(Role.HEAD);
        return done(id, null, actor, next, "decisiondown", () -> desk.takeDown(id, reason, actor));
    }

    private ModelAndView done(
            String id,
            @Nullable List<String> chosen,
            Actor actor,
            RedirectAttributes next,
            String said,
            Supplier<Written> order) {
        try {
            Written written = order.get();
            next.addFlashAttribute("said", said);
            return Pages.seeOther("/cases/" + written.petition().value() + "/redaction");
        } catch (Refusal refusal) {
            return refused(id, chosen, actor, refusal);
        }
    }

    private ModelAndView refused(String id, @Nullable List<String> chosen, Actor actor, Refusal refusal) {
        RedactionDesk.Look look = desk.look(id, actor);
        List<String> lines = chosen == null
                ? chosenBefore(look)
                : chosen.stream().flatMap(String::lines).toList();
        return page(look, lines, actor, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject(
                        "refused",
                        refusal.violations().isEmpty()
                                ? problems.message(refusal.reason(), Words.locale())
                                : problems.message(refusal.violations().getFirst(), Words.locale()));
    }

    private static ModelAndView page(RedactionDesk.Look look, List<String> chosen, Actor actor, HttpStatus status) {
        Set<String> more = new LinkedHashSet<>(chosen);
        List<Proposal> proposals = look.found().stream()
                .map(one -> new Proposal(one.words(), one.why(), chosen.contains(one.words())))
                .toList();
        look.found().forEach(one -> more.remove(one.words()));
        more.removeIf(String::isBlank);
        Part.PublicDecision now = look.file().publicDecision();
        boolean waits = now != null && now.publicOn() == null;
        return new ModelAndView("redaction", status)
                .addObject("file", look.file())
                .addObject("proposals", proposals)
                .addObject("more", String.join("\n", more))
                .addObject("pieces", new Blackening(look.text(), chosen).pieces())
                .addObject("now", now)
                .addObject("waits", waits)
                .addObject(
                        "mayPublish",
                        now != null
                                && now.publicOn() == null
                                && !now.redactedBy().equals(actor.id()))
                .addObject("mayTakeDown", now != null && !waits && actor.is(Role.HEAD))
                .addObject("mayRedact", now == null || waits);
    }
}
