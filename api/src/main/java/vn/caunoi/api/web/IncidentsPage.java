package vn.caunoi.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.admin.IncidentDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.incidents.Incidents;

/** For administrators: cases whose process could not follow an event. */
@Controller
class IncidentsPage {

    private static final int ROWS = 50;

    private final Incidents incidents;
    private final IncidentDesk desk;
    private final CurrentActor current;
    private final Problems problems;

    IncidentsPage(Incidents incidents, IncidentDesk desk, CurrentActor current, Problems problems) {
        this.incidents = incidents;
        this.desk = desk;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/admin/incidents")
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        var actor = current.with(Role.ADMIN, Role.INSPECTOR);
        fill(model, Lists.cursor(cursor));
        model.addAttribute("mayAct", actor.is(Role.ADMIN));
        model.addAttribute("mayRead", actor.is(Role.INSPECTOR));
        return "incidents";
    }

    @PostMapping("/admin/incidents/{id}/{n}/retry")
    ModelAndView retry(@PathVariable String id, @PathVariable int n, RedirectAttributes next) {
        var actor = current.with(Role.ADMIN);
        try {
            desk.retry(new PetitionId(id), n, actor);
            next.addFlashAttribute("said", "retried");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", problems.message(refusal.reason(), Words.locale()));
        }
        return Pages.seeOther("/admin/incidents");
    }

    @PostMapping("/admin/incidents/{id}/{n}/skip")
    ModelAndView skip(
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var actor = current.with(Role.ADMIN);
        if (reason.isBlank()) return again(id + "-" + n);
        try {
            desk.skip(new PetitionId(id), n, reason.strip(), actor);
            next.addFlashAttribute("said", "skipped");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", problems.message(refusal.reason(), Words.locale()));
        }
        return Pages.seeOther("/admin/incidents");
    }

    private ModelAndView again(String wrongAt) {
        Model model = new ExtendedModelMap();
        fill(model, null);
        model.addAttribute("wrongAt", wrongAt).addAttribute("mayAct", true).addAttribute("mayRead", false);
        return new ModelAndView("incidents", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(Model model, @Nullable String cursor) {
        Page<Incidents.Incident> page = incidents.open(cursor, ROWS);
        model.addAttribute("page", page)
                .addAttribute("next", page.next() == null ? null : "/admin/incidents?cursor=" + page.next())
                .addAttribute("first", cursor == null ? null : "/admin/incidents");
    }
}
