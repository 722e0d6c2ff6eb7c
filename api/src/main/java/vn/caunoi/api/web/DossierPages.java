package vn.caunoi.api.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.dossier.DossierDesk;
import vn.caunoi.api.dossier.DossierInput;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.dossier.Fate;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.dossier.Dossiers;

/** The dossier of a closed case, and the list of those to be decided about. */
@Controller
class DossierPages {

    private static final int AT_ONCE = 50;

    private final DossierDesk desk;
    private final CurrentActor current;
    private final Problems problems;

    DossierPages(DossierDesk desk, CurrentActor current, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/dossiers")
    ModelAndView list(
            @RequestParam(required = false) @Nullable String which,
            @RequestParam(required = false) @Nullable String cursor) {
        Actor actor = reader();
        Dossiers.Which asked = Asked.choice("which", which, Dossiers.Which.class);
        if (asked == null) asked = Dossiers.Which.DUE;
        Page<DossierDesk.Line> page = desk.list(asked, actor, Asked.cursor(cursor), AT_ONCE);
        String list = "/dossiers?which=" + asked.name().toLowerCase(Locale.ROOT);
        return new ModelAndView("dossiers")
                .addObject("which", asked)
                .addObject("all", Dossiers.Which.values())
                .addObject("items", page.items())
                .addObject("more", page.next())
                .addObject("next", list + "&cursor=" + page.next())
                .addObject("first", cursor == null ? null : list);
    }

    @GetMapping("/cases/{id}/dossier")
    ModelAndView look(@PathVariable String id) {
        return page(id, Map.of(), Map.of(), HttpStatus.OK);
    }

    @GetMapping("/cases/{id}/dossier/cover.pdf")
    ResponseEntity<byte[]> cover(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bia-ho-so.pdf\"")
                .body(desk.pdf(id, reader()));
    }

    @GetMapping("/cases/{id}/dossier/whole.zip")
    ResponseEntity<StreamingResponseBody> whole(@PathVariable String id) {
        Actor actor = reader();
        desk.readable(id, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ho-so.zip\"")
                .body(to -> desk.zip(id, actor, to));
    }

    @PostMapping("/cases/{id}/dossier/{what}")
    ModelAndView act(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Actor actor = reader();
        if (!List.of("place", "lend", "return", "keep-for-good", "decide").contains(what)) throw new NotFound();
        try {
            desk.act(
                    id,
                    what,
                    new DossierInput(
                            sent.get("place"),
                            sent.get("to"),
                            TimeForms.day(sent.get("backBy"), "backBy"),
                            sent.get("reason"),
                            sent.get("fate"),
                            sent.get("number"),
                            TimeForms.day(sent.get("decidedOn"), "decidedOn"),
                            TimeForms.day(sent.get("until"), "until")),
                    actor);
        } catch (Refusal refusal) {
            return page(id, sent, TimeForms.wrong(refusal, problems), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute("said", "dossier." + what);
        return Pages.seeOther("/cases/" + id + "/dossier");
    }

    private ModelAndView page(String id, Map<String, String> typed, Map<String, String> wrong, HttpStatus status) {
        Actor actor = reader();
        boolean works = actor.is(Role.CLERK) || actor.is(Role.OFFICER) || actor.is(Role.HEAD);
        return new ModelAndView("dossier", status)
                .addObject("id", id)
                .addObject("looked", desk.look(id, actor))
                .addObject("works", works)
                .addObject("heads", actor.is(Role.HEAD))
                .addObject("fates", Fate.values())
                .addObject("today", desk.today())
                .addObject("typed", typed)
                .addObject("wrong", wrong);
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }
}
