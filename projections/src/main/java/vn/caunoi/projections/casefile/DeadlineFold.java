package vn.caunoi.projections.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineApproaching;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineContinued;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineDropped;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineExtended;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed;
import vn.caunoi.core.petition.DeadlineEvent.DeadlinePaused;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineRecalculated;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineSet;
import vn.caunoi.projections.casefile.Part.DeadlineState;

/** The deadlines: at most one of a stage word is neither met nor dropped. */
final class DeadlineFold {
    private DeadlineFold() {}

    static void apply(CaseDraft file, DeadlineEvent event) {
        switch (event) {
            case DeadlineSet e -> set(file, e);
            case DeadlineMet e -> restate(file, e, deadline -> deadline.met(e.on(), e.late()));
            case DeadlineDropped e -> change(file, e, deadline -> deadline.state(DeadlineState.DROPPED));
            case DeadlineApproaching e -> change(file, e, Deadline::warned);
            case DeadlineMissed e -> change(file, e, deadline -> deadline.state(DeadlineState.MISSED));
            case DeadlineExtended e -> change(file, e, deadline -> deadline.extended(e.due(), e.explanation()));
            case DeadlinePaused e -> change(file, e, deadline -> deadline.state(DeadlineState.PAUSED));
            case DeadlineContinued e -> change(file, e, deadline -> deadline.continued(e.due(), e.explanation()));
            case DeadlineRecalculated e -> restate(file, e, deadline -> deadline.recalculated(e));
        }
    }

    private static void set(CaseDraft file, DeadlineSet e) {
        change(file, e, replaced -> replaced.state(DeadlineState.DROPPED));
        List<Deadline> deadlines = new ArrayList<>(file.deadlines);
        deadlines.add(new Deadline(
                e.stage(),
                e.due(),
                DeadlineState.OPEN,
                false,
                e.basis(),
                e.from(),
                e.limit(),
                e.rule(),
                e.version(),
                e.calendar(),
                e.source(),
                e.explanation(),
                null,
                false,
                null));
        file.deadlines = List.copyOf(deadlines);
    }

    private static void change(CaseDraft file, DeadlineEvent event, UnaryOperator<Deadline> to) {
        file.deadlines = file.deadlines.stream()
                .map(deadline ->
                        deadline.stage().equals(event.stage()) && unsettled(deadline) ? to.apply(deadline) : deadline)
                .toList();
    }

    /** After a correction, one that was met already is counted and met once more. */
    private static void restate(CaseDraft file, DeadlineEvent event, UnaryOperator<Deadline> to) {
        boolean runs = file.deadlines.stream()
                .anyMatch(deadline -> deadline.stage().equals(event.stage()) && unsettled(deadline));
        if (runs) change(file, event, to);
        else
            file.deadlines = file.deadlines.stream()
                    .map(deadline -> deadline.stage().equals(event.stage()) && deadline.state() == DeadlineState.MET
                            ? to.apply(deadline)
                            : deadline)
                    .toList();
    }

    private static boolean unsettled(Deadline deadline) {
        return deadline.state() != DeadlineState.MET && deadline.state() != DeadlineState.DROPPED;
    }
}
