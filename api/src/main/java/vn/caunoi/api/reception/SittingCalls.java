package vn.caunoi.api.reception;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.reception.SittingId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.rota.Rota;

/** The rota over HTTP. */
@RestController
@RequestMapping("/api/sittings")
@Tag(name = "reception")
class SittingCalls {

    @Schema(name = "PlannedSitting")
    record Planned(SittingId id) {}

    /** @param items a unit each */
    @Schema(name = "RotaFigures")
    record Figures(LocalDate from, LocalDate to, List<RotaDesk.UnitFigures> items) {}

    private final RotaDesk desk;
    private final Rota rota;
    private final CurrentActor current;
    private final Clock clock;

    SittingCalls(RotaDesk desk, Rota rota, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.rota = rota;
        this.current = current;
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Put a day on the rota; one that is off gives way to the next working day")
    ResponseEntity<Planned> plan(@RequestBody SittingInput body, HttpServletRequest request) {
        SittingId id = desk.plan(body, current.get(), Seed.of(request));
        return ResponseEntity.created(URI.create("/api/sittings/" + id)).body(new Planned(id));
    }

    @GetMapping
    @Operation(summary = "Days of reception, this month's when nothing is said")
    Page<Rota.Day> days(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String leader,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        LocalDate today = today();
        String of = Asked.text("unit", unit);
        String who = Asked.text("leader", leader);
        LocalDate first = Objects.requireNonNullElse(Asked.day("from", from), today.withDayOfMonth(1));
        LocalDate last = Objects.requireNonNullElse(
                Asked.day("to", to), first.plusMonths(1).minusDays(1));
        Rota.Filter filter = new Rota.Filter(
                of == null ? null : new UnitId(of),
                who == null ? null : new OfficerId(who),
                first,
                last,
                Asked.choice("state", state, Rota.State.class));
        return rota.days(filter, Visibility.of(reader()), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/figures")
    @Operation(summary = "Days required, held, delegated and missed, by unit and leader")
    Figures figures(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        LocalDate today = today();
        LocalDate first = Objects.requireNonNullElse(Asked.day("from", from), today.withDayOfYear(1));
        LocalDate last = Objects.requireNonNullElse(Asked.day("to", to), today);
        String of = Asked.text("unit", unit);
        return new Figures(first, last, desk.figures(of == null ? null : new UnitId(of), first, last, reader()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One day of the rota")
    Rota.Day day(@PathVariable String id) {
        return desk.find(id, reader());
    }

    @PostMapping("/{id}/{what}")
    @Operation(summary = "What became of a day", description = "hold (in person, or by a delegate), miss, move, cancel")
    Rota.Day act(@PathVariable String id, @PathVariable String what, @RequestBody RotaDesk.Given body) {
        desk.act(id, what, body, current.get());
        return desk.find(id, current.get());
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }
}
