package vn.caunoi.api.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.report.Differences;
import vn.caunoi.api.report.Report;
import vn.caunoi.api.report.ReportCases;
import vn.caunoi.api.report.ReportDesk;
import vn.caunoi.api.report.ReportFinder;
import vn.caunoi.api.report.ReportReading;
import vn.caunoi.api.report.Which;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.report.ReportDefinition;

/** Periodic reports: the periods of a year, a report with its cards, what a number counts, what has changed since. */
@Controller
class ReportPages {

    private static final int ROWS = 50;
    private static final String AT = "/oversight/reports";
    private static final String TYPED = "typed ";

    private final ReportFinder finder;
    private final ReportReading reading;
    private final ReportCases cases;
    private final Differences differences;
    private final ReportDesk desk;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;

    ReportPages(
            ReportFinder finder,
            ReportReading reading,
            ReportCases cases,
            Differences differences,
            ReportDesk desk,
            CurrentActor current,
            Names names,
            Words say,
            Problems problems) {
        this.finder = finder;
        this.reading = reading;
        this.cases = cases;
        this.differences = differences;
        this.desk = desk;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping(AT)
    String year(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String year,
            Model model) {
        Actor actor = supervisor();
        UnitId of = finder.unit(actor, unit);
        int named = Lists.blankToNull(year) == null
                ? say.today().plusDays(17).getYear()
                : ReportFinder.year(Objects.requireNonNull(year));
        model.addAttribute("year", named)
                .addAttribute("unit", of.value())
                .addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("periods", desk.periods(of, named))
                .addAttribute("today", say.today());
        return "reports";
    }

    @GetMapping(AT + "/one")
    String one(@RequestParam Map<String, String> sent, Model model) {
        Actor actor = supervisor();
        fill(model.asMap(), which(actor, sent), actor, Map.of());
        return "report";
    }

    private void fill(Map<String, Object> model, Which which, Actor actor, Map<String, String> typed) {
        Report report = reading.report(which, false);
        ReportDefinition definition =
                finder.definitions().edition(report.edition()).orElse(which.definition());
        model.put("report", report);
        model.put("definition", definition);
        model.put("mark", definition.mark());
        model.put("which", address(which));
        model.put("below", which.whole() ? desk.below(which) : List.of());
        model.put("mayWork", ReportDesk.maySubmit(actor, which.unit()));
        model.put("typed", typed);
    }

    @GetMapping(AT + "/print")
    String print(@RequestParam Map<String, String> sent, Model model) {
        Which which = which(supervisor(), sent);
        model.addAttribute("report", reading.report(which, isCopy(sent))).addAttribute("which", address(which));
        return "report-print";
    }

    @GetMapping(AT + "/cases")
    String behind(@RequestParam Map<String, String> sent, Model model) {
        Which which = which(supervisor(), sent);
        boolean now = Boolean.TRUE.equals(Asked.yesOrNo("now", sent.get("now")));
        String cursor = Asked.text("cursor", sent.get("cursor"));
        var listing = cases.of(which, sent.get("table"), sent.get("column"), now, cursor, ROWS);
        var here = UriComponentsBuilder.fromUriString(AT + "/cases" + address(which))
                .queryParam("table", listing.place().table().id())
                .queryParam("column", listing.place().column().id());
        if (now) here.queryParam("now", true);
        String first = here.toUriString();
        String more = listing.page().next();
        model.addAttribute("place", listing.place())
                .addAttribute("page", listing.page())
                .addAttribute("asked", which)
                .addAttribute("which", address(which))
                .addAttribute("now", now)
                .addAttribute(
                        "next",
                        more == null ? null : here.queryParam("cursor", more).toUriString())
                .addAttribute("first", cursor == null ? null : first);
        return "report-cases";
    }

    @GetMapping(AT + "/differences")
    String differences(@RequestParam Map<String, String> sent, Model model) {
        Which which = which(supervisor(), sent);
        int time = time(sent.get("time"));
        model.addAttribute("changes", differences.of(which, time))
                .addAttribute("definition", which.definition())
                .addAttribute("asked", which)
                .addAttribute("which", address(which));
        return "report-differences";
    }

    private static int time(@Nullable String given) {
        if (Lists.blankToNull(given) == null) return 0;
        try {
            return Integer.parseInt(Objects.requireNonNull(given).strip());
        } catch (NumberFormatException e) {
            throw Input.refusal("time", "malformed", "is not a number");
        }
    }

    @PostMapping(AT + "/submit")
    ModelAndView submit(@RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = current.with(Role.HEAD);
        Which which = which(actor, sent);
        try {
            desk.submit(which, typed(sent), sent.get("reason"), actor);
            next.addFlashAttribute("said", "report.submitted");
            return Pages.seeOther(AT + "/one" + address(which));
        } catch (Refusal refusal) {
            return refused(refusal, which, actor, sent);
        }
    }

    @PostMapping(AT + "/recall")
    ModelAndView recall(@RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = current.with(Role.HEAD);
        Which which = which(actor, sent);
        try {
            desk.recall(which, sent.get("reason"), actor);
            next.addFlashAttribute("said", "report.recalled");
            return Pages.seeOther(AT + "/one" + address(which));
        } catch (Refusal refusal) {
            return refused(refusal, which, actor, sent);
        }
    }

    private ModelAndView refused(Refusal refusal, Which which, Actor actor, Map<String, String> sent) {
        Map<String, Object> model = new LinkedHashMap<>();
        fill(model, which, actor, sent);
        String told = refusal.violations().isEmpty()
                ? problems.message(refusal.reason(), Words.locale())
                : field(refusal.violations().getFirst().field()) + ": "
                        + problems.message(refusal.violations().getFirst(), Words.locale());
        model.put("refused", told);
        return new ModelAndView("report", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String field(String field) {
        return field.startsWith("typed.") ? field.substring("typed.".length()) : say.word("report.field", field);
    }

    private static Map<String, Map<String, Long>> typed(Map<String, String> sent) {
        Map<String, Map<String, Long>> typed = new HashMap<>();
        sent.forEach((name, text) -> {
            if (!name.startsWith(TYPED) || text.isBlank()) return;
            String[] place = name.substring(TYPED.length()).split(" ", 2);
            if (place.length != 2) return;
            try {
                typed.computeIfAbsent(place[0], first -> new HashMap<>()).put(place[1], Long.valueOf(text.strip()));
            } catch (NumberFormatException e) {
                throw Input.refusal("typed." + place[0] + "." + place[1], "malformed", "is not a number");
            }
        });
        return typed;
    }

    static boolean isCopy(Map<String, String> sent) {
        return Boolean.TRUE.equals(Asked.yesOrNo("copy", sent.get("copy")));
    }

    private Which which(Actor actor, Map<String, String> sent) {
        return finder.find(actor, sent.get("unit"), sent.get("whole"), sent.get("year"), sent.get("term"));
    }

    static String address(Which which) {
        return UriComponentsBuilder.newInstance()
                .queryParam("unit", which.unit().value())
                .queryParam("whole", which.whole())
                .queryParam("year", which.period().year())
                .queryParam("term", which.period().term())
                .encode()
                .toUriString();
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }
}
