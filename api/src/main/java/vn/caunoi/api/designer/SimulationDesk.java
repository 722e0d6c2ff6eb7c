package vn.caunoi.api.designer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.processes.simulation.Arrivals;
import vn.caunoi.processes.simulation.Learned;
import vn.caunoi.processes.simulation.Outcome;
import vn.caunoi.processes.simulation.Way;
import vn.caunoi.processes.simulation.Work;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.insight.Passages;
import vn.caunoi.projections.insight.WorkingTime;

/**
 * Plays a year of cases as the past was, and as it would be with other people, other lengths, another model. Nothing is written,
 * and the same question with the same seed has the same answer.
 */
@Component
public class SimulationDesk {

    /** With fewer cases than these, little can be said. */
    public static final int FEW = 30;

    /** Working days that are counted, about a year; half as many before them fill the desks. */
    private static final int DAYS = 250;

    private static final int FILLING = 125;
    private static final int MOST_TIMES = 20;
    private static final int LONGEST_YEARS = 20;
    private static final int LEAST_TIMES = 2;
    /** Tasks that are played in all, which takes a second or two. */
    private static final double MOST_TASKS = 600_000;

    private static final int SHOWN_LINES = 12;

    /**
     * What would be different, as typed. Numbers that are not given are as they are.
     *
     * @param with the model: {@code version:2} or {@code draft:id}
     * @param more cases come, in percent
     * @param allowed working days for each case
     * @param people by line, {@code lengths} in working days by step
     * @param news assumptions of steps that are new, by step
     */
    public record Asked(
            @Nullable String with,
            int more,
            @Nullable Double allowed,
            Map<String, Integer> people,
            Map<String, Double> lengths,
            Map<String, Assumed> news,
            long seed) {
        public Asked {
            people = Map.copyOf(people);
            lengths = Map.copyOf(lengths);
            news = Map.copyOf(news);
        }

        /** Nothing is different. */
        boolean isNothing() {
            return with == null
                    && more == 0
                    && allowed == null
                    && people.isEmpty()
                    && lengths.isEmpty()
                    && news.isEmpty();
        }
    }

    /** @param share of the cases that come to it, in percent */
    public record Assumed(String role, int share, double length) {}

    /**
     * People who do the same work.
     *
     * @param id unit and role, {@code waited} working days altogether for them
     * @param places tasks they work at at once
     */
    public record Line(String id, UnitId unit, String role, int people, int places, double waited) {}

    /** @param length in the middle of what it took, in working days */
    public record Step(String id, String name, double length, long tasks) {}

    /** A step of the other model that nobody has done yet. @param after names of the steps it comes after */
    public record NewStep(String id, String name, Assumed assumed, List<String> after) {}

    /**
     * @param cases learnt from
     * @param perDay how many come on a working day
     * @param lines those for whom most was waited first
     * @param left names of steps that the other model does not have
     * @param times how often it was played
     * @param past in truth, {@code baseline} as played unchanged
     * @param changed as played with what is different; null when nothing is
     */
    public record Result(
            InsightDesk.View view,
            Asked asked,
            long cases,
            double perDay,
            List<Line> lines,
            int moreLines,
            List<Step> steps,
            List<NewStep> added,
            List<String> left,
            int times,
            @Nullable Outcome past,
            @Nullable Outcome baseline,
            @Nullable Outcome changed) {
        public Result {
            lines = List.copyOf(lines);
            steps = List.copyOf(steps);
            added = List.copyOf(added);
            left = List.copyOf(left);
        }

        public boolean isFew() {
            return cases < FEW;
        }
    }

    private record Difference(List<NewStep> added, List<Learned.Added> placed, List<String> left) {
        private static final Difference NONE = new Difference(List.of(), List.of(), List.of());
    }

    private final InsightDesk insight;
    private final Passages passages;
    private final Library library;
    private final StudioDesk studio;
    private final Directory directory;
    private final CalendarInForce calendar;

    SimulationDesk(
            InsightDesk insight,
            Passages passages,
            Library library,
            StudioDesk studio,
            Directory directory,
            CalendarInForce calendar) {
        this.insight = insight;
        this.passages = passages;
        this.library = library;
        this.studio = studio;
        this.directory = directory;
        this.calendar = calendar;
    }

    /** @param asked null to learn only, and play nothing different */
    public Result play(String process, InsightDesk.Typed typed, Asked asked) {
        InsightDesk.View view = insight.view(process, typed);
        if (view.from().isBefore(view.to().minusYears(LONGEST_YEARS)))
            throw Input.refusal("from", "out-of-bounds", "is at most 20 years before the last day");
        WorkingTime time = insight.time();
        PastWays past = new PastWays(passages.stays(view.scope()), passages.staysOfGone(view.scope()), time);
        Map<String, Integer> people = people();
        Learned learned = past.learn(passages.gone(view.scope()), line -> people.getOrDefault(line, 1));
        Predicate<LocalDate> worked = calendar.calendar()::isWorkingDay;
        Arrivals arrivals = Arrivals.of(
                passages.starts(view.scope()).stream().map(DueDate::dayOf).toList(), view.from(), view.to(), worked);
        Difference difference = difference(view, asked, learned);
        Result known = result(view, asked, past, learned, arrivals, difference);
        if (learned.ways().isEmpty() || arrivals.mean() == 0) return known;
        int times = times(learned, arrivals, asked);
        Outcome baseline = play(learned, Learned.Change.NONE, view, arrivals, worked, 1, asked.seed(), times);
        Learned.Change change = new Learned.Change(
                asked.people(), asked.lengths(), asked.allowed(), difference.placed(), difference.left());
        Outcome changed = asked.isNothing()
                ? null
                : play(learned, change, view, arrivals, worked, 1 + asked.more() / 100.0, asked.seed(), times);
        return new Result(
                view,
                asked,
                known.cases(),
                known.perDay(),
                known.lines(),
                known.moreLines(),
                known.steps(),
                known.added(),
                known.left(),
                times,
                Outcome.ofPast(learned.ways()),
                baseline,
                changed);
    }

    private static Outcome play(
            Learned learned,
            Learned.Change change,
            InsightDesk.View view,
            Arrivals arrivals,
            Predicate<LocalDate> worked,
            double factor,
            long seed,
            int times) {
        List<Double> rates = arrivals.ahead(view.to().plusDays(1), FILLING + DAYS, worked, factor);
        return Outcome.play(learned.world(change, rates, FILLING, seed), seed, times);
    }

    /** As often as there is time for. */
    private static int times(Learned learned, Arrivals arrivals, Asked asked) {
        double works = learned.ways().stream()
                .mapToInt(way -> way.works().size())
                .average()
                .orElse(1);
        double once = arrivals.mean() * (FILLING + DAYS) * Math.max(1, works) * (2 + asked.more() / 100.0);
        if (once * LEAST_TIMES > MOST_TASKS * 4.0)
            throw Input.refusal("from", "out-of-bounds", "has too many cases to be played");
        return Math.clamp((int) (MOST_TASKS / Math.max(1, once)), LEAST_TIMES, MOST_TIMES);
    }

    private Result result(
            InsightDesk.View view,
            Asked asked,
            PastWays past,
            Learned learned,
            Arrivals arrivals,
            Difference difference) {
        Map<String, Double> waits = past.waits();
        List<Line> lines = learned.lines().entrySet().stream()
                .map(one -> line(one.getKey(), one.getValue(), waits.getOrDefault(one.getKey(), 0.0)))
                .sorted(Comparator.comparingDouble(Line::waited).reversed().thenComparing(Line::id))
                .toList();
        Map<String, String> names = insight.names(view);
        return new Result(
                view,
                asked,
                learned.ways().size(),
                arrivals.mean(),
                lines.stream().limit(SHOWN_LINES).toList(),
                Math.max(0, lines.size() - SHOWN_LINES),
                steps(view, learned, names),
                difference.added(),
                difference.left().stream()
                        .map(step -> names.getOrDefault(step, step))
                        .toList(),
                0,
                null,
                null,
                null);
    }

    private static Line line(String id, Learned.Line known, double waited) {
        int slash = id.lastIndexOf('/');
        return new Line(
                id,
                new UnitId(id.substring(0, slash)),
                id.substring(slash + 1),
                known.people(),
                known.places(),
                waited);
    }

    private List<Step> steps(InsightDesk.View view, Learned learned, Map<String, String> names) {
        Map<String, Long> tasks = learned.ways().stream()
                .map(Way::works)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Work::step, TreeMap::new, Collectors.counting()));
        Set<String> order = new LinkedHashSet<>();
        library.drawn(view.process(), view.drawn()).forEach(drawn -> order.add(drawn.id()));
        order.addAll(tasks.keySet());
        return order.stream()
                .filter(tasks::containsKey)
                .map(step -> new Step(
                        step, names.getOrDefault(step, step), learned.median(step), tasks.getOrDefault(step, 0L)))
                .toList();
    }

    /** Of each unit and role, who has an appointment in force. */
    private Map<String, Integer> people() {
        Map<String, Integer> people = new HashMap<>();
        for (Directory.Officer officer : directory.officers())
            for (Role role : officer.roles()) people.merge(officer.unit() + "/" + role.group(), 1, Integer::sum);
        return people;
    }

    private Difference difference(InsightDesk.View view, Asked asked, Learned learned) {
        if (asked.with() == null) return Difference.NONE;
        Library.Sketch other = Library.sketch(xml(view.process(), asked.with()))
                .orElseThrow(() -> Input.refusal("with", "malformed", "is not a BPMN file"));
        Set<String> done = learned.ways().stream()
                .flatMap(way -> way.works().stream())
                .map(Work::step)
                .collect(Collectors.toSet());
        Map<String, Library.Outlined> tasks = new LinkedHashMap<>();
        other.tasks().forEach(task -> tasks.put(task.id(), task));
        Map<String, String> names = insight.names(view);
        Set<String> known = library.drawn(view.process(), view.drawn()).stream()
                .map(Library.Drawn::id)
                .collect(Collectors.toSet());
        List<NewStep> added = new ArrayList<>();
        List<Learned.Added> placed = new ArrayList<>();
        for (Library.Outlined task : tasks.values()) {
            if (done.contains(task.id()) || known.contains(task.id())) continue;
            List<String> after = done.stream()
                    .filter(step -> leads(other, step, task.id(), done))
                    .sorted()
                    .toList();
            Assumed assumed = asked.news().getOrDefault(task.id(), usual(task));
            added.add(new NewStep(
                    task.id(),
                    task.name().isBlank() ? task.id() : task.name(),
                    assumed,
                    after.stream().map(step -> names.getOrDefault(step, step)).toList()));
            placed.add(new Learned.Added(task.id(), after, assumed.role(), assumed.share() / 100.0, assumed.length()));
        }
        List<String> left =
                done.stream().filter(step -> !tasks.containsKey(step)).sorted().toList();
        return new Difference(added, placed, left);
    }

    /** Whether a new step comes after one that is known, with nothing known in between. */
    private static boolean leads(Library.Sketch other, String from, String to, Set<String> known) {
        Set<String> seen = new LinkedHashSet<>(other.ways().next(from));
        List<String> ahead = new ArrayList<>(seen);
        while (!ahead.isEmpty()) {
            String step = ahead.removeLast();
            if (step.equals(to)) return true;
            if (known.contains(step)) continue;
            for (String next : other.ways().next(step)) if (seen.add(next)) ahead.add(next);
        }
        return false;
    }

    private static Assumed usual(Library.Outlined task) {
        String group = task.group() == null ? "" : task.group();
        boolean isRole =
                List.of(Role.values()).stream().anyMatch(role -> role.group().equals(group));
        return new Assumed(isRole ? group : Role.OFFICER.group(), 100, 1);
    }

    private String xml(String process, String with) {
        if (with.startsWith("version:")) {
            String number = with.substring("version:".length());
            if (!number.matches("\\d{1,9}")) throw new NotFound();
            return library.xml(process, Integer.parseInt(number)).orElseThrow(NotFound::new);
        }
        if (with.startsWith("draft:"))
            return studio.find(with.substring("draft:".length())).xml();
        throw Input.refusal("with", "unknown", "is not known");
    }
}
