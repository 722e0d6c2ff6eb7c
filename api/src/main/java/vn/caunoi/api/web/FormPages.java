package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.letter.FormDesk;
import vn.caunoi.api.letter.FormInput;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.Refusal;

/** For administrators: the forms of letters in their editions, and the next edition, looked at with a sample first. */
@Controller
class FormPages {

    private final FormDesk desk;
    private final CurrentActor current;
    private final LetterFormFields fields;
    private final Problems problems;

    FormPages(FormDesk desk, CurrentActor current, LetterFormFields fields, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.fields = fields;
        this.problems = problems;
    }

    @GetMapping("/admin/letter-forms")
    String list(Model model) {
        current.with(Role.ADMIN);
        model.addAttribute("forms", desk.all()).addAttribute("desk", desk);
        return "letter-forms";
    }

    /** @param id of a form, or {@code new} */
    @GetMapping("/admin/letter-forms/{id}")
    String edit(@PathVariable String id, Model model) {
        current.with(Role.ADMIN);
        LetterForm form = id.equals("new") ? null : desk.present(id).orElseThrow(NotFound::new);
        fields.fill(
                model.asMap(),
                id,
                fields.typed(form),
                form == null ? List.of() : LetterFormFields.kinds(form),
                Map.of());
        return "letter-form";
    }

    @PostMapping("/admin/letter-forms/{id}")
    ModelAndView publish(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor actor = current.with(Role.ADMIN);
        Map<String, Object> model = new LinkedHashMap<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        try {
            FormInput input = LetterFormFields.input(id, sent);
            if (sent.getFirst("look") == null) {
                desk.publish(input, actor);
                next.addFlashAttribute("said", "letter.form");
                return Pages.seeOther("/admin/letter-forms");
            }
            model.put("preview", desk.preview(input));
        } catch (Refusal refusal) {
            wrong.putAll(fields.wrong(refusal));
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
        }
        fields.fill(model, id, sent.toSingleValueMap(), sent.getOrDefault("kinds", List.of()), wrong);
        boolean fine = model.containsKey("preview");
        return new ModelAndView("letter-form", model, fine ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
