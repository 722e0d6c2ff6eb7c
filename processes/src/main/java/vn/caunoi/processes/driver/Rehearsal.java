package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.PetitionId;

/**
 * Past cases followed through a draft, from their recorded events only: nothing is written, nothing is sent, no case
 * moves. Each case is followed twice, by the versions it followed and by the draft, and its two courses are compared step
 * by step. What history does not know is not made up: a case that reaches a step nobody ever completed waits there.
 */
public interface Rehearsal {

    /** How a case would have gone by the draft. */
    enum Result {
        SAME,
        DIFFERENT,
        FAILED
    }

    /**
     * Which cases: those received from one moment to before another whose events started the process.
     *
     * @param most of them, chosen without regard to what they are and the same each time
     * @param leftOut not to be looked at
     */
    record Wanted(Instant from, Instant to, int most, Set<PetitionId> leftOut) {}

    /**
     * Where courses part.
     *
     * @param after the last step both have; null when they part at the start
     * @param recorded the next one by the record; null when it has none
     * @param now the next one by the draft; null when it has none
     */
    record Parting(
            @Nullable CourseStep after,
            @Nullable CourseStep recorded,
            @Nullable CourseStep now,
            int cases) {}

    /**
     * A case that would have gone otherwise.
     *
     * @param waitsAt steps it would stand at after its last event, as {@code process/step}
     * @param problem why the draft cannot follow it: a plain sentence without personal data; null when it can
     */
    record Example(
            PetitionId petition,
            String code,
            Result result,
            @Nullable CourseStep after,
            @Nullable CourseStep recorded,
            @Nullable CourseStep now,
            List<String> waitsAt,
            @Nullable String problem) {}

    /**
     * What a rehearsal has shown.
     *
     * @param different cases whose course is another one
     * @param failed cases the draft cannot follow
     * @param unfinished of the different ones, those that had come to their end and would not any more
     * @param partings where courses part, the most frequent first, at most 20
     * @param examples at most 20 of the different and failed
     */
    record Outcome(
            int cases,
            int same,
            int different,
            int failed,
            int unfinished,
            long tookMillis,
            List<Parting> partings,
            List<Example> examples) {}

    /**
     * @param key of a published process
     * @param xml a draft of it that passed every check
     * @param catches logical names of the events it catches
     * @throws RuntimeException when the engine itself refuses the draft
     */
    Outcome rehearse(String key, String xml, Set<String> catches, Wanted wanted);
}
