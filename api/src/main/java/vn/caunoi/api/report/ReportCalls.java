package vn.caunoi.api.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.report.ReportDefinition;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.report.ReportFacts.Behind;

/** Periodic reports over HTTP. Heads see those of their units, inspectors all; heads submit. */
@RestController
@RequestMapping("/api/oversight/reports")
@Tag(name = "oversight")
class ReportCalls {

    /** @param typed what is not known here, by table and column */
    @Schema(name = "ReportSubmission")
    record Given(
            @Nullable String unit,
            @Nullable Boolean whole,
            @Nullable Integer year,
            @Nullable String term,
            @Nullable Map<String, @Nullable Map<String, Long>> typed,
            @Nullable String reason) {}

    @Schema(name = "SubmittedReport")
    record Submitted(String report, int time) {}

    @Schema(name = "ReportDefinitions")
    record All(List<ReportDefinition> items) {}

    @Schema(name = "ReportDifferences")
    record Changes(List<Difference> items) {}

    @Schema(name = "ReportsOfUnits")
    record OfUnits(List<ReportDesk.OfUnit> items) {}

    @Schema(name = "ReportByUnit")
    record ByUnit(List<ReportsOfUnits.Line> items) {}

    private final ReportFinder finder;
    private final ReportReading reading;
    private final ReportCases cases;
    private final Differences differences;
    private final ReportDesk desk;
    private final ReportsOfUnits units;
    private final CurrentActor current;

    ReportCalls(
            ReportFinder finder,
            ReportReading reading,
            ReportCases cases,
            Differences differences,
            ReportDesk desk,
            ReportsOfUnits units,
            CurrentActor current) {
        this.finder = finder;
        this.reading = reading;
        this.cases = cases;
        this.differences = differences;
        this.desk = desk;
        this.units = units;
        this.current = current;
    }

    @GetMapping
    @Operation(
            summary = "The report of a unit about a period, frozen while it stands submitted",
            description = "Nothing said: your own unit with those below it, and the period that ended last. With"
                    + " copy=true small figures of denunciations are withheld.")
    Report report(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String whole,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String term,
            @RequestParam(required = false) @Nullable String copy) {
        return reading.report(
                finder.find(supervisor(), unit, whole, year, term), Boolean.TRUE.equals(Asked.yesOrNo("copy", copy)));
    }

    @GetMapping("/cases")
    @Operation(summary = "What a number counts; with now=true as it is counted now, also of a submitted report")
    Page<Behind> behind(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String whole,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String term,
            @RequestParam(required = false) @Nullable String table,
            @RequestParam(required = false) @Nullable String column,
            @RequestParam(required = false) @Nullable String now,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Which which = finder.find(supervisor(), unit, whole, year, term);
        boolean live = Boolean.TRUE.equals(Asked.yesOrNo("now", now));
        return cases.of(which, table, column, live, Asked.text("cursor", cursor), Asked.limit(limit))
                .page();
    }

    @GetMapping("/units")
    @Operation(
            summary = "A table of a report, unit by unit, as counted now",
            description = "A case that counts for two units is counted in both.")
    ByUnit units(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String term,
            @RequestParam(required = false) @Nullable String table) {
        Which which = finder.find(supervisor(), unit, "true", year, term);
        ReportTable named =
                which.definition().table(Objects.requireNonNullElse(table, "")).orElseThrow(NotFound::new);
        return new ByUnit(units.of(which, named));
    }

    @GetMapping("/differences")
    @Operation(summary = "What has changed in each number since it was submitted: added, gone, now counted elsewhere")
    Changes differences(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String whole,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String term,
            @RequestParam(required = false, defaultValue = "0") int time) {
        return new Changes(differences.of(finder.find(supervisor(), unit, whole, year, term), time));
    }

    @GetMapping("/submissions")
    @Operation(summary = "Which units below have submitted their report about the same period")
    OfUnits below(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String term) {
        return new OfUnits(desk.below(finder.find(supervisor(), unit, "true", year, term)));
    }

    @GetMapping("/definitions")
    @Operation(summary = "What each number counts, by edition: the cards of the numbers as data")
    All definitions() {
        current.with(Role.HEAD, Role.INSPECTOR, Role.ADMIN);
        return new All(finder.definitions().all());
    }

    @PostMapping("/submit")
    @Operation(summary = "Submit a report: its numbers are frozen with what they count; for heads")
    Submitted submit(@RequestBody Given given) {
        Actor by = current.with(Role.HEAD);
        Which which = find(by, given);
        int time = desk.submit(which, tables(given.typed()), given.reason(), by);
        return new Submitted(which.id().value(), time);
    }

    @PostMapping("/recall")
    @Operation(summary = "Take a submitted report back with a reason, so that it can be submitted anew; for heads")
    void recall(@RequestBody Given given) {
        Actor by = current.with(Role.HEAD);
        desk.recall(find(by, given), given.reason(), by);
    }

    private static Map<String, Map<String, Long>> tables(@Nullable Map<String, @Nullable Map<String, Long>> given) {
        Map<String, Map<String, Long>> typed = new HashMap<>();
        if (given == null) return typed;
        given.forEach((table, columns) -> {
            if (columns == null) throw Input.refusal("typed." + table, "malformed", "has no numbers by column");
            typed.put(table, columns);
        });
        return typed;
    }

    private Which find(Actor by, Given given) {
        return finder.find(by, given.unit(), text(given.whole()), text(given.year()), given.term());
    }

    private static @Nullable String text(@Nullable Object given) {
        return given == null ? null : given.toString();
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }
}
