package vn.caunoi.api.designer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.driver.Rehearsal.Parting;

/**
 * What a rehearsal has shown so far.
 *
 * @param unfinished cases that had come to their end and would not any more
 * @param steps that history does not know, with the cases that come to them
 * @param assumed steps that were done as was assumed, with how often
 * @param same of a proof: cases that followed their models; those of {@code failed} did not
 */
public record RehearsalResult(
        int same,
        int elsewhere,
        int unknown,
        int failed,
        int unfinished,
        List<Numbered> partings,
        Map<String, Integer> steps,
        Map<String, Integer> assumed,
        List<Limits> limits,
        List<Load> loads) {

    static final RehearsalResult NOTHING =
            new RehearsalResult(0, 0, 0, 0, 0, List.of(), Map.of(), Map.of(), List.of(), List.of());

    /** @param number by which cases name it */
    public record Numbered(int number, Parting parting) {}

    /**
     * Deadlines of one stage.
     *
     * @param before cases in which the models set it; {@code now} in which the draft does
     * @param sooner of those in both, how many would be due earlier by the draft
     */
    public record Limits(String stage, int before, int now, int sooner, int later, int lateBefore, int lateNow) {}

    /**
     * Tasks that came to a group in a month.
     *
     * @param month as {@code 2026-11}
     * @param hoursBefore working hours they are open, by the median of each step as recorded, or as is assumed
     * @param without tasks by the draft of whose step nothing is known
     */
    public record Load(String group, String month, int before, int now, long hoursBefore, long hoursNow, int without) {}

    /** The parting of that number. */
    public @Nullable Parting parting(@Nullable Integer number) {
        return partings.stream()
                .filter(one -> Integer.valueOf(one.number()).equals(number))
                .map(Numbered::parting)
                .findFirst()
                .orElse(null);
    }
}
