package vn.caunoi.api.designer;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Running cases that somebody moves to another version together.
 *
 * @param mapping steps that go to one of another id, and with nothing those that stay
 * @param portion how many are ordered at once
 * @param undoes the batch that this one takes back
 */
public record MigrationBatch(
        String id,
        String process,
        int from,
        int to,
        Map<String, String> mapping,
        int portion,
        State state,
        @Nullable String note,
        @Nullable String undoes,
        Instant planned,
        String plannedBy,
        @Nullable Instant started,
        @Nullable String startedBy,
        @Nullable Instant ended) {

    /** How far a batch has come. One that runs and on which nobody works was interrupted. */
    public enum State {
        PLANNED,
        RUNNING,
        PAUSED,
        CANCELLED,
        DONE
    }

    /** How far a case of a batch has come. */
    public enum CaseState {
        /** It can move, and was not ordered to yet. */
        READY,
        /** It stands where the other version has no step. */
        BLOCKED,
        /** Its steps lead somewhere, but it could not go there; the detail says why. */
        REFUSED,
        /** It does not go back: it went on since it was moved. */
        WENT_ON,
        ORDERED,
        MOVED,
        /** An incident keeps it where it is. */
        FAILED,
        /** It ended, or follows another version. */
        GONE
    }

    /**
     * @param steps where it stands, or stood; {@code detail} why it does not move, or {@link #STUCK}
     * @param mapping its own, where it is not that of the batch
     */
    public record Case(
            String petition,
            CaseState state,
            String steps,
            @Nullable String detail,
            @Nullable Map<String, String> mapping) {

        /** It can move; an incident keeps it, and is tried again then. */
        public static final String STUCK = "stuck";
    }

    /** By how far they have come. */
    public record Counts(Map<CaseState, Integer> byState) {

        public int of(CaseState state) {
            return byState.getOrDefault(state, 0);
        }

        public int all() {
            return byState.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int ready() {
            return of(CaseState.READY);
        }

        public int pending() {
            return of(CaseState.ORDERED);
        }

        public int moved() {
            return of(CaseState.MOVED);
        }

        /** Named, and left where they are. */
        public int stay() {
            return of(CaseState.BLOCKED) + of(CaseState.REFUSED) + of(CaseState.WENT_ON);
        }

        public int failed() {
            return of(CaseState.FAILED);
        }

        public int gone() {
            return of(CaseState.GONE);
        }

        /** Of those that can move or could. */
        public int toMove() {
            return all() - stay();
        }

        public int done() {
            return moved() + failed() + gone();
        }
    }

    public boolean is(String name) {
        return state.name().equals(name);
    }
}
