package vn.caunoi.api.designer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.projections.insight.Spread;
import vn.caunoi.projections.insight.StepFigures;
import vn.caunoi.projections.insight.Variant;

/** How cases go through a process, over HTTP. Times are in working days of eight hours. */
@RestController
@RequestMapping("/api/processes/{key}/insight")
@Tag(name = "processes")
class InsightCalls {

    /** @param whole whether all of the period was looked at, not only what is newest of it */
    record Figures(
            String process,
            @Nullable Integer version,
            LocalDate from,
            LocalDate to,
            @Nullable String unit,
            boolean whole,
            List<Line> steps) {}

    record Line(
            String step,
            String name,
            @Nullable String sort,
            long now,
            long nowLate,
            @Nullable Instant oldest,
            long passages,
            long calledOff,
            @Nullable Spread waiting,
            @Nullable Spread working,
            long late,
            long due,
            @Nullable Double shareLate,
            double waited,
            double waitedBefore) {

        static Line of(InsightDesk.Step step) {
            StepFigures of = step.figures();
            return new Line(
                    step.id(),
                    step.name(),
                    step.sort(),
                    of.now(),
                    of.nowLate(),
                    of.oldest(),
                    of.passages(),
                    of.called(),
                    of.waiting(),
                    of.working(),
                    of.late(),
                    of.due(),
                    of.shareLate(),
                    of.waited(),
                    of.before());
        }
    }

    record Ways(long cases, List<Variant> ways) {}

    /** @param share of the cases along a way of the model; null when none ended */
    record Conforming(
            long cases,
            long along,
            @Nullable Double share,
            List<Conformance.Reason> reasons,
            List<Conformance.Parting> partings) {}

    private final InsightDesk desk;

    InsightCalls(InsightDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(
            summary = "Where cases stand in a process, and how long they stay at each step",
            description =
                    "Of the last year when no period is given, of all versions when none is named, and of a unit with those"
                            + " below it. Waiting ends when somebody takes the task up; working goes on until it is done.")
    Figures figures(@PathVariable String key, @ParameterObject InsightDesk.Typed typed) {
        InsightDesk.Heat heat = desk.heat(key, typed);
        InsightDesk.View view = heat.view();
        return new Figures(
                key,
                view.version(),
                view.from(),
                view.to(),
                view.unit(),
                heat.whole(),
                heat.steps().stream().map(Line::of).toList());
    }

    @GetMapping("/variants")
    @Operation(summary = "The ways that cases went which ended in the period, with counts and lengths")
    Ways variants(@PathVariable String key, @ParameterObject InsightDesk.Typed typed) {
        InsightDesk.Variants found = desk.variants(key, typed);
        return new Ways(found.cases(), found.ways());
    }

    @GetMapping("/conformance")
    @Operation(summary = "How many cases went along a way of the model they followed, and why others did not")
    Conforming conformance(@PathVariable String key, @ParameterObject InsightDesk.Typed typed) {
        Conformance found = desk.conformance(key, typed);
        return new Conforming(found.cases(), found.along(), found.share(), found.reasons(), found.partings());
    }
}
