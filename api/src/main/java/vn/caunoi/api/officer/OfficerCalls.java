package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.casefile.CaseFile;

/** Officers and the work in their hands, over HTTP; for heads. */
@RestController
@Tag(name = "officers")
class OfficerCalls {

    @Schema(name = "OfficersAtWork")
    record AtWork(List<OfficersDesk.AtWork> items) {}

    @Schema(name = "ProposedOfficers")
    record Proposed(List<Proposals.Candidate> items) {}

    /** @param to account of who gets all of it; left out: each goes to the one proposed for it */
    @Schema(name = "HandOver")
    record HandOver(@Nullable String to, @Nullable String reason) {}

    /** @param unit where it is; {@code proposed} null when the table has nothing to say */
    @Schema(name = "RouteOfCase")
    record Route(UnitId unit, RoutingDesk.@Nullable Proposed proposed) {}

    private final RoutingDesk routing;
    private final OfficersDesk officers;
    private final HandOverDesk desk;
    private final Proposals proposals;
    private final VisibleCases cases;
    private final CurrentActor current;

    OfficerCalls(
            RoutingDesk routing,
            OfficersDesk officers,
            HandOverDesk desk,
            Proposals proposals,
            VisibleCases cases,
            CurrentActor current) {
        this.routing = routing;
        this.officers = officers;
        this.desk = desk;
        this.proposals = proposals;
        this.cases = cases;
        this.current = current;
    }

    @GetMapping("/api/officers")
    @Operation(summary = "Officers of my units with the work in their hands")
    AtWork all() {
        return new AtWork(officers.of(head()));
    }

    @GetMapping("/api/petitions/{id}/officers")
    @Operation(summary = "Who could take the case on, the one proposed first, each with what speaks for or against it")
    Proposed proposed(@PathVariable String id) {
        CaseFile file = cases.find(id, head());
        return new Proposed(proposals.of(file.id(), file.unit()));
    }

    @GetMapping("/api/petitions/{id}/route")
    @Operation(summary = "Which unit the case belongs to by the routing table, while nobody is responsible for it yet")
    Route route(@PathVariable String id) {
        CaseFile file = cases.find(id, current.get());
        return new Route(file.unit(), routing.of(file).orElse(null));
    }

    @GetMapping("/api/officers/{officer}/hand-over")
    @Operation(summary = "What would be handed over, and to whom: nothing is done")
    HandOverDesk.Plan plan(@PathVariable String officer, @RequestParam(required = false) @Nullable String to) {
        return desk.plan(officer, to, head());
    }

    @PostMapping("/api/officers/{officer}/hand-over")
    @Operation(
            summary = "Hand over all that is in an officer's hands, with a reason",
            description =
                    "At most 200 cases and tasks at once; more says whether there is more. What could not be handed"
                            + " over stays where it is and is told with its problem.")
    HandOverDesk.Done handOver(@PathVariable String officer, @RequestBody HandOver body) {
        return desk.carryOut(officer, body.to(), body.reason(), head());
    }

    private Actor head() {
        return current.with(Role.HEAD);
    }
}
