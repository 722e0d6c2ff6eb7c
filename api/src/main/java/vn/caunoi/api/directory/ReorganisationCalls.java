package vn.caunoi.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.ReorganisationId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.directory.Reorganisations;

/** Reorganisations of units over HTTP; for administrators. */
@RestController
@RequestMapping("/api/directory/reorganisations")
@Tag(name = "administration")
class ReorganisationCalls {

    @Schema(name = "PlannedReorganisation")
    record Planned(String id) {}

    @Schema(name = "ReorganisationList")
    record All(List<Reorganisations.ReorganisationPlan> items) {}

    @Schema(name = "WithdrawReorganisation")
    record Withdraw(@Nullable String reason) {}

    private final ReorganisationDesk desk;
    private final CurrentActor current;

    ReorganisationCalls(ReorganisationDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Reorganisations, the last day first")
    All all() {
        administrator();
        return new All(desk.all());
    }

    @PostMapping
    @Operation(
            summary = "Plan a reorganisation of units",
            description = "It takes effect on its day and can be altered or withdrawn until then. Changes: ESTABLISH,"
                    + " RENAME, MOVE, HAND_OVER (a part, by village of the matter or by category), MERGE, END.")
    ResponseEntity<Planned> plan(@RequestBody ReorganisationInput body, HttpServletRequest request) {
        ReorganisationId id = desk.plan(body, administrator(), Seed.of(request));
        return ResponseEntity.created(URI.create("/api/directory/reorganisations/" + id))
                .body(new Planned(id.value()));
    }

    @PostMapping("/preview")
    @Operation(summary = "What it would move, and what names the units: nothing is planned")
    ReorganisationDesk.Preview preview(@RequestBody ReorganisationInput body) {
        return desk.preview(body, administrator());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Where a reorganisation stands")
    ReorganisationDesk.Standing standing(@PathVariable String id) {
        administrator();
        return desk.standing(id);
    }

    @GetMapping("/{id}/preview")
    @Operation(summary = "What a planned reorganisation moves, and what names the units")
    ReorganisationDesk.Preview preview(@PathVariable String id) {
        Actor by = administrator();
        return desk.preview(desk.find(id), by);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Plan it otherwise, until its day")
    ReorganisationDesk.Standing alter(@PathVariable String id, @RequestBody ReorganisationInput body) {
        desk.alter(id, body, administrator());
        return desk.standing(id);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(summary = "Withdraw it, until its day")
    ReorganisationDesk.Standing withdraw(@PathVariable String id, @RequestBody Withdraw body) {
        desk.withdraw(id, body.reason(), administrator());
        return desk.standing(id);
    }

    private Actor administrator() {
        return current.with(Role.ADMIN);
    }
}
