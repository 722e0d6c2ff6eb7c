package vn.caunoi.ops.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PointsWithdrawn;
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
        Optional<TaskOpened> task,
        @Nullable OfficerId holder,
        List<Integer> points,
        boolean accepted,
        boolean issued,
        boolean returned,
        boolean closed) {

    static SampleCase of(Stream<Recorded> history) {
        Fold fold = new Fold();
        try (history) {
            history.map(Recorded::payload).forEach(fold::take);
        }
        return new SampleCase(
                fold.open.values().stream().findFirst(),
                fold.holder,
                List.copyOf(fold.points),
                fold.accepted,
                fold.issued,
                fold.returned,
                fold.closed);
    }

    private static final class Fold {
        private final Map<TaskId, TaskOpened> open = new LinkedHashMap<>();
        private final List<Integer> points = new java.util.ArrayList<>();
        private @Nullable OfficerId holder;
        private boolean accepted;
        private boolean issued;
        private boolean returned;
        private boolean closed;

        void take(Object event) {
            switch (event) {
                case PetitionReceived e -> e.points().stream().map(Point::no).forEach(points::add);
                case PointsWithdrawn e -> points.removeAll(e.points());
                case TaskOpened e -> {
                    open.put(e.task(), e);
                    holder = e.assignee();
                }
                case TaskEvent.TaskClaimed e -> holder = e.by();
                case TaskEvent.TaskReassigned e -> holder = e.to();
                case TaskEvent.TaskCompleted e -> open.remove(e.task());
                case TaskEvent.TaskCancelled e -> open.remove(e.task());
                case PetitionAccepted e -> accepted = true;
                case ResolutionIssued e -> issued = true;
                case ResolutionReturned e -> returned = true;
                case PetitionClosed e -> closed = true;
                default -> {}
            }
        }
    }
}
