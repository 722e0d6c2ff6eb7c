package vn.caunoi.api.designer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.processes.driver.TryOut;

/**
 * A made-up case of one designer's session.
 *
 * @param draft id of the draft as it was saved in {@code revision}, {@code xml}
 * @param key of the process of the draft; {@code insteadOf} the process in whose place it is played, null for its own
 * @param unit that has the case at first
 * @param letters forms that the draft changes, by id
 */
public record Tried(
        String draft,
        int revision,
        String xml,
        String key,
        @Nullable String insteadOf,
        Kind kind,
        UnitId unit,
        Map<String, LetterForm> letters,
        TryOut out) {

    /** Made-up officers; the first two can be given the case. */
    public static final List<String> OFFICERS = List.of("try-officer", "try-officer-2", "try-head", "try-clerk");

    /** Process whose steps are those of the drawing. */
    public String process() {
        return Objects.requireNonNullElse(insteadOf, key);
    }

    /** Who does this work: whoever has it, or somebody of its group. */
    public Actor worker(TryOut.Work work) {
        OfficerId id =
                work.holder() == null ? new OfficerId("try-" + work.group().group()) : work.holder();
        return actor(id, work.unit(), work.group());
    }

    /** Somebody of the unit that has the case. */
    public Actor worker(Role role) {
        return actor(new OfficerId("try-" + role.group()), unit, role);
    }

    private Actor actor(OfficerId id, UnitId at, Role role) {
        return new Actor(id, at, unit.equals(at) ? Set.of(at) : Set.of(unit, at), Set.of(role));
    }
}
