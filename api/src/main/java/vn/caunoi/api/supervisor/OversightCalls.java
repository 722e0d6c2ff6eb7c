package vn.caunoi.api.supervisor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Measure;
import vn.caunoi.projections.oversight.Oversight;

/** What supervisors look at, over HTTP. Heads see their units, inspectors all. */
@RestController
@RequestMapping("/api/oversight")
@Tag(name = "oversight")
class OversightCalls {

    private final Oversight oversight;
    private final OversightDesk desk;
    private final NoticedDesk noticed;
    private final CurrentActor current;

    OversightCalls(Oversight oversight, OversightDesk desk, NoticedDesk noticed, CurrentActor current) {
        this.noticed = noticed;
        this.oversight = oversight;
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/overdue")
    @Operation(summary = "Open cases past a limit, most overdue first")
    Page<Oversight.Case> overdue(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return oversight.overdue(sight(), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/escalated")
    @Operation(summary = "Open cases that were escalated, the last first")
    Page<Oversight.Case> escalated(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return oversight.escalated(sight(), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/urged")
    @Operation(summary = "Open cases in which a superior urged and is owed an answer, the first owed first")
    Page<Oversight.Case> urged(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return oversight.urged(sight(), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/overdue-check")
    @Operation(summary = "Whether an overdue case you see has risen to nobody, and when that was last checked for all")
    NoticedDesk.Noticed noticed() {
        return noticed.of(sight());
    }

    @GetMapping("/figures")
    @Operation(
            summary = "Figures of a period; from the first of January to today when nothing is said",
            description = "Of a unit with those below it, or with alone=true of the unit alone.")
    OversightDesk.Report figures(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String alone) {
        return desk.report(supervisor(), asked(from, to, unit, alone));
    }

    @GetMapping("/figures/{measure}")
    @Operation(summary = "The cases behind a figure")
    Page<Oversight.Case> behind(
            @PathVariable String measure,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String alone,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Measure known = Asked.choice("measure", measure, Measure.class);
        if (known == null) throw new NotFound();
        OversightDesk.Scope scope = desk.scope(supervisor(), asked(from, to, unit, alone));
        return oversight.behind(
                known, scope.from(), scope.to(), scope.sight(), Asked.cursor(cursor), Asked.limit(limit));
    }

    private static OversightDesk.Asked asked(
            @Nullable String from, @Nullable String to, @Nullable String unit, @Nullable String alone) {
        return new OversightDesk.Asked(
                Asked.day("from", from),
                Asked.day("to", to),
                Asked.text("unit", unit),
                Boolean.TRUE.equals(Asked.yesOrNo("alone", alone)));
    }

    private Visibility sight() {
        return Visibility.of(supervisor());
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }
}
