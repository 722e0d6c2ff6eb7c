package vn.caunoi.api.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.officer.HandInDesk;
import vn.caunoi.api.officer.HandInInput;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;

/** Calls to the hotline: feedback taken down while somebody speaks, and the form is ready for the next call at once. */
@Controller
class HotlinePage {

    private final HandInDesk desk;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;

    HotlinePage(HandInDesk desk, CurrentActor current, Names names, Words say, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/hotline")
    ModelAndView empty() {
        return page(Map.of("seed", Seed.fresh()), Map.of(), deskActor(), HttpStatus.OK);
    }

    @PostMapping("/hotline")
    ModelAndView take(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor actor = deskActor();
        Map<String, String> typed = sent.toSingleValueMap();
        HotlineCall call = HotlineCall.of(typed);
        try {
            Input check = new Input();
            check.required("what", call.what(), HotlineCall.LONGEST);
            check.mustBeValid();
            HandInDesk.Receipt receipt = desk.handIn(input(call), actor, FormSeed.of(sent, actor));
            next.addFlashAttribute("taken", receipt.code().value());
            next.addFlashAttribute("pin", receipt.pin());
            next.addFlashAttribute("petition", receipt.id().value());
            return Pages.seeOther("/hotline");
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) throw refusal;
            return page(typed, HotlineCall.wrong(refusal, this::message), actor, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private String message(Refusal.Violation violation) {
        return problems.message(violation, Words.locale());
    }

    private HandInInput input(HotlineCall call) {
        return new HandInInput(
                Kind.FEEDBACK.name(),
                Channel.HOTLINE.name(),
                null,
                call.subject(),
                call.what(),
                null,
                call.unit(),
                call.where(),
                call.isAnonymous(),
                false,
                null,
                null,
                null,
                List.of(),
                petitioners(call));
    }

    /** Who says no name but leaves a number is named after the call. */
    private List<HandInInput.@Nullable Petitioner> petitioners(HotlineCall call) {
        if (call.isAnonymous()) return List.of();
        String name = Objects.requireNonNullElseGet(call.who(), () -> say.text("hotline.caller"));
        return List.of(new HandInInput.Petitioner(name, null, null, call.phone(), null, null));
    }

    private ModelAndView page(Map<String, String> typed, Map<String, String> wrong, Actor actor, HttpStatus status) {
        List<Question> questions = HotlineCall.questions(typed, wrong, names.units(actor.covers()), say);
        return new ModelAndView("hotline", status)
                .addObject("seed", typed.getOrDefault("seed", ""))
                .addObject("questions", questions)
                .addObject("errors", Wrong.in(questions));
    }

    private Actor deskActor() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }
}
