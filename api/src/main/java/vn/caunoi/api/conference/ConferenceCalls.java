package vn.caunoi.api.conference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.conference.ConferenceId;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.conference.Conferences;

/** Dialogue conferences over HTTP. */
@RestController
@RequestMapping("/api/conferences")
@Tag(name = "conferences")
class ConferenceCalls {

    @Schema(name = "PlannedConference")
    record Planned(ConferenceId id) {}

    private final ConferenceDesk desk;
    private final Conferences conferences;
    private final CurrentActor current;
    private final Clock clock;

    ConferenceCalls(ConferenceDesk desk, Conferences conferences, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.conferences = conferences;
        this.current = current;
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Plan a dialogue conference")
    ResponseEntity<Planned> plan(@RequestBody ConferenceInput body, HttpServletRequest request) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        ConferenceId id = desk.plan(body, actor, Seed.of(request));
        return ResponseEntity.created(URI.create("/api/conferences/" + id)).body(new Planned(id));
    }

    @GetMapping
    @Operation(summary = "Conferences of a year, the last first")
    Page<Conferences.Entry> list(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        String of = Asked.text("unit", unit);
        var filter = new Conferences.Filter(
                year(year), of == null ? null : new UnitId(of), Asked.choice("state", state, Conferences.State.class));
        return conferences.search(filter, Visibility.of(reader()), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/compliance")
    @Operation(summary = "Which communes held theirs in a year")
    ConferenceDesk.Compliance compliance(@RequestParam(required = false) @Nullable String year) {
        return desk.compliance(year(year), reader());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A conference with the matters raised at it")
    ConferenceDesk.Whole conference(@PathVariable String id) {
        return desk.whole(id, reader());
    }

    @PostMapping("/{id}/{what}")
    @Operation(
            summary = "What becomes of a conference",
            description = "move, announce, hold, matter, petition, publish, cancel")
    ConferenceDesk.Whole act(
            @PathVariable String id, @PathVariable String what, @RequestBody ConferenceDesk.Given body) {
        desk.act(id, what, body, current.get());
        return desk.whole(id, current.get());
    }

    private int year(@Nullable String given) {
        if (given == null || given.isBlank())
            return DueDate.dayOf(clock.instant()).getYear();
        if (!given.strip().matches("\\d{4}")) throw Input.refusal("year", "malformed", "is not a year");
        return Integer.parseInt(given.strip());
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }
}
