package vn.caunoi.api.designer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.processes.driver.RunningCases;
import vn.caunoi.processes.studio.Library;

/** Moves running cases between published versions. For designers, who see codes and steps but no case. */
@Component
public class MigrationDesk {

    private final RunningCases cases;
    private final Library library;
    private final CurrentActor current;

    MigrationDesk(RunningCases cases, Library library, CurrentActor current) {
        this.cases = cases;
        this.library = library;
        this.current = current;
    }

    /** Says what {@link #move} would do. */
    public RunningCases.Outcome tryOut(String key, @Nullable Integer from, @Nullable Integer to) {
        current.with(Role.DESIGNER);
        Versions versions = checked(key, from, to);
        return cases.tryOut(key, versions.from(), versions.to());
    }

    /** Moves every case that can be moved. */
    public RunningCases.Outcome move(String key, @Nullable Integer from, @Nullable Integer to) {
        Actor by = current.with(Role.DESIGNER);
        Versions versions = checked(key, from, to);
        return cases.move(key, versions.from(), versions.to(), by);
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
