package vn.caunoi.processes.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How many tasks a line works at at once, learnt from what it did: the fewest places with which its tasks would not have waited
 * longer, on average, than they did.
 */
public final class Capacity {

    /** @param came when the task came to the line, {@code waited} for somebody, {@code length} of the work */
    public record Task(double came, double waited, double length) {}

    private Capacity() {}

    /** At least one. */
    public static int fit(List<Task> tasks) {
        List<Task> sorted = new ArrayList<>(tasks);
        sorted.sort(Comparator.comparingDouble(Task::came));
        double goal = sorted.stream().mapToDouble(Task::waited).average().orElse(0);
        int low = 1;
        int high = Math.max(1, mostAtOnce(sorted));
        while (low < high) {
            int middle = (low + high) / 2;
            if (meanWait(sorted, middle) <= goal) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /** With so many places nobody would wait. */
    private static int mostAtOnce(List<Task> sorted) {
        PriorityQueue<Double> ends = new PriorityQueue<>();
        int most = 0;
        for (Task task : sorted) {
            while (!ends.isEmpty() && ends.peek() <= task.came()) ends.remove();
            ends.add(task.came() + task.length());
            most = Math.max(most, ends.size());
        }
        return most;
    }

    static double meanWait(List<Task> sorted, int places) {
        PriorityQueue<Double> free = new PriorityQueue<>();
        double waited = 0;
        for (Task task : sorted) {
            double begin = task.came();
            if (free.size() == places) begin = Math.max(begin, free.remove());
            waited += begin - task.came();
            free.add(begin + task.length());
        }
        return sorted.isEmpty() ? 0 : waited / sorted.size();
    }
}
