package vn.caunoi.processes.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;

/**
 * The cases that run on a version of a model, and their move to another one: page by page, each by an order of its own
 * that is recorded, so that one that cannot move keeps no other back. Asked again it takes those that are left.
 */
public final class RunningCases {

    private static final int PORTION = 100;
    private static final int MOST_EXAMPLES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Why a case does not move: it stands where the other version has no step, the driver would not be able to move it,
     * or was not.
     */
    public enum Hindrance {
        NO_SUCH_STEP,
        WOULD_BE_REFUSED,
        COULD_NOT_MOVE
    }

    /**
     * A case that does not move.
     *
     * @param code of the petition
     * @param activity id of the step where it stands, if it is known
     * @param detail plain sentence without personal data
     */
    public record Example(
            PetitionId petition, String code, @Nullable String activity, Hindrance reason, String detail) {}

    /**
     * What would become of the cases, or has.
     *
     * @param cases that ran on the version
     * @param movable of these, those that stand at steps the other version has too, and go there
     * @param blocked the others: no order is given for them
     * @param moved of the movable, those that follow the other version now; none in a dry run
     * @param failed those that an incident keeps on the old version
     * @param pending those that were ordered and that the driver has not come to yet
     * @param examples at most 20 of the blocked and failed
     */
    public record Outcome(
            int cases, int movable, int blocked, int moved, int failed, int pending, List<Example> examples) {

        /** The same, in which these are counted and not named. */
        public Outcome without(Set<PetitionId> petitions) {
            List<Example> named = examples.stream()
                    .filter(one -> !petitions.contains(one.petition()))
                    .toList();
            return new Outcome(cases, movable, blocked, moved, failed, pending, named);
        }
    }

    private final CaseMoves moves;

    RunningCases(CaseMoves moves) {
        this.moves = moves;
    }

    /** Says what {@link #move} would do; nothing is ordered. Both versions are published. */
    public Outcome tryOut(CaseMoves.Way way) {
        Count count = new Count();
        moves.judge(way, page -> count.judged(page, way));
        return count.outcome();
    }

    /**
     * Orders every case that can move, and waits until the driver has followed the orders.
     *
     * @param by a designer; others are refused by the petitions
     */
    public Outcome move(CaseMoves.Way way, Actor by) {
        Count count = new Count();
        moves.judge(way, page -> {
            List<String> movable = count.judged(page, way);
            for (int from = 0; from < movable.size(); from += PORTION)
                move(movable.subList(from, Math.min(from + PORTION, movable.size())), way, by, count);
        });
        return count.outcome();
    }

    private void move(List<String> movable, CaseMoves.Way way, Actor by, Count count) {
        List<String> ordered = movable.stream()
                .filter(petition -> order(petition, way, by, count))
                .toList();
        moves.await(ordered, PATIENCE);
        for (String petition : ordered)
            switch (moves.became(petition, way.process(), way.from(), way.to())) {
                case CaseMoves.Moved moved -> count.moved++;
                // it has ended, or goes on elsewhere: the order found it no more on the old version
                case CaseMoves.Gone gone -> count.moved++;
                case CaseMoves.Waiting waiting -> count.pending++;
                case CaseMoves.Failed failed -> count.failed(petition, failed);
            }
    }

    /** A case that has ended or moved meanwhile is none of them any more. */
    private boolean order(String petition, CaseMoves.Way way, Actor by, Count count) {
        boolean ordered = moves.order(new Report.OrderMigration(
                new PetitionId(petition), way.process(), way.from(), way.to(), way.steps(), null, by));
        if (!ordered) {
            count.cases--;
            count.movable--;
        }
        return ordered;
    }

    private final class Count {
        private int cases;
        private int movable;
        private int blocked;
        private int moved;
        private int failed;
        private int pending;
        private final List<Example> examples = new ArrayList<>();

        /** Counts who cannot move; answers the others. */
        List<String> judged(List<CaseMoves.Judged> page, CaseMoves.Way way) {
            cases += page.size();
            page.stream().filter(one -> !one.canMove()).forEach(one -> blocked(one, way.to()));
            List<String> left = page.stream()
                    .filter(CaseMoves.Judged::canMove)
                    .map(CaseMoves.Judged::petition)
                    .toList();
            movable += left.size();
            return left;
        }

        private void blocked(CaseMoves.Judged one, int to) {
            blocked++;
            String refused = one.refused();
            if (refused != null) {
                example(one.petition(), String.join(", ", one.steps()), Hindrance.WOULD_BE_REFUSED, refused);
                return;
            }
            String step = String.join(", ", one.missing());
            example(one.petition(), step, Hindrance.NO_SUCH_STEP, "Version " + to + " has no such step: " + step);
        }

        void failed(String petition, CaseMoves.Failed why) {
            failed++;
            example(petition, why.step(), Hindrance.COULD_NOT_MOVE, why.cause());
        }

        private void example(String petition, @Nullable String step, Hindrance reason, String detail) {
            if (examples.size() >= MOST_EXAMPLES) return;
            examples.add(new Example(new PetitionId(petition), moves.code(petition), step, reason, detail));
        }

        Outcome outcome() {
            return new Outcome(cases, movable, blocked, moved, failed, pending, List.copyOf(examples));
        }
    }
}
