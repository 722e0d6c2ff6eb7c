package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.conference.ConferenceDesk;
import vn.caunoi.api.conference.ConferenceInput;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.conference.ConferenceId;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.conference.Conferences;

/** Dialogue conferences: planned, announced, held, what was raised, the result; and n of n communes. */
@Controller
class ConferencePages {

    private static final int ROWS = 30;

    private final ConferenceDesk desk;
    private final Conferences conferences;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;

    ConferencePages(
            ConferenceDesk desk,
            Conferences conferences,
            CurrentActor current,
            Names names,
            Words say,
            Problems problems) {
        this.desk = desk;
        this.conferences = conferences;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/conferences")
    String list(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Model model) {
        Actor actor = reader();
        int of = yearOr(year);
        String only = Lists.text("unit", unit);
        Conferences.State shown = Arrays.stream(Conferences.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
        var filter = new Conferences.Filter(of, only == null ? null : new UnitId(only), shown);
        var page = conferences.search(filter, Visibility.of(actor), Lists.cursor(cursor), ROWS);
        model.addAttribute("page", page)
                .addAttribute("year", of)
                .addAttribute("unit", only)
                .addAttribute("state", shown)
                .addAttribute("states", Conferences.State.values())
                .addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("compliance", desk.compliance(of, actor))
                .addAttribute("mayKeep", ConferenceDesk.mayKeep(actor))
                .addAttribute("next", page.next() == null ? null : address(request, page.next()))
                .addAttribute("first", cursor == null ? null : address(request, null));
        return "conferences";
    }

    private static String address(HttpServletRequest request, @Nullable String cursor) {
        var address = ServletUriComponentsBuilder.fromRequest(request);
        if (cursor == null) address.replaceQueryParam("cursor");
        else address.replaceQueryParam("cursor", cursor);
        String query = Objects.requireNonNullElse(address.build(false).getQuery(), "");
        return "/conferences" + (query.isEmpty() ? "" : "?" + query);
    }

    private int yearOr(@Nullable String text) {
        return text != null && text.strip().matches("[12]\\d{3}")
                ? Integer.parseInt(text.strip())
                : say.today().getYear();
    }

    @GetMapping("/conferences/new")
    String empty(Model model) {
        Actor actor = keeper();
        model.addAttribute("form", new ConferenceForm(say, Map.of(), Map.of()))
                .addAttribute("units", names.units(actor.covers()))
                .addAttribute("seed", Seed.fresh());
        return "conference-new";
    }

    @PostMapping("/conferences/new")
    ModelAndView plan(@RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = keeper();
        try {
            ConferenceId id = desk.plan(input(sent), actor, "conference " + actor.id() + " " + sent.get("seed"));
            next.addFlashAttribute("said", "conference.new");
            return Pages.seeOther("/conferences/" + id);
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) throw refusal;
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("form", new ConferenceForm(say, prefixed("new", sent), prefixed("new", messages(refusal))));
            model.put("units", names.units(actor.covers()));
            model.put("seed", Objects.requireNonNullElse(sent.get("seed"), ""));
            return new ModelAndView("conference-new", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Map<String, String> prefixed(String action, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach((name, value) -> all.put(name.startsWith(action + ".") ? name : action + "." + name, value));
        return all;
    }

    private static ConferenceInput input(Map<String, String> sent) {
        Input check = new Input();
        LocalDate day = day(check, "day", sent.get("new.day"));
        LocalTime begins = time(check, sent.get("new.begins"));
        check.mustBeValid();
        return new ConferenceInput(
                sent.get("unit"),
                sent.get("new.subject"),
                sent.get("new.occasion"),
                day,
                begins,
                sent.get("new.place"),
                "true".equals(sent.get("new.online")));
    }

    @GetMapping("/conferences/{id}")
    String conference(@PathVariable String id, Model model) {
        fill(model.asMap(), id, reader(), Map.of(), Map.of());
        return "conference";
    }

    private void fill(
            Map<String, Object> model, String id, Actor actor, Map<String, String> typed, Map<String, String> wrong) {
        ConferenceDesk.Whole whole = desk.whole(id, actor);
        Conferences.Entry one = whole.conference();
        model.put("one", one);
        model.put("matters", whole.matters());
        model.put("mayKeep", ConferenceDesk.mayKeep(actor) && actor.covers(one.unit()));
        model.put("leaders", names.receivers(List.of(one.unit())));
        model.put("today", say.today());
        model.put("form", new ConferenceForm(say, typed, wrong));
    }

    @PostMapping("/conferences/{id}/{what}")
    ModelAndView act(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Actor actor = keeper();
        try {
            desk.act(id, what, given(what, sent), actor);
            next.addFlashAttribute("said", "conference." + what);
            return Pages.seeOther("/conferences/" + id);
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            Map<String, String> wrong = prefixed(what, messages(refusal));
            fill(model, id, actor, sent, wrong);
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
            return new ModelAndView("conference", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ConferenceDesk.Given given(String what, Map<String, String> sent) {
        Input check = new Input();
        String at = what + ".";
        LocalDate day = day(check, "day", sent.get(at + "day"));
        LocalDate on = day(check, "on", sent.get(at + "on"));
        Integer participants = number(check, "participants", sent.get(at + "participants"));
        Integer no = number(check, "no", sent.get(at + "no"));
        check.mustBeValid();
        return new ConferenceDesk.Given(
                day,
                on,
                sent.get(at + "where"),
                sent.get(at + "reason"),
                sent.get(at + "chair"),
                participants,
                sent.get(at + "invited"),
                sent.get(at + "minutes"),
                sent.get(at + "speaker"),
                sent.get(at + "matter"),
                sent.get(at + "answer"),
                no,
                sent.get(at + "petition"),
                sent.get(at + "text"));
    }

    private static @Nullable LocalDate day(Input check, String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            check.wrong(field, "malformed", "is not a day");
            return null;
        }
    }

    private static @Nullable LocalTime time(Input check, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            check.wrong("begins", "malformed", "is not a time");
            return null;
        }
    }

    private static @Nullable Integer number(Input check, String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        if (text.strip().matches("\\d{1,7}")) return Integer.valueOf(text.strip());
        check.wrong(field, "malformed", "is not a number");
        return null;
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }

    private Actor keeper() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }

    private Map<String, String> messages(Refusal refusal) {
        Map<String, String> messages = new LinkedHashMap<>();
        refusal.violations().forEach(one -> messages.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        return messages;
    }
}
