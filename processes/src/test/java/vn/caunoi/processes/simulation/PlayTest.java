package vn.caunoi.processes.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayTest {

    private static final long SEED = 7;

    /** Erlang's formula: how long one waits on average where cases come and are done at random. */
    @ParameterizedTest
    @CsvSource({"1, 0.7", "2, 1.6", "5, 4.0"})
    void a_queue_of_which_the_formula_is_known_comes_out_as_it_says(int places, double load) {
        double length = 0.5;
        double rate = load / length;
        World world = new World(
                ways(new SplittableRandom(3), 50_000, length),
                Collections.nCopies(40_000, rate),
                1_000,
                Map.of("u/officer", places));
        double expected = erlang(places, load) * length / (places - load);
        assertThat(Play.once(world, SEED).meanWait()).isCloseTo(expected, within(expected * 0.08));
    }

    private static double erlang(int places, double load) {
        double sum = 0;
        double term = 1;
        for (int n = 0; n < places; n++) {
            sum += term;
            term = term * load / (n + 1);
        }
        double all = term * places / (places - load);
        return all / (sum + all);
    }

    private static List<Way> ways(SplittableRandom random, int count, double mean) {
        List<Way> ways = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            double length = -mean * Math.log(1 - random.nextDouble());
            ways.add(new Way(List.of(new Work("a", "u/officer", -1, 0, length)), 0, 1.0, length));
        }
        return ways;
    }

    @Test
    void the_same_seed_gives_the_same_and_another_one_another() {
        World world = new World(
                ways(new SplittableRandom(3), 500, 0.5), Collections.nCopies(250, 1.5), 20, Map.of("u/officer", 1));
        assertThat(Outcome.play(world, SEED, 3)).isEqualTo(Outcome.play(world, SEED, 3));
        assertThat(Outcome.play(world, SEED, 3)).isNotEqualTo(Outcome.play(world, SEED + 100, 3));
    }

    @Test
    void what_stands_side_by_side_is_done_side_by_side_and_lags_are_waited() {
        Way way = new Way(
                List.of(
                        new Work("a", "", -1, 1, 2),
                        new Work("b", "", 0, 0, 3),
                        new Work("c", "", 0, 1, 1),
                        new Work("d", "", 1, 0, 1)),
                0.5,
                7.0,
                7.5);
        Outcome outcome = Outcome.play(new World(List.of(way), List.of(1.0, 1.0, 1.0, 1.0), 0, Map.of()), SEED, 5);
        assertThat(outcome.median()).isCloseTo(7.5, within(1e-9));
        assertThat(outcome.ninth()).isCloseTo(7.5, within(1e-9));
        assertThat(outcome.shareLate()).isEqualTo(1.0);
        assertThat(outcome.lateness().get(Outcome.BINS.indexOf(0))).isEqualTo(1.0);
        assertThat(Outcome.ofPast(List.of(way)).median()).isEqualTo(7.5);
    }

    @Test
    void more_people_make_shorter_queues_and_longer_work_longer_ones() {
        Learned learned =
                new Learned(ways(new SplittableRandom(3), 2_000, 0.5), Map.of("u/officer", new Learned.Line(1, 1)));
        List<Double> rates = Collections.nCopies(500, 1.9);
        Outcome now = Outcome.play(learned.world(Learned.Change.NONE, rates, 100, SEED), SEED, 5);
        Learned.Change helped = new Learned.Change(Map.of("u/officer", 2), Map.of(), null, List.of(), List.of());
        Outcome more = Outcome.play(learned.world(helped, rates, 100, SEED), SEED, 5);
        Learned.Change slower = new Learned.Change(Map.of(), Map.of("a", 0.5), null, List.of(), List.of());
        Outcome slow = Outcome.play(learned.world(slower, rates, 100, SEED), SEED, 5);
        Learned.Change gone = new Learned.Change(Map.of(), Map.of(), null, List.of(), List.of("a"));
        assertThat(more.ninth()).isLessThan(now.ninth());
        assertThat(slow.ninth()).isGreaterThan(now.ninth());
        assertThat(sum(more)).isLessThan(sum(now));
        assertThat(Outcome.play(learned.world(gone, rates, 100, SEED), SEED, 5).ninth())
                .isZero();
    }

    private static double sum(Outcome outcome) {
        return outcome.queues().get("u/officer").stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    @Test
    void a_new_step_comes_after_the_one_that_leads_to_it_in_its_unit() {
        Way way = new Way(List.of(new Work("a", "u/officer", -1, 0, 1), new Work("b", "u/clerk", 0, 0, 1)), 0, 2.0, 2);
        Learned learned = new Learned(
                List.of(way), Map.of("u/officer", new Learned.Line(1, 5), "u/clerk", new Learned.Line(1, 5)));
        Learned.Added check = new Learned.Added("check", List.of("a"), "head", 1, 2);
        Learned.Change change = new Learned.Change(Map.of(), Map.of(), 4.0, List.of(check), List.of());
        World world = learned.world(change, List.of(1.0), 0, SEED);
        assertThat(world.ways().getFirst().works()).extracting(Work::step).containsExactly("a", "check", "b");
        assertThat(world.ways().getFirst().works()).extracting(Work::after).containsExactly(-1, 0, 1);
        assertThat(world.ways().getFirst().works().get(1).line()).isEqualTo("u/head");
        assertThat(world.ways().getFirst().works().get(1).length()).isBetween(1.0, 3.0);
        assertThat(world.ways().getFirst().allowed()).isEqualTo(4.0);
    }

    @Test
    void places_are_learnt_from_how_long_tasks_waited() {
        List<Capacity.Task> idle = new ArrayList<>();
        List<Capacity.Task> queued = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            idle.add(new Capacity.Task(n, 0, 2.5));
            queued.add(new Capacity.Task(n, Capacity.meanWait(idle.subList(0, 1), 1), 2.5));
        }
        assertThat(Capacity.fit(idle)).isEqualTo(3);
        double waitOfTwo = Capacity.meanWait(idle, 2);
        List<Capacity.Task> slow = queued.stream()
                .map(t -> new Capacity.Task(t.came(), waitOfTwo, t.length()))
                .toList();
        assertThat(Capacity.fit(slow)).isEqualTo(2);
        assertThat(Capacity.fit(List.of())).isEqualTo(1);
    }

    @Test
    void arrivals_follow_weekday_and_month_and_days_off_are_made_up_for() {
        LocalDate from = LocalDate.parse("2026-01-01");
        LocalDate last = LocalDate.parse("2026-12-31");
        List<LocalDate> came = from.datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfWeek() == DayOfWeek.SATURDAY)
                .toList();
        Arrivals arrivals = Arrivals.of(came, from, last, PlayTest::isWorked);
        assertThat(arrivals.mean()).isCloseTo(104 / 261.0, within(0.01));
        List<Double> rates = arrivals.ahead(LocalDate.parse("2027-01-04"), 5, PlayTest::isWorked, 1);
        assertThat(rates).hasSize(5);
        assertThat(rates.getFirst()).isGreaterThan(1.5);
        assertThat(rates.subList(1, 5)).containsOnly(0.0);
    }

    private static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5;
    }
}
