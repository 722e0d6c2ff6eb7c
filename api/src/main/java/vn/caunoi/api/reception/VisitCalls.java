package vn.caunoi.api.reception;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
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
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.likeness.Repeats;
import vn.caunoi.projections.reception.VisitDues;
import vn.caunoi.projections.reception.Visits;

/** Visits and calls over HTTP. */
@RestController
@RequestMapping("/api/visits")
@Tag(name = "reception")
class VisitCalls {

    @Schema(name = "RecordedVisit")
    record Recorded(VisitId id) {}

    @Schema(name = "EarlierVisits")
    record Earlier(List<Repeats.Earlier> items) {}

    @Schema(name = "CorrectionsOfVisit")
    record Corrections(List<CorrectionDesk.Corrected> items) {}

    /** @param visit all of it as it should read */
    @Schema(name = "CorrectVisit")
    record Correct(@Nullable VisitInput visit, @Nullable String reason) {}

    private final ReceptionDesk desk;
    private final CorrectionDesk corrections;
    private final RepeatDesk repeats;
    private final VisitActions actions;
    private final Visits visits;
    private final VisitDues dues;
    private final CurrentActor current;
    private final Clock clock;

    VisitCalls(
            ReceptionDesk desk,
            CorrectionDesk corrections,
            RepeatDesk repeats,
            VisitActions actions,
            Visits visits,
            VisitDues dues,
            CurrentActor current,
            Clock clock) {
        this.corrections = corrections;
        this.repeats = repeats;
        this.desk = desk;
        this.actions = actions;
        this.visits = visits;
        this.dues = dues;
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
        return dues.owed(kind, Visibility.of(reader()), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/figures")
    @Operation(
            summary =
                    "How many visits, people and matters the book has; one that repeats another is no matter of its own")
    Visits.Figures figures(BookInput asked) {
        return visits.figures(asked.filter(clock), Visibility.of(reader()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One visit or call; the look is written down")
    Visits.Entry visit(@PathVariable String id) {
        return desk.look(id, Reading.What.FILE, reader());
    }

    @GetMapping("/{id}/earlier")
    @Operation(summary = "Earlier visits of the same person, those with the likest words first")
    Earlier earlier(@PathVariable String id) {
        Actor reader = reader();
        return new Earlier(repeats.before(desk.find(id, reader), reader));
    }

    @GetMapping("/{id}/corrections")
    @Operation(summary = "What was corrected, by whom and why, with old and new values, the last first")
    Corrections corrections(@PathVariable String id) {
        Actor reader = reader();
        return new Corrections(corrections.corrections(desk.look(id, Reading.What.HISTORY, reader), reader));
    }

    @PostMapping("/{id}/correct")
    @Operation(
            summary = "Correct what was entered wrongly",
            description =
                    "The whole visit as it should read; papers, unit, call-back and reception day stay as they are")
    Visits.Entry correct(@PathVariable String id, @RequestBody Correct body) {
        VisitInput visit = body.visit();
        if (visit == null) throw Input.refusal("visit", "required", "must be given");
        corrections.correct(id, visit, body.reason(), current.get());
        return desk.find(id, current.get());
    }

    @PostMapping("/{id}/{what}")
    @Operation(
            summary = "What is done with a visit",
            description =
                    "answer, turn-away, petition, promise, keep, call-back, take, give-up, tell, return, signed, remark,"
                            + " join, part")
    Visits.Entry act(@PathVariable String id, @PathVariable String what, @RequestBody VisitActions.Given body) {
        actions.act(id, what, body, current.get());
        return desk.find(id, current.get());
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }
}
