package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.processes.driver.CourseStep.Sort;
import vn.caunoi.processes.driver.Rehearsal.Example;
import vn.caunoi.processes.driver.Rehearsal.Parting;
import vn.caunoi.processes.driver.Rehearsal.Result;
import vn.caunoi.processes.driver.Rehearsal.Way;

/**
 * A case whose events were followed twice: as its models had it, and as the draft would.
 *
 * @param waitsAt steps it would stand at after its last event, as {@code process/step}
 * @param unknown steps it comes to that history does not know and nothing is assumed of
 * @param assumed steps that were done as was assumed, each as often as it was
 * @param standsFor by step of the draft, the step of the record that it is the same as
 * @param problem why the draft cannot follow it: a plain sentence without personal data; null when it can
 */
public record Rehearsed(
        PetitionId petition,
        String code,
        Side before,
        Side now,
        List<String> waitsAt,
        Set<String> unknown,
        List<String> assumed,
        List<Limit> limits,
        Map<String, String> standsFor,
        @Nullable String problem) {

    /**
     * One course of it.
     *
     * @param path by process, the elements of its diagram that were entered
     */
    public record Side(List<CourseStep> steps, Map<String, Set<String>> path, List<Work> work) {}

    /**
     * A task that was open.
     *
     * @param step as {@code process/step}
     * @param group word of who does it
     * @param closed null while it is open
     */
    public record Work(
            String step,
            String group,
            Instant opened,
            @Nullable Instant closed) {}

    /**
     * A deadline as both courses set it.
     *
     * @param before as the models had it; null when they set none, and {@code now} when the draft sets none
     * @param lateBefore whether it was missed; {@code lateNow} whether it would have been
     */
    public record Limit(
            String stage,
            @Nullable Instant before,
            @Nullable Instant now,
            boolean lateBefore,
            boolean lateNow) {}

    public Way way() {
        if (problem != null) return Way.FAILED;
        if (!unknown.isEmpty()) return Way.UNKNOWN;
        return before.steps().equals(compared()) ? Way.SAME : Way.ELSEWHERE;
    }

    Result result() {
        return switch (way()) {
            case SAME -> Result.SAME;
            case ELSEWHERE, UNKNOWN -> Result.DIFFERENT;
            case FAILED -> Result.FAILED;
        };
    }

    /** All its processes had come to an end, and now one waits where history knows of nothing that moves it. */
    public boolean isUnfinished() {
        return problem == null && open(before.steps()) == 0 && open(now.steps()) > 0;
    }

    private static long open(List<CourseStep> steps) {
        return steps.stream().filter(step -> step.sort() == Sort.STARTED).count()
                - steps.stream().filter(step -> step.sort() == Sort.ENDED).count();
    }

    /** The draft's, by the names of the record. */
    private List<CourseStep> compared() {
        return standsFor.isEmpty()
                ? now.steps()
                : now.steps().stream().map(this::asRecorded).toList();
    }

    private CourseStep asRecorded(CourseStep step) {
        String recorded = standsFor.get(step.process() + "/" + step.at());
        return recorded == null
                ? step
                : new CourseStep(
                        step.sort(), step.process(), recorded.substring(recorded.indexOf('/') + 1), step.detail());
    }

    /** How many steps both have in common from the start. */
    public int together() {
        int at = 0;
        List<CourseStep> one = before.steps();
        List<CourseStep> other = compared();
        while (at < one.size() && at < other.size() && one.get(at).equals(other.get(at))) at++;
        return at;
    }

    /** Where its courses part; for a case that goes the same way, behind its last step. */
    public Parting parting() {
        int at = together();
        return new Parting(
                at == 0 ? null : now.steps().get(at - 1), step(before.steps(), at), step(now.steps(), at), 1);
    }

    private static @Nullable CourseStep step(List<CourseStep> steps, int at) {
        return at < steps.size() ? steps.get(at) : null;
    }

    Example example() {
        Parting parting = parting();
        return new Example(
                petition,
                code,
                result(),
                parting.after(),
                parting.recorded(),
                problem == null ? parting.now() : null,
                waitsAt,
                problem);
    }
}
