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
import vn.caunoi.api.admin.ErasureDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;

/** For administrators: whose data a case holds, and erasing it, after it was shown what that means. */
@Controller
class ErasurePage {

    private final ErasureDesk desk;
    private final CurrentActor current;
    private final Problems problems;

    ErasurePage(ErasureDesk desk, CurrentActor current, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/admin/erasure")
    String look(@RequestParam(required = false) @Nullable String code, Model model) {
        fill(model, code);
        return "erasure";
    }

    @PostMapping("/admin/erasure")
    ModelAndView erase(
            @RequestParam String code,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean early,
            @RequestParam(defaultValue = "false") boolean confirm,
            RedirectAttributes next) {
        var actor = current.with(Role.ADMIN);
        if (!confirm) return again(code, person, reason, early, null);
        try {
            desk.erase(code, person, reason, early, actor);
        } catch (Refusal refusal) {
            String why = refusal.violations().isEmpty()
                    ? problems.message(refusal.reason(), Words.locale())
                    : problems.message(refusal.violations().getFirst(), Words.locale());
            return again(code, person, reason, early, why);
        }
        next.addFlashAttribute("said", "erased");
        next.addAttribute("code", code);
        return Pages.seeOther("/admin/erasure");
    }

    private ModelAndView again(String code, String person, String reason, boolean early, @Nullable String why) {
        Model model = new ExtendedModelMap();
        fill(model, code);
        model.addAttribute("person", person).addAttribute("reason", reason).addAttribute("early", early);
        if (why == null) model.addAttribute("unconfirmed", true);
        else model.addAttribute("refused", why);
        return new ModelAndView("erasure", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(Model model, @Nullable String code) {
        var actor = current.with(Role.ADMIN);
        model.addAttribute("code", code);
        if (code == null || code.isBlank()) return;
        try {
            model.addAttribute("outlook", desk.look(code.strip(), actor));
        } catch (NotFound _missing) {
            model.addAttribute("unknown", true);
        }
    }
}
