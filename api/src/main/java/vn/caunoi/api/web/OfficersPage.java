package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import vn.caunoi.api.officer.HandOverDesk;
import vn.caunoi.api.officer.OfficersDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Refusal;

/** Who has how much in hand, and all of one officer handed over to another or shared out by load. */
@Controller
class OfficersPage {

    private static final String SHARED = "*";

    private final OfficersDesk officers;
    private final HandOverDesk desk;
    private final CurrentActor current;
    private final Problems problems;
    private final Names names;
    private final Words say;

    OfficersPage(
            OfficersDesk officers, HandOverDesk desk, CurrentActor current, Problems problems, Names names, Words say) {
        this.officers = officers;
        this.desk = desk;
        this.current = current;
        this.problems = problems;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/officers")
    String list(Model model) {
        model.addAttribute("officers", officers.of(head()));
        return "officers";
    }

    /** @param to whom the preview is for; left out: shared out by load */
    @GetMapping("/officers/{officer}/hand-over")
    ModelAndView preview(@PathVariable String officer, @RequestParam(defaultValue = SHARED) String to) {
        return page(officer, to, Map.of(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/officers/{officer}/hand-over")
    ModelAndView handOver(
            @PathVariable String officer,
            @RequestParam(defaultValue = SHARED) String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String confirm,
            RedirectAttributes next) {
        Map<String, String> typed = Map.of("reason", reason);
        if (!confirm.equals("true")) {
            var missing = new Refusal.Violation("confirm", "required", "must be confirmed");
            return page(
                    officer,
                    to,
                    typed,
                    Map.of("confirm", problems.message(missing, Words.locale())),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            HandOverDesk.Done done = desk.carryOut(officer, named(to), reason, head());
            next.addFlashAttribute("told", told(done));
            return Pages.seeOther("/officers");
        } catch (Refusal refusal) {
            return page(officer, SHARED, typed, wrong(refusal), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private String told(HandOverDesk.Done done) {
        List<String> sentences = new ArrayList<>();
        sentences.add(say.text("handover.done", done.given()));
        done.stayed().forEach(one -> sentences.add(one.code() + ": " + problem(one.problem())));
        if (done.more()) sentences.add(say.text("handover.more"));
        return String.join(" ", sentences);
    }

    /** Why something stays where it is. */
    private String problem(@Nullable String reason) {
        return say.word("handover.problem", String.valueOf(reason));
    }

    private Map<String, String> wrong(Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        if (wrong.isEmpty()) wrong.put("to", problems.message(refusal.reason(), Words.locale()));
        return wrong;
    }

    private ModelAndView page(
            String officer, String to, Map<String, String> typed, Map<String, String> wrong, HttpStatus status) {
        Actor head = head();
        HandOverDesk.Plan plan = desk.plan(officer, named(to), head);
        Question reason = Question.of("reason", say.text("ask.reason"), FieldType.LONGTEXT, true, typed.get("reason"))
                .bounds(null, "20000")
                .error(wrong.get("reason"));
        return new ModelAndView("hand-over", status)
                .addObject("officer", plan.officer())
                .addObject("plan", plan)
                .addObject("to", to)
                .addObject("choices", choices(plan, head))
                .addObject("questions", List.of(reason))
                .addObject("errors", Wrong.in(List.of(reason)))
                .addObject("refused", wrong.get("to"))
                .addObject("unconfirmed", wrong.get("confirm"));
    }

    private List<Question.Choice> choices(HandOverDesk.Plan plan, Actor head) {
        List<Question.Choice> choices = new ArrayList<>();
        choices.add(new Question.Choice(SHARED, say.text("handover.shared")));
        officers.of(head).stream()
                .filter(one -> !one.officer().equals(plan.officer()))
                .map(one -> new Question.Choice(
                        one.officer().value(),
                        one.name() + " · " + names.unit(one.unit()) + " · "
                                + say.text("proposal.load", one.tasks(), one.late())))
                .forEach(choices::add);
        return choices;
    }

    private static @Nullable String named(String to) {
        return to.equals(SHARED) || to.isBlank() ? null : to;
    }

    private Actor head() {
        return current.with(Role.HEAD);
    }
}
