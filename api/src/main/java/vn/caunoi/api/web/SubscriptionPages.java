package vn.caunoi.api.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.notice.NoticeChoices;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.subscription.Subscription;
import vn.caunoi.api.subscription.Subscriptions;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;

/** Figures that supervisors have sent to them: what is chosen on the page of figures, each week or month, until they stop it. */
@Controller
class SubscriptionPages {

    private static final String PATH = "/figures/subscriptions";

    private final Subscriptions subscriptions;
    private final NoticeChoices choices;
    private final CurrentActor current;
    private final Names names;
    private final Problems problems;

    SubscriptionPages(
            Subscriptions subscriptions, NoticeChoices choices, CurrentActor current, Names names, Problems problems) {
        this.subscriptions = subscriptions;
        this.choices = choices;
        this.current = current;
        this.names = names;
        this.problems = problems;
    }

    /** @param from the first day on the page of figures: that of a year asks for the year until then */
    @GetMapping(PATH)
    ModelAndView own(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from) {
        boolean year = from != null && from.getDayOfYear() == 1;
        String span = (year ? Subscription.Span.YEAR : Subscription.Span.PERIOD).name();
        return page(
                supervisor(),
                new Subscriptions.Given(Subscription.Rhythm.WEEKLY.name(), span, Lists.text("unit", unit)),
                Map.of(),
                HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView begin(
            @RequestParam(defaultValue = "") String rhythm,
            @RequestParam(defaultValue = "") String span,
            @RequestParam(defaultValue = "") String unit,
            RedirectAttributes next) {
        Actor by = supervisor();
        Subscriptions.Given given = new Subscriptions.Given(rhythm, span, Lists.text("unit", unit));
        try {
            subscriptions.begin(given, by);
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations().forEach(one -> wrong.put(one.field(), problems.message(one, Words.locale())));
            return page(by, given, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute("said", "figures-mail");
        return Pages.seeOther(PATH);
    }

    @PostMapping(PATH + "/{id}/stop")
    ModelAndView stop(@PathVariable UUID id, RedirectAttributes next) {
        subscriptions.stop(id, supervisor().id());
        next.addFlashAttribute("said", "figures-mail-stopped");
        return Pages.seeOther(PATH);
    }

    private ModelAndView page(Actor reader, Subscriptions.Given typed, Map<String, String> wrong, HttpStatus status) {
        return new ModelAndView("subscriptions", status)
                .addObject("all", subscriptions.of(reader.id()))
                .addObject("typed", typed)
                .addObject("wrong", wrong)
                .addObject("email", choices.of(reader.id()).email())
                .addObject("rhythms", Subscription.Rhythm.values())
                .addObject("spans", Subscription.Span.values())
                .addObject("unit", typed.unit())
                .addObject("units", reader.is(Role.INSPECTOR) ? names.units() : names.units(reader.covers()));
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }
}
