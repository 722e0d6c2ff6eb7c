package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.notice.NoticeChoices;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Language;
import vn.caunoi.core.petition.Refusal;

/** How somebody wants to be told of their work. */
@Controller
class SettingsPage {

    private final NoticeChoices choices;
    private final CurrentActor current;
    private final Problems problems;

    SettingsPage(NoticeChoices choices, CurrentActor current, Problems problems) {
        this.choices = choices;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/settings")
    String show(Model model) {
        NoticeChoices.Choice choice = choices.of(current.get().id());
        fill(
                model.asMap(),
                choice.email(),
                choice.how().name(),
                choice.language().name(),
                choice.overview());
        return "settings";
    }

    private void fill(Map<String, Object> model, String email, String how, String language, boolean overview) {
        model.put("email", email);
        model.put("how", how);
        model.put("language", language);
        model.put("overview", overview);
        model.put("oversees", Site.mayOversee(current.get()));
        model.put("hows", NoticeChoices.How.values());
        model.put("languages", Language.values());
    }

    @PostMapping("/settings")
    ModelAndView choose(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") boolean overview,
            RedirectAttributes next) {
        Actor by = current.get();
        try {
            Boolean wanted = Site.mayOversee(by) ? overview : null;
            choices.choose(new NoticeChoices.Given(email, how, language, wanted), by);
            next.addFlashAttribute("said", "settings");
            return Pages.seeOther("/settings");
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            fill(model, email, how, language, overview);
            Refusal.Violation wrong = refusal.violations().getFirst();
            model.put("wrong", wrong.field());
            model.put("error", problems.message(wrong, Words.locale()));
            return new ModelAndView("settings", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
