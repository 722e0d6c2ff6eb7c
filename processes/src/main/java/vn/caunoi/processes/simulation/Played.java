package vn.caunoi.processes.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of playing once. */
final class Played {
    /** How long each case took. */
    final List<Double> lengths = new ArrayList<>();
    /** By how much it was over after its time; negative for those in time. Cases without one are left out. */
    final List<Double> lateness = new ArrayList<>();
    /** How many tasks waited at the end of each week, by line. */
    final Map<String, List<Integer>> queues = new TreeMap<>();

    double waited;
    long tasks;

    /** Of all tasks of people, on average. */
    double meanWait() {
        return tasks == 0 ? 0 : waited / tasks;
    }
}
