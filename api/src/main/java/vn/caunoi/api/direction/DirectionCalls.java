package vn.caunoi.api.direction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.direction.Directions;

/** What superiors direct in cases, over HTTP. */
@RestController
@Tag(name = "directions")
class DirectionCalls {

    @Schema(name = "DirectionWritten")
    record Recorded(PetitionId petition, long version) {}

    /** Which of them, by what the caller has to do with them. */
    private enum Whose {
        MINE,
        GIVEN
    }

    private final DirectionDesk desk;
    private final Directions directions;
    private final CurrentActor current;
    private final Clock clock;

    DirectionCalls(DirectionDesk desk, Directions directions, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.directions = directions;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/api/directions")
    @Operation(
            summary = "What superiors directed in the cases one sees; what is to be done first, first",
            description =
                    "`stand` is open (if left out), overdue, done or ended; `whose` is mine, which the caller is to do, or given,"
                            + " which the caller directed; `officer` who is to do it.")
    Page<Directions.Entry> list(
            @RequestParam(required = false) @Nullable String stand,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        String ofUnit = Asked.text("unit", unit);
        Whose of = Asked.choice("whose", whose, Whose.class);
        String ofOfficer = of == Whose.MINE ? actor.id().value() : Asked.text("officer", officer);
        var filter = new Directions.Filter(
                Objects.requireNonNullElse(Asked.choice("stand", stand, Directions.Stand.class), Directions.Stand.OPEN),
                ofUnit == null ? null : new UnitId(ofUnit),
                ofOfficer == null ? null : new OfficerId(ofOfficer),
                of == Whose.GIVEN ? actor.id() : null);
        return directions.list(filter, Visibility.of(actor), clock.instant(), Asked.cursor(cursor), Asked.limit(limit));
    }

    @PostMapping("/api/petitions/{id}/directions")
    @Operation(summary = "Direct what is to be done in a case by a day, by a head or an inspector above")
    ResponseEntity<Recorded> give(@PathVariable String id, @RequestBody DirectionInput.Give body) {
        return of(desk.give(id, body, current.get()));
    }

    @PostMapping("/api/petitions/{id}/directions/{direction}/done")
    @Operation(summary = "Report what was directed as done")
    ResponseEntity<Recorded> done(
            @PathVariable String id, @PathVariable int direction, @RequestBody DirectionInput.Done body) {
        return of(desk.done(id, direction, body, current.get()));
    }

    @PostMapping("/api/petitions/{id}/directions/{direction}/take-back")
    @Operation(summary = "Take a direction back, by who gave it or an inspector")
    ResponseEntity<Recorded> takeBack(
            @PathVariable String id, @PathVariable int direction, @RequestBody DirectionInput.TakeBack body) {
        return of(desk.takeBack(id, direction, body, current.get()));
    }

    private static ResponseEntity<Recorded> of(Written written) {
        return ResponseEntity.ok(new Recorded(written.petition(), written.version()));
    }
}
