package vn.caunoi.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.admin.VisitErasureDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal;

/** For administrators: whose data a visit holds, and erasing it, after it was shown what that means. */
@Controller
class VisitErasurePage {

    private final VisitErasureDesk desk;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;

    VisitErasurePage(VisitErasureDesk desk, CurrentActor current, Names names, Words say, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/admin/erasure/visits")
    String look(
            @RequestParam(required = false) @Nullable String visit,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String no,
            Model model) {
        Actor actor = current.with(Role.ADMIN);
        model.addAttribute("unit", unit).addAttribute("year", year).addAttribute("no", no);
        try {
            if (visit != null && !visit.isBlank()) fill(model, visit, actor);
            else if (no != null && !no.isBlank()) fill(model, numbered(unit, year, no, actor), actor);
            else fill(model, null, actor);
        } catch (NotFound _missing) {
            model.addAttribute("unknown", true);
        }
        return "erasure-visit";
    }

    private String numbered(@Nullable String unit, @Nullable String year, String no, Actor actor) {
        if (year == null || unit == null || unit.isBlank()) throw new NotFound();
        boolean numbers = no.strip().matches("\\d{1,9}") && year.strip().matches("\\d{4}");
        if (!numbers) throw new NotFound();
        UnitId of = new UnitId(unit.strip());
        return desk.numbered(of, Integer.parseInt(year.strip()), Long.parseLong(no.strip()), actor)
                .value();
    }

    @PostMapping("/admin/erasure/visits")
    ModelAndView erase(
            @RequestParam String visit,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean early,
            @RequestParam(defaultValue = "false") boolean confirm,
            RedirectAttributes next) {
        Actor actor = current.with(Role.ADMIN);
        if (!confirm) return again(visit, person, reason, early, null, actor);
        try {
            desk.erase(visit, person, reason, early, actor);
        } catch (Refusal refusal) {
            String why = refusal.violations().isEmpty()
                    ? problems.message(refusal.reason(), Words.locale())
                    : problems.message(refusal.violations().getFirst(), Words.locale());
            return again(visit, person, reason, early, why, actor);
        }
        next.addFlashAttribute("said", "erased");
        return Pages.seeOther(UriComponentsBuilder.fromPath("/admin/erasure/visits")
                .queryParam("visit", visit)
                .toUriString());
    }

    private ModelAndView again(
            String visit, String person, String reason, boolean early, @Nullable String why, Actor actor) {
        Model model = new ExtendedModelMap();
        fill(model, visit, actor);
        model.addAttribute("person", person).addAttribute("reason", reason).addAttribute("early", early);
        if (why == null) model.addAttribute("unconfirmed", true);
        else model.addAttribute("refused", why);
        return new ModelAndView("erasure-visit", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(Model model, @Nullable String visit, Actor actor) {
        model.addAttribute("units", names.units(actor.covers()))
                .addAttribute("thisYear", say.today().getYear());
        if (visit != null) model.addAttribute("outlook", desk.look(visit.strip(), actor));
    }
}
