package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.table.ProposedRules;

/**
 * Past cases followed through a draft, from their recorded events only: nothing is written, nothing is sent, no case
 * moves. Each case is followed twice, by the versions it followed and by the draft, and its two courses are compared step
 * by step. What history does not know is not made up: a case that reaches a step nobody ever completed waits there,
 * unless somebody says what is to be assumed of it.
 */
public interface Rehearsal {

    /** How a case would have gone by the draft. */
    enum Result {
        SAME,
        DIFFERENT,
        FAILED
    }

    /** The same, more closely: another course is one along known steps, or one that comes to a step history does not know. */
    enum Way {
        SAME,
        ELSEWHERE,
        UNKNOWN,
        FAILED
    }

    /**
     * A model that is to be rehearsed.
     *
     * @param key of a published process
     * @param xml a draft of it that passed every check
     * @param catches logical names of the events it catches
     * @param proposed limits and tables that come with it: its deadlines are counted by them
     */
    record Draft(String key, String xml, Set<String> catches, ProposedRules proposed) {}

    /**
     * Which cases: those received from one moment to before another whose events started the process.
     *
     * @param most of them, chosen without regard to what they are and the same each time
     * @param leftOut not to be looked at
     */
    record Wanted(Instant from, Instant to, int most, Set<PetitionId> leftOut) {}

    /**
     * What is to be assumed of a step that history does not know.
     *
     * @param step as {@code process/step}
     * @param outcome it ends with; empty where it is {@code like} another one
     * @param workingDays it takes
     * @param like the step of the record that it stands for, as {@code process/step}: it ends when and how that one did;
     *     null where it is new
     */
    record Assumption(
            String step,
            String outcome,
            int workingDays,
            @Nullable String like) {

        public Assumption(String step, String outcome, int workingDays) {
            this(step, outcome, workingDays, null);
        }

        public static Assumption like(String step, String recorded) {
            return new Assumption(step, "", 0, recorded);
        }
    }

    /** Who looks on while cases are followed, from several threads, one at a time. */
    interface Watching {

        /**
         * Some more were looked at.
         *
         * @param looked petitions of the period, of which {@code cases} began the process
         * @return false to end it
         */
        boolean took(int looked, List<Rehearsed> cases);
    }

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
            int cases) {

        public Parting of(int many) {
            return new Parting(after, recorded, now, many);
        }

        /** When timers are due differs from case to case; where they part does not. */
        public Parting withoutTimes() {
            return new Parting(without(after), without(recorded), without(now), cases);
        }

        private static @Nullable CourseStep without(@Nullable CourseStep step) {
            return step == null || step.sort() != CourseStep.Sort.TIMER
                    ? step
                    : new CourseStep(step.sort(), step.process(), step.at(), null);
        }
    }

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

    /** @throws RuntimeException when the engine itself refuses the draft */
    default Outcome rehearse(Draft draft, Wanted wanted) {
        Count count = new Count();
        rehearse(draft, wanted, List.of(), (looked, cases) -> {
            cases.forEach(count::add);
            return true;
        });
        return count.outcome();
    }

    /**
     * Ends when all are followed or whoever watches says so.
     *
     * @throws RuntimeException when the engine itself refuses the draft
     */
    void rehearse(Draft draft, Wanted wanted, List<Assumption> assumptions, Watching watching);

    /** The two courses of one case; empty when there is none, or it never began the process. */
    Optional<Rehearsed> one(Draft draft, PetitionId petition, List<Assumption> assumptions);

    /** How many petitions were received in the period. */
    int received(Wanted wanted);
}
