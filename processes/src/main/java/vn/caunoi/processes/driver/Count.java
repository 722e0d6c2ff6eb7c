package vn.caunoi.processes.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.caunoi.processes.driver.Rehearsal.Example;
import vn.caunoi.processes.driver.Rehearsal.Outcome;
import vn.caunoi.processes.driver.Rehearsal.Parting;
import vn.caunoi.processes.driver.Rehearsal.Result;

/** Adds up what a rehearsal shows. */
final class Count {

    private static final int MOST_SHOWN = 20;

    private final long began = System.nanoTime();
    private final Map<Parting, Integer> partings = new LinkedHashMap<>();
    private final List<Example> examples = new ArrayList<>();
    private int cases;
    private int different;
    private int failed;
    private int unfinished;

    int cases() {
        return cases;
    }

    void add(Rehearsed one) {
        cases++;
        if (one.result() == Result.SAME) return;
        if (one.result() == Result.FAILED) failed++;
        else different++;
        if (one.isUnfinished()) unfinished++;
        if (one.problem() == null) partings.merge(one.parting().withoutTimes(), 1, Integer::sum);
        if (examples.size() < MOST_SHOWN) examples.add(one.example());
    }

    Outcome outcome() {
        List<Parting> frequent = partings.entrySet().stream()
                .map(e -> e.getKey().of(e.getValue()))
                .sorted(Comparator.comparingInt(Parting::cases).reversed())
                .limit(MOST_SHOWN)
                .toList();
        long millis = (System.nanoTime() - began) / 1_000_000;
        int same = cases - different - failed;
        return new Outcome(cases, same, different, failed, unfinished, millis, frequent, List.copyOf(examples));
    }
}
