package vn.caunoi.api.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.incidents.Incidents;

/** Incidents over HTTP. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "administration")
class IncidentCalls {

    record Skip(@Nullable String reason) {}

    private final Incidents incidents;
    private final IncidentDesk desk;
    private final CurrentActor current;

    IncidentCalls(Incidents incidents, IncidentDesk desk, CurrentActor current) {
        this.incidents = incidents;
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Open incidents, oldest first")
    Page<Incidents.Incident> open(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        current.with(Role.ADMIN, Role.INSPECTOR);
        return incidents.open(Asked.cursor(cursor), Asked.limit(limit));
    }

    @PostMapping("/{petition}/{incident}/retry")
    @Operation(summary = "Let the process try the event again")
    Written retry(@PathVariable String petition, @PathVariable int incident) {
        return desk.retry(new PetitionId(petition), incident, current.get());
    }

    @PostMapping("/{petition}/{incident}/skip")
    @Operation(summary = "Leave the event out of the process")
    Written skip(@PathVariable String petition, @PathVariable int incident, @RequestBody Skip body) {
        Input input = new Input();
        String reason = input.required("reason", body.reason(), 2000);
        input.mustBeValid();
        return desk.skip(new PetitionId(petition), incident, reason, current.get());
    }
}
