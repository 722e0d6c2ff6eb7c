package vn.caunoi.api.web;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.reception.CorrectionDesk;
import vn.caunoi.api.reception.ReceptionDesk;
import vn.caunoi.api.reception.VisitInput;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.Heard;

/** The form of a visit once more, to correct what was entered wrongly. */
@Controller
class VisitCorrectionPage {

    private final ReceptionDesk desk;
    private final CorrectionDesk corrections;
    private final CurrentActor current;
    private final Words say;
    private final Problems problems;

    VisitCorrectionPage(
            ReceptionDesk desk, CorrectionDesk corrections, CurrentActor current, Words say, Problems problems) {
        this.desk = desk;
        this.corrections = corrections;
        this.current = current;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/reception/{id}/correct")
    ModelAndView known(@PathVariable String id) {
        Heard heard = desk.statement(id, deskActor()).heard();
        return page(id, VisitForm.correcting(heard, say), HttpStatus.OK);
    }

    @PostMapping("/reception/{id}/correct")
    ModelAndView correct(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor actor = deskActor();
        VisitForm form = VisitForm.of(sent, say, List.of(), List.of());
        String more = sent.getFirst("more");
        if (more != null) return page(id, form.oneMore(more), HttpStatus.OK);
        String less = sent.getFirst("less");
        if (less != null) return page(id, form.oneLess(less), HttpStatus.OK);
        try {
            corrections.correct(id, input(form, desk.statement(id, actor).heard()), form.typed("reason"), actor);
            next.addFlashAttribute("said", "visit.correct");
            return Pages.seeOther("/reception/" + id);
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
            ModelAndView again = page(id, form.wrong(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
            if (wrong.isEmpty()) again.addObject("refused", problems.message(refusal.reason(), Words.locale()));
            return again;
        }
    }

    /** The form knows minutes; one that was not touched leaves the moment as it was. */
    private static VisitInput input(VisitForm form, Heard before) {
        VisitInput typed = VisitFormInput.of(form);
        String minute = LocalDateTime.ofInstant(before.occurred(), DueDate.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        return minute.equals(form.typed("occurred")) ? typed.at(before.occurred()) : typed;
    }

    private Actor deskActor() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }

    private static ModelAndView page(String id, VisitForm form, HttpStatus status) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("form", form);
        model.put("correcting", id);
        return new ModelAndView("visit-new", model, status);
    }
}
