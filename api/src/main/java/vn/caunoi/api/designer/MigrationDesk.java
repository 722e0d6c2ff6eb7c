package vn.caunoi.api.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.driver.CaseMoves;
import vn.caunoi.processes.driver.CaseMoves.Way;
import vn.caunoi.processes.driver.RunningCases;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.StepMapping;
import vn.caunoi.projections.casefile.CaseFiles;

/** Moves running cases between published versions. For designers, who see codes and steps but no case. */
@Component
public class MigrationDesk {

    private final RunningCases cases;
    private final CaseMoves moves;
    private final Library library;
    private final CaseFiles files;
    private final CurrentActor current;

    MigrationDesk(RunningCases cases, CaseMoves moves, Library library, CaseFiles files, CurrentActor current) {
        this.cases = cases;
        this.moves = moves;
        this.library = library;
        this.files = files;
        this.current = current;
    }

    /** Says what {@link #move} would do; what is about the reader is counted and not named. */
    public RunningCases.Outcome tryOut(
            String key, @Nullable Integer from, @Nullable Integer to, @Nullable Map<String, String> mapping) {
        Actor by = current.with(Role.DESIGNER);
        return cases.tryOut(way(key, from, to, mapping == null ? Map.of() : mapping))
                .without(files.about(by.id()));
    }

    /** Moves every case that can be moved. */
    public RunningCases.Outcome move(
            String key, @Nullable Integer from, @Nullable Integer to, @Nullable Map<String, String> mapping) {
        Actor by = current.with(Role.DESIGNER);
        return cases.move(way(key, from, to, mapping == null ? Map.of() : mapping), by)
                .without(files.about(by.id()));
    }

    /**
     * What a designer chooses from.
     *
     * @param counts cases by step of the old version
     * @param cases that run on it
     */
    public record Choice(
            String key,
            int from,
            int to,
            List<StepMapping.Row> rows,
            List<StepMapping.Place> targets,
            Map<String, Integer> counts,
            int cases) {

        public int at(String step) {
            return counts.getOrDefault(step, 0);
        }

        /** Steps of the other version that one of this sort can become. */
        public List<StepMapping.Place> fitting(String sort) {
            return targets.stream().filter(place -> place.sort().equals(sort)).toList();
        }
    }

    public Choice choice(String key, @Nullable Integer from, @Nullable Integer to) {
        current.with(Role.DESIGNER);
        Versions versions = checked(key, from, to);
        StepMapping mapping = mapping(key, versions);
        return new Choice(
                key,
                versions.from(),
                versions.to(),
                mapping.rows(),
                mapping.targets(),
                moves.standing(key, versions.from()),
                moves.running(key, versions.from()));
    }

    /**
     * A way that is sound: both versions are published, and each step becomes one of its sort.
     *
     * @param chosen step by step of the old version; nothing for one from which no case goes
     */
    Way way(String key, @Nullable Integer from, @Nullable Integer to, Map<String, String> chosen) {
        current.with(Role.DESIGNER);
        Versions versions = checked(key, from, to);
        StepMapping mapping = mapping(key, versions);
        Input input = new Input();
        mapping.wrong(chosen).forEach((step, wrong) -> told(input, step, wrong));
        input.mustBeValid();
        Way way = new Way(key, versions.from(), versions.to(), mapping.differing(chosen));
        Map<String, String> unfit = moves.unfit(way);
        if (!unfit.isEmpty()) {
            List<Refusal.Violation> violations = new ArrayList<>();
            unfit.forEach((step, why) -> violations.add(new Refusal.Violation("mapping." + step, "does-not-fit", why)));
            throw Refusal.invalid(violations);
        }
        return way;
    }

    private static void told(Input input, String step, StepMapping.Wrong wrong) {
        switch (wrong) {
            case NO_SUCH_STEP -> input.wrong("mapping." + step, "unknown", "is no step of that version");
            case OTHER_SORT -> input.wrong("mapping." + step, "other-sort", "is a step of another sort");
        }
    }

    private StepMapping mapping(String key, Versions versions) {
        return StepMapping.between(xml(key, versions.from()), xml(key, versions.to()));
    }

    private String xml(String key, int version) {
        return library.xml(key, version).orElseThrow(NotFound::new);
    }

    private record Versions(int from, int to) {}

    private Versions checked(String key, @Nullable Integer from, @Nullable Integer to) {
        if (library.newest(key).isEmpty()) throw new NotFound();
        Input input = new Input();
        int old = published(input, "from", key, from);
        int other = published(input, "to", key, to);
        if (old != 0 && old == other) input.wrong("to", "same", "must be another version than from");
        input.mustBeValid();
        return new Versions(old, other);
    }

    private int published(Input input, String field, String key, @Nullable Integer version) {
        Integer given = input.present(field, version);
        if (given == null) return 0;
        if (library.xml(key, given).isPresent()) return given;
        input.wrong(field, "unknown", "is no published version");
        return 0;
    }
}
