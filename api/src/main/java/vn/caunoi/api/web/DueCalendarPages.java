package vn.caunoi.api.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Oversight;

/** The legal due dates of what supervisors oversee, as a month or a week; each number leads to its cases. */
@Controller
class DueCalendarPages {

    private static final String PATH = "/deadlines/calendar";
    private static final String UNCLASSIFIED = "UNCLASSIFIED";
    private static final int ROWS = 50;
    /** Cases that a day of the week names; more are counted. */
    private static final int NAMED = 12;

    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;

    private final Oversight oversight;
    private final CalendarInForce calendar;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Clock clock;

    DueCalendarPages(
            Oversight oversight, CalendarInForce calendar, CurrentActor current, Names names, Words say, Clock clock) {
        this.oversight = oversight;
        this.calendar = calendar;
        this.current = current;
        this.names = names;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String calendar(
            @RequestParam(defaultValue = "MONTH") DueMonth.View view,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate at,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            Model model) {
        Actor actor = supervisor();
        Visibility sight = sight(actor, unit);
        LocalDate shown = reachable(Objects.requireNonNullElse(at, say.today()));
        Oversight.Span span = new Oversight.Span(DueMonth.first(view, shown), DueMonth.last(view, shown), kind(kind));
        List<Oversight.DueDay> dues = oversight.dueDays(span, sight);
        boolean week = view == DueMonth.View.WEEK;
        model.addAttribute("view", view)
                .addAttribute("views", DueMonth.View.values())
                .addAttribute("at", shown)
                .addAttribute("before", week ? shown.minusWeeks(1) : shown.minusMonths(1))
                .addAttribute("after", week ? shown.plusWeeks(1) : shown.plusMonths(1))
                .addAttribute("from", span.from())
                .addAttribute("last", span.last())
                .addAttribute("today", say.today())
                .addAttribute("earlier", span.kind() == null ? earlier(span.from(), sight) : 0)
                .addAttribute("weekdays", DayOfWeek.values())
                .addAttribute(
                        "total",
                        dues.stream().mapToLong(Oversight.DueDay::cases).sum())
                .addAttribute(
                        "weeks",
                        DueMonth.weeks(
                                view, shown, calendar.calendar(), dues, week ? named(dues, span, sight) : Map.of()));
        filters(model, actor, unit, kind);
        return "due-calendar";
    }

    /** What was due before the days that are shown, and is not done. */
    private long earlier(LocalDate from, Visibility sight) {
        Instant begin = from.atStartOfDay(BusinessClock.ZONE).toInstant();
        Instant now = clock.instant();
        return oversight.noticing(sight, begin.isBefore(now) ? begin : now).overdue();
    }

    private Map<LocalDate, List<Oversight.DueCase>> named(
            List<Oversight.DueDay> dues, Oversight.Span span, Visibility sight) {
        Map<LocalDate, List<Oversight.DueCase>> days = new LinkedHashMap<>();
        dues.stream()
                .map(Oversight.DueDay::day)
                .distinct()
                .forEach(day -> days.put(
                        day,
                        oversight
                                .dueCases(new Oversight.Span(day, day, span.kind()), sight, null, NAMED)
                                .items()));
        return days;
    }

    /** @param view how the calendar is shown that this was reached from, and {@code only} its kind */
    @GetMapping(PATH + "/cases")
    String cases(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "MONTH") DueMonth.View view,
            @RequestParam(required = false) @Nullable String only,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = supervisor();
        Oversight.Span span = new Oversight.Span(reachable(day), day, kind(kind));
        Page<Oversight.DueCase> page = oversight.dueCases(span, sight(actor, unit), Lists.cursor(cursor), ROWS);
        UriComponentsBuilder here =
                UriComponentsBuilder.fromPath(PATH + "/cases").queryParam("day", day);
        Lists.put(here, "unit", unit);
        Lists.put(here, "kind", kind);
        Lists.put(here, "view", view);
        Lists.put(here, "only", kind(only));
        model.addAttribute("day", day)
                .addAttribute("page", page)
                .addAttribute("view", view)
                .addAttribute("only", kind(only));
        Lists.ways(model, here, cursor, page.next());
        filters(model, actor, unit, kind);
        return "due-cases";
    }

    private void filters(Model model, Actor actor, @Nullable String unit, @Nullable String kind) {
        model.addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("unit", Lists.blankToNull(unit))
                .addAttribute(
                        "kinds",
                        Stream.concat(Arrays.stream(Kind.values()).map(Kind::name), Stream.of(UNCLASSIFIED))
                                .toList())
                .addAttribute("kind", Lists.blankToNull(kind));
    }

    private static @Nullable String kind(@Nullable String typed) {
        String kind = Lists.text("kind", typed);
        if (kind == null || kind.equals(UNCLASSIFIED)) return kind;
        if (Arrays.stream(Kind.values()).noneMatch(one -> one.name().equals(kind))) throw new NotFound();
        return kind;
    }

    private static LocalDate reachable(LocalDate day) {
        if (day.getYear() < EARLIEST || day.getYear() > LATEST) throw new NotFound();
        return day;
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }

    private static Visibility sight(Actor actor, @Nullable String unit) {
        String only = Lists.text("unit", unit);
        Visibility sight = Visibility.of(actor);
        if (only == null) return sight;
        if (!sight.sees(new UnitId(only))) throw new NotFound();
        return sight.within(Set.of(new UnitId(only)));
    }
}
