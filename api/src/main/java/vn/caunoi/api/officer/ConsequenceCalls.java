package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.decision.Decisions;

/** What follows the decision on a complaint, over HTTP. */
@RestController
@Tag(name = "petitions")
class ConsequenceCalls {

    private final ConsequenceDesk desk;
    private final Decisions decisions;
    private final CurrentActor current;
    private final Clock clock;

    ConsequenceCalls(ConsequenceDesk desk, Decisions decisions, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/api/decisions")
    @Operation(summary = "Decided complaints by what followed: legal effect, court, carrying out")
    Page<Decisions.Entry> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String overdue,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        String of = Asked.text("unit", unit);
        var filter = new Decisions.Filter(
                Asked.choice("state", state, DecisionState.class),
                of == null ? null : new UnitId(of),
                Boolean.TRUE.equals(Asked.yesOrNo("overdue", overdue)));
        return decisions.list(filter, Visibility.of(actor), clock.instant(), Asked.cursor(cursor), Asked.limit(limit));
    }

    @PostMapping("/api/petitions/{id}/meeting")
    @Operation(summary = "Announce the meeting at which the decision is made public")
    ResponseEntity<Answers.Done> announce(@PathVariable String id, @RequestBody CaseInput.Meeting body) {
        return Answers.of(desk.announce(id, body, current.get()));
    }

    @PostMapping("/api/petitions/{id}/effect")
    @Operation(summary = "Record that a decision that was contested has legal effect")
    ResponseEntity<Answers.Done> takeEffect(@PathVariable String id, @RequestBody CaseInput.Effect body) {
        return Answers.of(desk.takeEffect(id, body, current.get()));
    }

    @PostMapping("/api/petitions/{id}/court")
    @Operation(summary = "Record that the complainant sued, or that the court took it on")
    ResponseEntity<Answers.Done> sued(@PathVariable String id, @RequestBody CaseInput.Suit body) {
        return Answers.of(desk.sued(id, body, current.get()));
    }

    @PostMapping("/api/petitions/{id}/court/result")
    @Operation(summary = "Record how the court ended it")
    ResponseEntity<Answers.Done> ended(@PathVariable String id, @RequestBody CaseInput.CourtEnd body) {
        return Answers.of(desk.ended(id, body, current.get()));
    }

    @PostMapping("/api/petitions/{id}/enforcement")
    @Operation(summary = "Say who carries out what of a decision in legal effect, and until when")
    ResponseEntity<Answers.Done> order(@PathVariable String id, @RequestBody CaseInput.Enforcement body) {
        return Answers.of(desk.order(id, body, current.get()));
    }

    @PostMapping("/api/petitions/{id}/enforcement/{order}/report")
    @Operation(summary = "Report how far something is carried out")
    ResponseEntity<Answers.Done> report(
            @PathVariable String id, @PathVariable int order, @RequestBody CaseInput.EnforcementReport body) {
        return Answers.of(desk.report(id, order, body, current.get()));
    }
}
