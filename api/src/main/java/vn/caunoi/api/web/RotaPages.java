package vn.caunoi.api.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
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
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.reception.RotaDesk;
import vn.caunoi.api.reception.SittingInput;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.UnscheduledGround;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.rota.Rota;

/** The rota of leaders who receive citizens, month by month, and its figures. */
@Controller
class RotaPages {

    private static final int ROWS = 100;
    private static final int MOST_MONTHS = 24;

    private final RotaDesk desk;
    private final Rota rota;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;

    RotaPages(RotaDesk desk, Rota rota, CurrentActor current, Names names, Words say, Problems problems) {
        this.desk = desk;
        this.rota = rota;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/reception/rota")
    String month(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        fill(model.asMap(), month, unit, cursor, Map.of(), Map.of());
        return "rota";
    }

    private void fill(
            Map<String, Object> model,
            @Nullable String month,
            @Nullable String unit,
            @Nullable String cursor,
            Map<String, String> typed,
            Map<String, String> wrong) {
        Actor actor = reader();
        YearMonth shown = Objects.requireNonNullElse(month(month), YearMonth.from(say.today()));
        String of = Lists.text("unit", unit);
        Rota.Filter filter =
                new Rota.Filter(of == null ? null : new UnitId(of), null, shown.atDay(1), shown.atEndOfMonth(), null);
        var page = rota.days(filter, Visibility.of(actor), Lists.cursor(cursor), ROWS);
        String here = "/reception/rota?month=" + shown + (of == null ? "" : "&unit=" + of);
        model.put("page", page);
        model.put("month", shown);
        model.put("before", shown.minusMonths(1));
        model.put("after", shown.plusMonths(1));
        model.put("unit", of == null ? "" : of);
        model.put("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()));
        model.put("mayPlan", mayPlan(actor));
        model.put("today", say.today());
        model.put("leaders", leaders(actor));
        model.put("grounds", words("sitting.ground", UnscheduledGround.values()));
        model.put("typed", typed);
        model.put("wrong", wrong);
        if (page.next() != null) model.put("next", here + "&cursor=" + page.next());
        if (cursor != null) model.put("first", here);
    }

    private static boolean mayPlan(Actor actor) {
        return actor.is(Role.CLERK) || actor.is(Role.HEAD);
    }

    /** Officers of the units somebody covers; heads first, for they receive. */
    private List<Choice> leaders(Actor actor) {
        return mayPlan(actor) ? names.receivers(actor.covers()) : List.of();
    }

    /** Plans the named days of each month of a span, or one unscheduled reception. */
    @PostMapping("/reception/rota")
    ModelAndView plan(@RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = current.with(Role.CLERK, Role.HEAD);
        try {
            List<LocalDate> days = days(sent);
            for (LocalDate day : days) desk.plan(input(sent, day), actor, seed(sent, actor, day));
            next.addFlashAttribute("said", "rota");
            return Pages.seeOther("/reception/rota?month=" + YearMonth.from(days.getFirst()));
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            Map<String, String> wrong = messages(refusal);
            fill(model, sent.get("month"), null, null, sent, wrong);
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
            return new ModelAndView("rota", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static String seed(Map<String, String> sent, Actor actor, LocalDate day) {
        return "sitting " + actor.id() + " " + sent.get("leader") + " " + day + " " + sent.get("from") + " "
                + sent.get("seed");
    }

    private static List<LocalDate> days(Map<String, String> sent) {
        String one = Lists.blankToNull(sent.get("day"));
        if (one != null) return List.of(day(one));
        YearMonth first = monthOf("firstMonth", sent);
        YearMonth last = Lists.blankToNull(sent.get("lastMonth")) == null ? first : monthOf("lastMonth", sent);
        if (last.isBefore(first) || last.isAfter(first.plusMonths(MOST_MONTHS - 1L)))
            throw Input.refusal("lastMonth", "out-of-bounds", "is not within two years after the first");
        List<LocalDate> days = new ArrayList<>();
        TreeSet<Integer> numbers = numbers(sent.get("days"));
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1))
            for (int number : numbers) days.add(month.atDay(Math.min(number, month.lengthOfMonth())));
        return days.stream().distinct().toList();
    }

    private static TreeSet<Integer> numbers(@Nullable String text) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String part : (text == null ? "" : text).split("[,;\\s]+")) {
            if (part.isEmpty()) continue;
            if (!part.matches("\\d{1,2}") || Integer.parseInt(part) < 1 || Integer.parseInt(part) > 31)
                throw Input.refusal("days", "malformed", "are not days of the month");
            numbers.add(Integer.valueOf(part));
        }
        if (numbers.isEmpty()) throw Input.refusal("days", "required", "must be given");
        return numbers;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Input.refusal("day", "malformed", "is not a day");
        }
    }

    private static YearMonth monthOf(String field, Map<String, String> sent) {
        YearMonth month = month(sent.get(field));
        if (month == null) throw Input.refusal(field, "required", "must be a month");
        return month;
    }

    private static SittingInput input(Map<String, String> sent, LocalDate day) {
        return new SittingInput(
                sent.get("unit"),
                sent.get("leader"),
                day,
                time("from", sent),
                time("to", sent),
                sent.get("room"),
                "true".equals(sent.get("online")),
                sent.get("unscheduled"));
    }

    private static @Nullable LocalTime time(String field, Map<String, String> sent) {
        String text = Lists.blankToNull(sent.get(field));
        if (text == null) return null;
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw Input.refusal(field, "malformed", "is not a time");
        }
    }

    @PostMapping("/reception/rota/{id}/{what}")
    ModelAndView act(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Actor actor = current.with(Role.CLERK, Role.HEAD);
        Rota.Day day = desk.find(id, actor);
        YearMonth month = YearMonth.from(day.day());
        try {
            String to = Lists.blankToNull(sent.get("day"));
            desk.act(
                    id,
                    what,
                    new RotaDesk.Given(
                            sent.get("delegate"),
                            sent.get("reason"),
                            "true".equals(sent.get("online")),
                            to == null ? null : day(to)),
                    actor);
            next.addFlashAttribute("said", "rota." + what);
            return Pages.seeOther("/reception/rota?month=" + month);
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            fill(model, month.toString(), null, null, sent, Map.of());
            String told = refusal.violations().isEmpty()
                    ? problems.message(refusal.reason(), Words.locale())
                    : say.word("sitting.field", refusal.violations().getFirst().field()) + ": "
                            + problems.message(refusal.violations().getFirst(), Words.locale());
            model.put("refused", told);
            return new ModelAndView("rota", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/reception/figures")
    String figures(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String unit,
            Model model) {
        Actor actor = reader();
        String of = Lists.text("unit", unit);
        if (of != null && !Visibility.of(actor).sees(new UnitId(of))) throw new NotFound();
        LocalDate first = dayOr(from, say.today().withDayOfYear(1));
        LocalDate last = dayOr(to, say.today());
        model.addAttribute("from", first)
                .addAttribute("to", last)
                .addAttribute("unit", of)
                .addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("rows", desk.figures(of == null ? null : new UnitId(of), first, last, actor));
        return "rota-figures";
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }

    private static LocalDate dayOr(@Nullable String text, LocalDate otherwise) {
        try {
            if (text == null || text.isBlank()) return otherwise;
            LocalDate day = LocalDate.parse(text.strip());
            return Asked.isUsual(day) ? day : otherwise;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        try {
            if (text == null || text.isBlank()) return null;
            YearMonth month = YearMonth.parse(text.strip());
            return Asked.isUsual(month.minusMonths(1).atDay(1))
                            && Asked.isUsual(month.plusMonths(1).atDay(1))
                    ? month
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Map<String, String> messages(Refusal refusal) {
        Map<String, String> messages = new LinkedHashMap<>();
        refusal.violations().forEach(one -> messages.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        return messages;
    }

    private List<Choice> words(String family, Object[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.toString(), say.word(family, value)))
                .toList();
    }
}
