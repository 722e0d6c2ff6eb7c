package vn.caunoi.api.timekeeping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.CalendarDay;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.timekeeping.TimeChanges;

/** The calendar and its changes, and changes of the limits of the law, over HTTP. */
@RestController
@RequestMapping("/api/time")
@Tag(name = "processes")
class TimekeepingCalls {

    @Schema(name = "WorkingCalendarDays")
    record Days(String version, List<CalendarDay> items, List<CalendarDay> proposed) {}

    @Schema(name = "TimeChanges")
    record All(List<TimeChanges.Change> items) {}

    @Schema(name = "ProposedTimeChange")
    record Proposed(int number) {}

    /** @param after how many changes were in force when the effects were looked at */
    @Schema(name = "TimeChangeConfirmation")
    record Confirmation(@Nullable Integer after) {}

    private final TimekeepingDesk desk;
    private final CurrentActor current;

    TimekeepingCalls(TimekeepingDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/calendar")
    @Operation(summary = "Days of a year that are unlike their weekday, as they are in force")
    Days calendar(@RequestParam(required = false) @Nullable String year) {
        current.get();
        int asked = year(year, desk.today());
        WorkingCalendar calendar = desk.calendar();
        List<CalendarDay> days = calendar.days().values().stream()
                .filter(day -> day.date().getYear() == asked)
                .sorted(Comparator.comparing(CalendarDay::date))
                .toList();
        List<CalendarDay> open = calendar.proposed().stream()
                .filter(day -> day.date().getYear() == asked)
                .toList();
        return new Days(calendar.version(), days, open);
    }

    static int year(@Nullable String given, LocalDate today) {
        if (given == null || given.isBlank()) return today.getYear();
        if (given.strip().matches("\\d{4}")) return Integer.parseInt(given.strip());
        throw Input.refusal("year", "malformed", "is not a year");
    }

    @GetMapping("/changes")
    @Operation(summary = "Changes of calendar and limits, the newest first")
    All all(
            @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(required = false) @Nullable String limit) {
        editor();
        return new All(desk.newest(before == null ? Integer.MAX_VALUE : before, Asked.limit(limit)));
    }

    @PostMapping("/changes")
    @Operation(
            summary = "Propose a change of days or of a row of the deadline table; for designers and administrators",
            description = "Nothing is in force by it: look at what would move, then confirm it.")
    ResponseEntity<Proposed> propose(@RequestBody ChangeInput body) {
        int number = desk.propose(body, editor());
        return ResponseEntity.created(URI.create("/api/time/changes/" + number)).body(new Proposed(number));
    }

    @GetMapping("/changes/{number}")
    @Operation(
            summary = "A change, with the open deadlines that would move by it, by unit and in pages",
            description = "Deadlines of denunciations are counted, never listed.")
    TimekeepingDesk.Looked look(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "1") int page) {
        return desk.look(number, unit, page, editor());
    }

    @PostMapping("/changes/{number}/confirm")
    @Operation(summary = "Put a change in force; every open deadline that moves by it is counted anew")
    TimekeepingDesk.Looked confirm(@PathVariable int number, @RequestBody Confirmation body) {
        Actor actor = editor();
        if (body.after() == null) throw Input.refusal("after", "required", "must be given");
        desk.confirm(number, body.after(), actor);
        return desk.look(number, null, 1, actor);
    }

    @PostMapping("/changes/{number}/withdraw")
    @Operation(summary = "Withdraw a change that was not confirmed")
    TimekeepingDesk.Looked withdraw(@PathVariable int number) {
        Actor actor = editor();
        desk.withdraw(number, actor);
        return desk.look(number, null, 1, actor);
    }

    private Actor editor() {
        return current.with(Role.DESIGNER, Role.ADMIN);
    }
}
