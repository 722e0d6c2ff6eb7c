package vn.caunoi.processes.driver;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.driver.CourseStep.Sort;
import vn.caunoi.processes.driver.Rehearsal.Example;
import vn.caunoi.processes.driver.Rehearsal.Parting;
import vn.caunoi.processes.driver.Rehearsal.Result;

/** A case whose events were followed twice: as its models had it, and as the draft would. */
record Rehearsed(
        Happened received,
        String code,
        List<CourseStep> before,
        List<CourseStep> now,
        List<String> waitsAt,
        @Nullable String problem) {

    Result result() {
        if (problem != null) return Result.FAILED;
        return before.equals(now) ? Result.SAME : Result.DIFFERENT;
    }

    /** All its processes had come to an end, and now one waits where history knows of nothing that moves it. */
    boolean isUnfinished() {
        return problem == null && open(before) == 0 && open(now) > 0;
    }

    private static long open(List<CourseStep> steps) {
        return steps.stream().filter(step -> step.sort() == Sort.STARTED).count()
                - steps.stream().filter(step -> step.sort() == Sort.ENDED).count();
    }

    Parting parting() {
        int at = 0;
        while (at < before.size() && at < now.size() && before.get(at).equals(now.get(at))) at++;
        return new Parting(at == 0 ? null : now.get(at - 1), step(before, at), step(now, at), 1);
    }

    private static @Nullable CourseStep step(List<CourseStep> steps, int at) {
        return at < steps.size() ? steps.get(at) : null;
    }

    Example example() {
        Parting parting = parting();
        return new Example(
                Objects.requireNonNull(received.event().petition()),
                code,
                result(),
                parting.after(),
                parting.recorded(),
                problem == null ? parting.now() : null,
                waitsAt,
                problem);
    }
}
