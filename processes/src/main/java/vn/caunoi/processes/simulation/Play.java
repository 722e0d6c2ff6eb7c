package vn.caunoi.processes.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Plays a world once: event after event, first come, first served. The same seed gives the same. */
final class Play {
    private static final int WEEK = 5;
    private static final double MOST_AT_ONCE = 20;

    private enum What {
        READY,
        DONE,
        LOOK
    }

    private record Event(double at, long number, What what, Case of, int work) {}

    private static final class Case {
        private final Way way;
        private final double came;
        private final boolean counted;
        private int left;

        Case(Way way, double came, boolean counted) {
            this.way = way;
            this.came = came;
            this.counted = counted;
            this.left = way.works().size();
        }
    }

    private record Waiting(Case of, int work, double since) {}

    private static final class Line {
        private int free;
        private final Deque<Waiting> queue = new ArrayDeque<>();

        Line(int places) {
            free = places;
        }
    }

    private static final Way NOTHING = new Way(List.of(), 0, null, 0);

    private final World world;
    private final SplittableRandom random;
    private final Played played = new Played();
    private final Map<String, Line> lines = new HashMap<>();
    private final PriorityQueue<Event> ahead =
            new PriorityQueue<>(Comparator.comparingDouble(Event::at).thenComparingLong(Event::number));
    private long number;

    private Play(World world, long seed) {
        this.world = world;
        this.random = new SplittableRandom(seed);
        world.places().forEach((line, places) -> lines.put(line, new Line(places)));
    }

    static Played once(World world, long seed) {
        return new Play(world, seed).run();
    }

    private Played run() {
        List<Double> arrivals = arrivals();
        arrivals.forEach(this::comes);
        Case nobody = new Case(NOTHING, 0, false);
        lines.keySet().forEach(line -> played.queues.put(line, new ArrayList<>()));
        for (int day = world.filling() + WEEK; day <= world.rates().size(); day += WEEK)
            later(day, What.LOOK, nobody, -1);
        for (Event next = ahead.poll(); next != null; next = ahead.poll()) {
            switch (next.what()) {
                case READY -> ready(next);
                case DONE -> done(next);
                case LOOK -> look();
            }
        }
        return played;
    }

    /** Any number on a day, at any moment of it. */
    private List<Double> arrivals() {
        List<Double> all = new ArrayList<>();
        for (int day = 0; day < world.rates().size(); day++) {
            int come = poisson(world.rates().get(day));
            for (int n = 0; n < come; n++) all.add(day + random.nextDouble());
        }
        all.sort(null);
        return all;
    }

    private int poisson(double rate) {
        int sum = 0;
        for (double rest = rate; rest > 0; rest -= MOST_AT_ONCE) sum += few(Math.min(rest, MOST_AT_ONCE));
        return sum;
    }

    private int few(double rate) {
        double limit = Math.exp(-rate);
        int count = -1;
        for (double product = 1; product > limit; count++) product *= random.nextDouble();
        return Math.max(0, count);
    }

    private void comes(double at) {
        Way way = world.ways().get(random.nextInt(world.ways().size()));
        Case one = new Case(way, at, at >= world.filling());
        if (way.works().isEmpty()) over(one, at);
        follow(one, -1, at);
    }

    private void follow(Case one, int after, double at) {
        List<Work> works = one.way.works();
        for (int place = after + 1; place < works.size(); place++) {
            Work work = works.get(place);
            if (work.after() == after) later(at + work.lag(), What.READY, one, place);
        }
    }

    private void ready(Event event) {
        Work work = event.of().way.works().get(event.work());
        Line line = lines.get(work.line());
        if (line == null) {
            begin(event.of(), event.work(), event.at());
        } else if (line.free > 0) {
            line.free--;
            waited(event.of(), 0);
            begin(event.of(), event.work(), event.at());
        } else {
            line.queue.add(new Waiting(event.of(), event.work(), event.at()));
        }
    }

    private void begin(Case of, int work, double at) {
        later(at + of.way.works().get(work).length(), What.DONE, of, work);
    }

    private void waited(Case of, double time) {
        if (!of.counted) return;
        played.waited += time;
        played.tasks++;
    }

    private void done(Event event) {
        Case one = event.of();
        Line line = lines.get(one.way.works().get(event.work()).line());
        if (line != null) next(line, event.at());
        one.left--;
        follow(one, event.work(), event.at());
        if (one.left == 0) over(one, event.at());
    }

    private void next(Line line, double at) {
        Waiting first = line.queue.poll();
        if (first == null) {
            line.free++;
            return;
        }
        waited(first.of(), at - first.since());
        begin(first.of(), first.work(), at);
    }

    private void over(Case one, double at) {
        if (!one.counted) return;
        double took = at + one.way.tail() - one.came;
        played.lengths.add(took);
        if (one.way.allowed() != null) played.lateness.add(took - one.way.allowed());
    }

    private void look() {
        played.queues.forEach((line, seen) ->
                seen.add(lines.getOrDefault(line, new Line(0)).queue.size()));
    }

    private void later(double at, What what, Case of, int work) {
        ahead.add(new Event(at, number++, what, of, work));
    }
}
