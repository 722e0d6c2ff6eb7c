package vn.caunoi.api.designer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.insight.Gone;
import vn.caunoi.projections.insight.Passages;
import vn.caunoi.projections.insight.Scope;
import vn.caunoi.projections.insight.StepFigures;
import vn.caunoi.projections.insight.Variant;
import vn.caunoi.projections.insight.WorkingTime;

/**
 * How cases go through a process: for designers, who see figures and codes of all units, and for heads and inspectors, who see
 * what their units had. What is about the reader is not among it.
 */
@Component
public class InsightDesk {

    /**
     * What is looked at, as it was asked for.
     *
     * @param version null for all
     * @param drawn the version whose drawing is shown: the chosen one, else the newest
     * @param unit with those below it; null for all that the reader may see
     */
    public record View(
            String process,
            @Nullable Integer version,
            int drawn,
            List<Integer> versions,
            LocalDate from,
            LocalDate to,
            @Nullable String unit,
            Scope scope) {
        public View {
            versions = List.copyOf(versions);
        }
    }

    /** What somebody typed. */
    public record Typed(
            @Nullable String version,
            @Nullable String from,
            @Nullable String to,
            @Nullable String unit) {}

    /**
     * A step with what happened at it.
     *
     * @param sort its type in BPMN; null for one that the drawn version does not have
     */
    public record Step(String id, String name, @Nullable String sort, StepFigures figures) {

        /** A time at the edge of a step keeps nobody: the step itself does. */
        boolean holdsUp() {
            return !"boundaryEvent".equals(sort) && figures.waited() > 0;
        }
    }

    /**
     * @param steps in the order of the drawing, then those of other versions
     * @param bottlenecks where most was waited first
     * @param whole whether all of the period was looked at, not only what is newest of it
     */
    public record Heat(View view, List<Step> steps, List<Step> bottlenecks, boolean whole) {
        public Heat {
            steps = List.copyOf(steps);
            bottlenecks = List.copyOf(bottlenecks);
        }
    }

    /** @param cases runs that ended in the period, all ways together */
    public record Variants(View view, long cases, List<Variant> ways, Map<String, String> names) {
        public Variants {
            ways = List.copyOf(ways);
            names = Map.copyOf(names);
        }
    }

    private static final Set<String> SHOWN = Set.of("userTask");

    private final Passages passages;
    private final Library library;
    private final Directory directory;
    private final CalendarInForce calendar;
    private final CurrentActor current;
    private final Clock clock;

    InsightDesk(
            Passages passages,
            Library library,
            Directory directory,
            CalendarInForce calendar,
            CurrentActor current,
            Clock clock) {
        this.passages = passages;
        this.library = library;
        this.directory = directory;
        this.calendar = calendar;
        this.current = current;
        this.clock = clock;
    }

    public Heat heat(String process, Typed typed) {
        View view = view(process, typed);
        Passages.Figures figures = passages.figures(view.scope(), time());
        List<Step> steps = steps(view, figures.steps());
        List<Step> slow = steps.stream()
                .filter(Step::holdsUp)
                .sorted(Comparator.comparingDouble((Step step) -> step.figures().waited())
                        .reversed())
                .toList();
        return new Heat(view, steps, slow, figures.whole());
    }

    private List<Step> steps(View view, List<StepFigures> found) {
        Map<String, StepFigures> figures = new LinkedHashMap<>();
        found.forEach(one -> figures.put(one.step(), one));
        List<Step> steps = new ArrayList<>();
        for (Library.Drawn drawn : library.drawn(view.process(), view.drawn())) {
            StepFigures known = figures.remove(drawn.id());
            if (known == null && !SHOWN.contains(drawn.sort())) continue;
            steps.add(new Step(
                    drawn.id(), named(drawn), drawn.sort(), known == null ? StepFigures.none(drawn.id()) : known));
        }
        Map<String, String> names = names(view);
        figures.forEach((id, known) -> steps.add(new Step(id, names.getOrDefault(id, id), null, known)));
        return steps;
    }

    private static String named(Library.Drawn drawn) {
        return drawn.name().isBlank() ? drawn.id() : drawn.name();
    }

    /** What steps are called; the newest version that has one says. */
    Map<String, String> names(View view) {
        Map<String, String> names = new LinkedHashMap<>();
        names.putAll(named(view.process(), view.drawn()));
        view.versions().forEach(version -> named(view.process(), version).forEach(names::putIfAbsent));
        return names;
    }

    /** What one of them is called; its id when no version has it. */
    public String nameOf(View view, String step) {
        return names(view).getOrDefault(step, step);
    }

    private Map<String, String> named(String process, int version) {
        return library.drawn(process, version).stream()
                .collect(Collectors.toMap(Library.Drawn::id, InsightDesk::named, (one, other) -> one));
    }

    public Variants variants(String process, Typed typed) {
        View view = view(process, typed);
        List<Gone> gone = passages.gone(view.scope());
        return new Variants(view, gone.size(), Variant.of(gone, time()), names(view));
    }

    public Conformance conformance(String process, Typed typed) {
        View view = view(process, typed);
        return Conformance.of(
                view, passages.gone(view.scope()), version -> library.ways(process, version), names(view));
    }

    WorkingTime time() {
        return WorkingTime.of(calendar.calendar());
    }

    /** A process that was never published, a version it does not have and a unit that is not seen are not there. */
    public View view(String process, Typed typed) {
        Actor actor = reader();
        List<Integer> versions = versions(process);
        Integer version = version(typed.version(), versions);
        LocalDate last = Objects.requireNonNullElseGet(Asked.day("to", typed.to()), this::today);
        LocalDate first = Objects.requireNonNullElseGet(
                Asked.day("from", typed.from()), () -> last.minusYears(1).plusDays(1));
        if (first.isAfter(last)) throw Input.refusal("from", "out-of-bounds", "is after the end of the period");
        String unit = Asked.text("unit", typed.unit());
        return new View(
                process,
                version,
                version == null ? versions.getFirst() : version,
                versions,
                first,
                last,
                unit,
                new Scope(process, version, first, last, sight(actor, unit)));
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    private List<Integer> versions(String process) {
        List<Integer> versions = library.models().stream()
                .filter(one -> one.key().equals(process))
                .map(Library.Entry::version)
                .toList();
        if (versions.isEmpty()) throw new NotFound();
        return versions;
    }

    private static @Nullable Integer version(@Nullable String typed, List<Integer> versions) {
        if (typed == null || typed.isBlank()) return null;
        return versions.stream()
                .filter(one -> one.toString().equals(typed.strip()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Visibility sight(Actor actor, @Nullable String unit) {
        Visibility all = actor.is(Role.DESIGNER) ? Visibility.observing(actor) : Visibility.of(actor);
        if (unit == null) return all;
        UnitId of = new UnitId(unit);
        if (directory.unit(of).isEmpty() || !all.sees(of)) throw new NotFound();
        return all.within(directory.covered(of).stream().filter(all::sees).collect(Collectors.toSet()));
    }

    /** Units to choose from; null for all. */
    public @Nullable Set<UnitId> units() {
        Actor actor = reader();
        return actor.is(Role.DESIGNER) || actor.is(Role.INSPECTOR) ? null : actor.covers();
    }

    /** Whether the reader may look at cases behind figures, of those they see. */
    public boolean seesCases() {
        Actor actor = reader();
        return actor.is(Role.HEAD) || actor.is(Role.INSPECTOR);
    }

    public boolean isDesigner() {
        return reader().is(Role.DESIGNER);
    }

    /** Whether all cases that are told of here may be looked at by the reader. */
    public boolean seesAllCases() {
        return seesCases() && (!reader().is(Role.DESIGNER) || reader().is(Role.INSPECTOR));
    }

    /** What a supervisor sees of the cases behind figures, and nothing that a designer alone may not. */
    public Visibility casesOf(View view) {
        Actor actor = current.with(Role.HEAD, Role.INSPECTOR);
        Visibility all = Visibility.of(actor);
        if (view.unit() == null) return all;
        return all.within(directory.covered(new UnitId(view.unit())).stream()
                .filter(all::sees)
                .collect(Collectors.toSet()));
    }

    private Actor reader() {
        return current.with(Role.DESIGNER, Role.HEAD, Role.INSPECTOR);
    }
}
