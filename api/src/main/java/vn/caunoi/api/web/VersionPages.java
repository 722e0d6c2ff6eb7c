package vn.caunoi.api.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.api.designer.VersionDesk;
import vn.caunoi.api.designer.Wish;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.studio.Problem;

/**
 * One published version: how it stands, who published it why, what it changed, and what happened to it since. Designers
 * end its pilot, retire it, or publish it again.
 */
@Controller
class VersionPages {

    private static final String ONE = "/processes/{key}/versions/{version}";

    private final VersionDesk desk;
    private final StudioDesk studio;
    private final CurrentActor current;
    private final Problems problems;
    private final Explained explained;
    private final Names names;
    private final Words say;

    VersionPages(
            VersionDesk desk,
            StudioDesk studio,
            CurrentActor current,
            Problems problems,
            Explained explained,
            Names names,
            Words say) {
        this.desk = desk;
        this.studio = studio;
        this.current = current;
        this.problems = problems;
        this.explained = explained;
        this.names = names;
        this.say = say;
    }

    @GetMapping(ONE)
    String show(@PathVariable String key, @PathVariable int version, Model model) {
        fill(key, version, model.asMap());
        return "version";
    }

    private void fill(String key, int version, Map<String, Object> model) {
        VersionDesk.Version one = desk.find(key, version);
        model.put("one", one);
        model.put("designer", current.get().is(Role.DESIGNER));
        model.put("secondPerson", studio.isBySecondPerson());
        model.put("units", names.units());
        Differences.fill(model, desk.changes(one));
        model.put("sentences", explained.sentences(desk.explained(one)));
    }

    @PostMapping(ONE + "/widen")
    ModelAndView widen(
            @PathVariable String key,
            @PathVariable int version,
            @RequestParam(defaultValue = "") List<String> units,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        try {
            desk.widen(key, version, Set.copyOf(units), reason);
            return done(key, version, "version.widened", next);
        } catch (Refusal refusal) {
            return again(key, version, "widen", Map.of("reason", reason), wrong(refusal, "reason"))
                    .addObject("chosen", units);
        }
    }

    @PostMapping(ONE + "/retire")
    ModelAndView retire(
            @PathVariable String key,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirm,
            RedirectAttributes next) {
        try {
            desk.retire(key, version, reason, confirm);
            return done(key, version, "version.retired", next);
        } catch (Refusal refusal) {
            return again(key, version, "retire", Map.of("reason", reason), wrong(refusal, "reason"));
        }
    }

    @PostMapping(ONE + "/again")
    ModelAndView publishAgain(
            @PathVariable String key,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        Map<String, String> typed = Map.of("note", note);
        try {
            return switch (studio.publishAgain(key, version, new Wish(note))) {
                case StudioDesk.Published done -> done(done.key(), done.version(), "studio.published", next);
                case StudioDesk.Proposed waits -> {
                    next.addFlashAttribute("said", "studio.proposed");
                    yield Pages.seeOther("/studio/" + waits.draft() + "/changes");
                }
                case StudioDesk.Refused refused ->
                    again(key, version, "again", typed, Map.of("note", say.text("version.again.refused")))
                            .addObject(
                                    "problems",
                                    refused.problems().stream()
                                            .filter(Problem::isError)
                                            .toList());
            };
        } catch (Refusal refusal) {
            return again(key, version, "again", typed, wrong(refusal, "note"));
        }
    }

    private static ModelAndView done(String key, int version, String said, RedirectAttributes next) {
        next.addFlashAttribute("said", said);
        return Pages.seeOther(
                UriComponentsBuilder.fromPath(ONE).build(key, version).toString());
    }

    /** @param act what was not done: its form stays open, with what was typed */
    private ModelAndView again(
            String key, int version, String act, Map<String, String> typed, Map<String, String> wrong) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("act", act);
        model.put("typed", typed);
        model.put("wrong", wrong);
        ModelAndView page = new ModelAndView("version", model, HttpStatus.UNPROCESSABLE_CONTENT);
        fill(key, version, page.getModel());
        return page;
    }

    private Map<String, String> wrong(Refusal refusal, String field) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        if (wrong.isEmpty()) wrong.put(field, say.text("reason." + refusal.reason()));
        return wrong;
    }
}
