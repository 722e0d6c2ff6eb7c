package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.driver.CourseStep;
import vn.caunoi.processes.driver.Rehearsal.Way;
import vn.caunoi.processes.driver.Rehearsed;

/**
 * The two courses of a case, on the drawing and as a table.
 *
 * @param both ids of elements that both enter, parted by blanks; {@code recorded} and {@code drafted} of one of them only
 * @param parting id of the last element before they part, and of the first ones after it
 */
record BothWays(
        Way way,
        @Nullable String problem,
        String both,
        String recorded,
        String drafted,
        String parting,
        List<String> unknown,
        List<String> assumed,
        List<String> waitsAt,
        List<Line> lines) {

    /** One step of each course beside the other. @param together whether it is the same in both, and all before it */
    record Line(
            int number,
            @Nullable CourseStep recorded,
            @Nullable CourseStep now,
            boolean together,
            boolean parts) {}

    static BothWays of(String process, Rehearsed one) {
        Set<String> before = one.before().path().getOrDefault(process, Set.of());
        Set<String> now = one.now().path().getOrDefault(process, Set.of());
        return new BothWays(
                one.way(),
                one.problem(),
                said(before.stream().filter(now::contains)),
                said(before.stream().filter(step -> !now.contains(step))),
                said(now.stream().filter(step -> !before.contains(step))),
                one.way() == Way.SAME ? "" : parting(process, one),
                List.copyOf(new TreeSet<>(one.unknown())),
                one.assumed(),
                one.waitsAt(),
                lines(one));
    }

    private static String parting(String process, Rehearsed one) {
        var at = one.parting();
        return said(Stream.of(at.after(), at.recorded(), at.now())
                .flatMap(Stream::ofNullable)
                .filter(step -> step.process().equals(process))
                .flatMap(step -> Stream.ofNullable(step.at())));
    }

    private static String said(Stream<String> ids) {
        return ids.distinct().collect(Collectors.joining(" "));
    }

    private static List<Line> lines(Rehearsed one) {
        List<CourseStep> before = one.before().steps();
        List<CourseStep> now = one.now().steps();
        int together = one.together();
        List<Line> lines = new ArrayList<>();
        for (int n = 0; n < Math.max(before.size(), now.size()); n++) {
            lines.add(new Line(n + 1, at(before, n), at(now, n), n < together, n == together));
        }
        return lines;
    }

    private static @Nullable CourseStep at(List<CourseStep> steps, int place) {
        return place < steps.size() ? steps.get(place) : null;
    }
}
