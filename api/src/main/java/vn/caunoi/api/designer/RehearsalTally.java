package vn.caunoi.api.designer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.designer.RehearsalResult.Limits;
import vn.caunoi.api.designer.RehearsalResult.Load;
import vn.caunoi.api.designer.RehearsalResult.Numbered;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.processes.driver.Rehearsal.Assumption;
import vn.caunoi.processes.driver.Rehearsal.Parting;
import vn.caunoi.processes.driver.Rehearsal.Way;
import vn.caunoi.processes.driver.Rehearsed;
import vn.caunoi.processes.driver.Rehearsed.Limit;
import vn.caunoi.processes.driver.Rehearsed.Work;

/** Adds up what a rehearsal shows, case by case. */
final class RehearsalTally implements Going.Shown {

    /** Rarer ones have no number. */
    private static final int MOST_PARTINGS = 300;

    private static final int HOURS_A_DAY = 8;

    private record Place(String group, YearMonth month, String step) {}

    private static final class Counted {
        private int before;
        private int now;
    }

    private static final class OfStage {
        private int before;
        private int now;
        private int sooner;
        private int later;
        private int lateBefore;
        private int lateNow;
    }

    private final WorkingCalendar calendar;
    private final Map<String, Integer> assumedHours = new HashMap<>();
    private final Map<Way, Integer> ways = new HashMap<>();
    private final Map<Parting, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, Integer> parted = new HashMap<>();
    private final Map<String, Integer> steps = new TreeMap<>();
    private final Map<String, Integer> assumed = new TreeMap<>();
    private final Map<String, OfStage> limits = new TreeMap<>();
    private final Map<Place, Counted> work = new HashMap<>();
    private final Map<String, List<Integer>> hours = new HashMap<>();
    private int unfinished;

    RehearsalTally(WorkingCalendar calendar, List<Assumption> assumptions) {
        this.calendar = calendar;
        assumptions.forEach(one -> assumedHours.put(one.step(), one.workingDays() * HOURS_A_DAY));
    }

    /** @return number of its parting; null when it goes the same way, or its parting is a rare one */
    @Nullable Integer add(Rehearsed one) {
        ways.merge(one.way(), 1, Integer::sum);
        if (one.isUnfinished()) unfinished++;
        one.unknown().forEach(step -> steps.merge(step, 1, Integer::sum));
        one.assumed().forEach(step -> assumed.merge(step, 1, Integer::sum));
        one.limits().forEach(this::add);
        one.before().work().forEach(this::wasOpen);
        one.now().work().forEach(task -> place(task).now++);
        return one.way() == Way.SAME || one.way() == Way.FAILED
                ? null
                : number(one.parting().withoutTimes());
    }

    private @Nullable Integer number(Parting parting) {
        if (!numbers.containsKey(parting) && numbers.size() >= MOST_PARTINGS) return null;
        int number = numbers.computeIfAbsent(parting, first -> numbers.size() + 1);
        parted.merge(number, 1, Integer::sum);
        return number;
    }

    private void add(Limit limit) {
        OfStage stage = limits.computeIfAbsent(limit.stage(), first -> new OfStage());
        Instant before = limit.before();
        Instant now = limit.now();
        if (before != null) stage.before++;
        if (now != null) stage.now++;
        if (before != null && now != null && now.isBefore(before)) stage.sooner++;
        if (before != null && now != null && now.isAfter(before)) stage.later++;
        if (limit.lateBefore()) stage.lateBefore++;
        if (limit.lateNow()) stage.lateNow++;
    }

    private void wasOpen(Work task) {
        place(task).before++;
        if (task.closed() != null)
            hours.computeIfAbsent(task.step(), first -> new ArrayList<>()).add(hours(task.opened(), task.closed()));
    }

    private Counted place(Work task) {
        YearMonth month = YearMonth.from(DueDate.dayOf(task.opened()));
        return work.computeIfAbsent(new Place(task.group(), month, task.step()), first -> new Counted());
    }

    /** Eight for each working day, and those of the clock within one. */
    private int hours(Instant from, Instant to) {
        LocalDate first = DueDate.dayOf(from);
        LocalDate last = DueDate.dayOf(to);
        if (first.equals(last))
            return (int) Math.min(HOURS_A_DAY, Duration.between(from, to).toHours());
        return HOURS_A_DAY * calendar.workingDaysAfter(first, last);
    }

    @Override
    public RehearsalResult result() {
        return new RehearsalResult(
                ways.getOrDefault(Way.SAME, 0),
                ways.getOrDefault(Way.ELSEWHERE, 0),
                ways.getOrDefault(Way.UNKNOWN, 0),
                ways.getOrDefault(Way.FAILED, 0),
                unfinished,
                partings(),
                new TreeMap<>(steps),
                new TreeMap<>(assumed),
                limits.entrySet().stream()
                        .map(entry -> limits(entry.getKey(), entry.getValue()))
                        .toList(),
                loads());
    }

    private List<Numbered> partings() {
        return numbers.entrySet().stream()
                .map(entry ->
                        new Numbered(entry.getValue(), entry.getKey().of(parted.getOrDefault(entry.getValue(), 0))))
                .sorted(Comparator.comparingInt((Numbered one) -> -one.parting().cases())
                        .thenComparingInt(Numbered::number))
                .toList();
    }

    private static Limits limits(String stage, OfStage of) {
        return new Limits(stage, of.before, of.now, of.sooner, of.later, of.lateBefore, of.lateNow);
    }

    private List<Load> loads() {
        Map<String, Integer> medians = new HashMap<>(assumedHours);
        hours.forEach((step, known) -> medians.put(step, median(known)));
        Map<String, List<Place>> together = new TreeMap<>();
        work.keySet().forEach(place -> together.computeIfAbsent(
                        place.group() + " " + place.month(), first -> new ArrayList<>())
                .add(place));
        return together.values().stream().map(places -> load(places, medians)).toList();
    }

    private Load load(List<Place> places, Map<String, Integer> medians) {
        int before = 0;
        int now = 0;
        int without = 0;
        long hoursBefore = 0;
        long hoursNow = 0;
        for (Place place : places) {
            Counted counted = work.getOrDefault(place, new Counted());
            Integer each = medians.get(place.step());
            before += counted.before;
            now += counted.now;
            if (each == null) without += counted.now;
            hoursBefore += (long) counted.before * (each == null ? 0 : each);
            hoursNow += (long) counted.now * (each == null ? 0 : each);
        }
        Place first = places.getFirst();
        return new Load(first.group(), first.month().toString(), before, now, hoursBefore, hoursNow, without);
    }

    private static int median(List<Integer> known) {
        return known.stream().sorted().skip((known.size() - 1) / 2).findFirst().orElse(0);
    }
}
