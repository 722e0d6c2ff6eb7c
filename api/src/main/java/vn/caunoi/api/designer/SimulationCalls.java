package vn.caunoi.api.designer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.processes.simulation.Outcome;

/** A year of cases played with what would be different, over HTTP. */
@RestController
@Tag(name = "processes")
class SimulationCalls {

    /**
     * @param cases learnt from, {@code few} whether these are too few to say much
     * @param perDay how many come on a working day
     * @param times how often it was played; 0 where there was nothing to play
     * @param bins working days after its time at which each span of lateness begins, but for the first
     * @param changed null when nothing is different
     */
    record Simulated(
            String process,
            @Nullable Integer version,
            LocalDate from,
            LocalDate to,
            @Nullable String unit,
            SimulationDesk.Asked asked,
            long cases,
            boolean few,
            double perDay,
            List<SimulationDesk.Line> lines,
            List<SimulationDesk.Step> steps,
            List<SimulationDesk.NewStep> added,
            List<String> left,
            int times,
            List<Integer> bins,
            @Nullable Outcome past,
            @Nullable Outcome baseline,
            @Nullable Outcome changed) {}

    private final SimulationDesk desk;

    SimulationCalls(SimulationDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/processes/{key}/simulation")
    @Operation(
            summary = "Play a year of cases as the past was, and with what would be different",
            description =
                    "Learnt from the cases that ended in the period, a year when none is given. What would be different is"
                            + " said as on the page: more (percent), allowed (working days for each case), people:UNIT/ROLE,"
                            + " length:STEP, with (version:N or draft:ID), new-length:STEP, new-share:STEP, new-role:STEP. The"
                            + " same question with the same seed has the same answer. Times are in working days of eight hours.")
    Simulated play(
            @PathVariable String key,
            @Parameter(description = "version, from, to, unit, and what would be different") @RequestParam
                    Map<String, String> typed) {
        SimulationDesk.Result played = desk.play(
                key,
                new InsightDesk.Typed(typed.get("version"), typed.get("from"), typed.get("to"), typed.get("unit")),
                new SimulationForm(typed).asked());
        InsightDesk.View view = played.view();
        return new Simulated(
                key,
                view.version(),
                view.from(),
                view.to(),
                view.unit(),
                played.asked(),
                played.cases(),
                played.isFew(),
                played.perDay(),
                played.lines(),
                played.steps(),
                played.added(),
                played.left(),
                played.times(),
                Outcome.BINS.subList(1, Outcome.BINS.size()),
                played.past(),
                played.baseline(),
                played.changed());
    }
}
