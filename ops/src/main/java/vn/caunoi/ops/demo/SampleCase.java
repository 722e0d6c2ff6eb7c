package vn.caunoi.ops.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.petition.AnswerEvent.AnswerReturned;
import vn.caunoi.core.petition.AnswerEvent.AnswerSent;
import vn.caunoi.core.petition.AnswerEvent.AnswerUnsuitable;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PointsWithdrawn;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.RoundEvent.ResolutionIssued;
import vn.caunoi.core.petition.RoundEvent.ResolutionReturned;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.petition.TaskId;

/** Where a sample case stands, read from its own history. */
record SampleCase(
        List<TaskOpened> tasks,
        Map<TaskId, OfficerId> holders,
        List<Integer> points,
        boolean accepted,
        boolean issued,
        boolean returned,
        boolean answered,
        boolean closed) {

    static SampleCase of(Stream<Recorded> history) {
        Fold fold = new Fold();
        try (history) {
            history.map(Recorded::payload).forEach(fold::take);
        }
        return new SampleCase(
                List.copyOf(fold.open.values()),
                Map.copyOf(fold.holders),
                List.copyOf(fold.points),
                fold.accepted,
                fold.issued,
                fold.returned,
                fold.answered,
                fold.closed);
    }

    private static final class Fold {
        private final Map<TaskId, TaskOpened> open = new LinkedHashMap<>();
        private final List<Integer> points = new java.util.ArrayList<>();
        private final Map<TaskId, OfficerId> holders = new LinkedHashMap<>();
        private boolean accepted;
        private boolean issued;
        private boolean returned;
        private boolean answered;
        private boolean closed;

        void take(Object event) {
            switch (event) {
                case PetitionReceived e -> e.points().stream().map(Point::no).forEach(points::add);
                case PointsWithdrawn e -> points.removeAll(e.points());
                case TaskOpened e -> {
                    open.put(e.task(), e);
                    held(e.task(), e.assignee());
                }
                case TaskEvent.TaskClaimed e -> held(e.task(), e.by());
                case TaskEvent.TaskReassigned e -> held(e.task(), e.to());
                case TaskEvent.TaskCompleted e -> open.remove(e.task());
                case TaskEvent.TaskCancelled e -> open.remove(e.task());
                case PetitionAccepted e -> accepted = true;
                case ResolutionIssued e -> issued = true;
                case DenunciationEvent.DenunciationConcluded e -> issued = true;
                case ResolutionReturned e -> returned = true;
                case AnswerReturned e -> returned = true;
                case AnswerSent e -> answered = true;
                case AnswerUnsuitable e -> answered = false;
                case PetitionClosed e -> closed = true;
                case PetitionReopened e -> closed = false;
                default -> {}
            }
        }

        private void held(TaskId task, @Nullable OfficerId by) {
            if (by == null) holders.remove(task);
            else holders.put(task, by);
        }
    }
}
