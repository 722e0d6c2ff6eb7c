package vn.caunoi.api.reception;

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
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.reception.Visits;

/** Visits and calls over HTTP. */
@RestController
@RequestMapping("/api/visits")
@Tag(name = "reception")
class VisitCalls {

    @Schema(name = "RecordedVisit")
    record Recorded(VisitId id) {}

    private final ReceptionDesk desk;
    private final VisitActions actions;
    private final Visits visits;
    private final CurrentActor current;
    private final Clock clock;

    VisitCalls(ReceptionDesk desk, VisitActions actions, Visits visits, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.actions = actions;
        this.visits = visits;
        this.current = current;
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Enter a visit or call in the reception book")
    ResponseEntity<Recorded> record(@RequestBody VisitInput body, HttpServletRequest request) {
        VisitId id = desk.record(body, current.get(), Seed.of(request));
        return ResponseEntity.created(URI.create("/api/visits/" + id)).body(new Recorded(id));
    }

    @GetMapping
    @Operation(summary = "The reception book of a year, the last visit first")
    Page<Visits.Entry> book(
            BookInput asked,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Visibility sight = Visibility.of(reader());
        return visits.search(asked.filter(clock), sight, Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/due")
    @Operation(summary = "What is still owed to visitors, the most pressing first")
    Page<Visits.Owed> due(
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Visits.Due kind = Asked.choice("what", what, Visits.Due.class);
        return visits.owed(kind, Visibility.of(reader()), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One visit or call")
    Visits.Entry visit(@PathVariable String id) {
        return desk.find(id, reader());
    }

    @PostMapping("/{id}/{what}")
    @Operation(
            summary = "What is done with a visit",
            description = "answer, turn-away, petition, promise, keep, call-back, tell, return, signed, remark")
    Visits.Entry act(@PathVariable String id, @PathVariable String what, @RequestBody VisitActions.Given body) {
        actions.act(id, what, body, current.get());
        return desk.find(id, current.get());
    }

    private vn.caunoi.core.directory.Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }
}
