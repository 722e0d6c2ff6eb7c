package vn.caunoi.api.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.api.officer.FormPreview;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormProblem;
import vn.caunoi.processes.studio.FormCheck;
import vn.caunoi.processes.studio.ModelForms;

/** Shows a form that is being made as officers will see it, and tells what is wrong with it. */
@Controller
class StudioFormPreview {

    private static final int LONGEST = 200_000;

    /** @param outcome and {@code field} it is about, by their ids; null where it is about the whole */
    record Told(@Nullable String outcome, @Nullable String field, boolean error, String message) {}

    private final FormPreview preview;
    private final FormCheck check;
    private final CurrentActor current;
    private final Words say;

    StudioFormPreview(FormPreview preview, FormCheck check, CurrentActor current, Words say) {
        this.preview = preview;
        this.check = check;
        this.current = current;
        this.say = say;
    }

    @PostMapping(
            path = "/studio/form-preview",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE})
    ModelAndView show(@RequestBody String json) {
        current.with(Role.DESIGNER);
        if (json.length() > LONGEST) return unreadable();
        try {
            Form form = ModelForms.read(json);
            List<Told> told = check.check(form).stream().map(this::told).toList();
            ModelAndView page = new ModelAndView("studio-form-preview").addObject("told", told);
            boolean shown =
                    !form.outcomes().isEmpty() && form.findings().stream().noneMatch(StudioFormPreview::hides);
            return shown ? page.addObject("form", TaskForm.known(preview.of(form, Words.locale()), Map.of())) : page;
        } catch (IllegalArgumentException none) {
            return unreadable();
        }
    }

    /** A bound that cannot be read cannot be shown. */
    private static boolean hides(FormProblem problem) {
        return problem.rule().equals("bound");
    }

    private Told told(FormProblem problem) {
        String detail = problem.rule().equals("act-needs") ? say.word("field", problem.detail()) : problem.detail();
        return new Told(
                problem.outcome(),
                problem.field(),
                !problem.rule().equals(FormCheck.ENGLISH),
                say.text("studio.form.wrong." + problem.rule(), detail));
    }

    private ModelAndView unreadable() {
        return new ModelAndView("studio-form-preview", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("told", List.of(new Told(null, null, true, say.text("studio.form.wrong.unreadable"))));
    }
}
