package vn.caunoi.api.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.timekeeping.ChangeInput;
import vn.caunoi.api.timekeeping.TimekeepingDesk;
import vn.caunoi.core.deadline.CalendarDay;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;

/** The working calendar of a year, and a change of some of its days. */
@Controller
class CalendarPages {

    private static final Pattern LINE = Pattern.compile("days\\[(\\d+)]\\.(.+)");

    /** Lines of the form; several days in a row are one line. */
    private static final int LINES = 4;

    private final TimekeepingDesk desk;
    private final CurrentActor current;
    private final Problems problems;

    CalendarPages(TimekeepingDesk desk, CurrentActor current, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/processes/calendar")
    ModelAndView calendar(@RequestParam(required = false) @Nullable String year) {
        return page(year, Map.of(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/processes/calendar")
    ModelAndView propose(
            @RequestParam Map<String, String> sent, @RequestParam(required = false) @Nullable String year) {
        Actor actor = current.with(Role.DESIGNER, Role.ADMIN);
        List<Integer> lines = IntStream.range(0, LINES)
                .filter(at -> isFilled(sent, at))
                .boxed()
                .toList();
        try {
            List<ChangeInput.@Nullable Day> days = new ArrayList<>();
            for (int at : lines) days.add(day(sent, at));
            boolean missedToo = "true".equals(sent.get("missedToo"));
            int number = desk.propose(new ChangeInput(days, null, null, missedToo, sent.get("reason")), actor);
            return Pages.seeOther("/processes/changes/" + number);
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            boolean checked =
                    refusal.violations().stream().noneMatch(one -> one.code().equals("malformed"));
            TimeForms.wrong(refusal, problems)
                    .forEach((field, told) -> wrong.put(checked ? onLine(field, lines) : field, told));
            return page(year, sent, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static boolean isFilled(Map<String, String> sent, int at) {
        return List.of("date", "until", "what", "name", "source").stream()
                .anyMatch(part ->
                        !sent.getOrDefault("days." + at + "." + part, "").isBlank());
    }

    /** Blank lines between are left out when they are checked. */
    private static String onLine(String field, List<Integer> lines) {
        Matcher at = LINE.matcher(field);
        return at.matches() ? "days." + lines.get(Integer.parseInt(at.group(1))) + "." + at.group(2) : field;
    }

    private static ChangeInput.Day day(Map<String, String> sent, int at) {
        String line = "days." + at + ".";
        return new ChangeInput.Day(
                TimeForms.day(sent.get(line + "date"), line + "date"),
                TimeForms.day(sent.get(line + "until"), line + "until"),
                sent.get(line + "what"),
                sent.get(line + "name"),
                sent.get(line + "source"),
                sent.get(line + "confidence"));
    }

    private ModelAndView page(
            @Nullable String year, Map<String, String> typed, Map<String, String> wrong, HttpStatus status) {
        Actor actor = current.get();
        LocalDate today = desk.today();
        boolean known = year != null && year.matches("[12]\\d{3}");
        int shown = known ? Integer.parseInt(year) : today.getYear();
        List<CalendarDay> days = new ArrayList<>(desk.calendar().days().values());
        days.addAll(desk.calendar().proposed());
        days.removeIf(day -> day.date().getYear() != shown);
        days.sort(Comparator.comparing(CalendarDay::date));
        return new ModelAndView("calendar", status)
                .addObject("year", shown)
                .addObject("years", List.of(shown - 1, shown + 1))
                .addObject("days", days)
                .addObject("version", desk.calendar().version())
                .addObject("edits", actor.is(Role.DESIGNER) || actor.is(Role.ADMIN))
                .addObject("lines", IntStream.range(0, LINES).boxed().toList())
                .addObject("kinds", List.of("HOLIDAY", "SWAP_OFF", "SWAP_WORKING", "HALF", "ORDINARY"))
                .addObject("sure", List.of("S", "S-", "M+", "M?", "X"))
                .addObject("typed", typed)
                .addObject("wrong", wrong);
    }
}
