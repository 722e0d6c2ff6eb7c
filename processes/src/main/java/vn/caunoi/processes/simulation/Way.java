package vn.caunoi.processes.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one case: its tasks, each after the one it follows.
 *
 * @param tail from the end of its last task until it was over
 * @param allowed within which it had to be over; null when nothing said so
 * @param took how long it took in truth
 */
public record Way(List<Work> works, double tail, @Nullable Double allowed, double took) {
    public Way {
        works = List.copyOf(works);
        for (int place = 0; place < works.size(); place++) {
            if (works.get(place).after() >= place) throw new IllegalArgumentException("follows what comes later");
        }
    }
}
