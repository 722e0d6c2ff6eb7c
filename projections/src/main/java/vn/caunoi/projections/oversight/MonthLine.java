package vn.caunoi.projections.oversight;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A month of one unit or one officer. Each number is the count of exactly the cases that {@link Oversight#behindMonth} lists.
 *
 * @param who id of the unit or officer; null for cases nobody was responsible for
 * @param first over the cases of {@link MonthFigure#ANSWERED}; null when there are none
 */
public record MonthLine(
        @Nullable String who,
        Map<MonthFigure, Long> counts,
        @Nullable AnswerTime first) {

    public long count(MonthFigure figure) {
        return counts.getOrDefault(figure, 0L);
    }

    /**
     * The official rate of late cases: (late in process + finished late) / (received + carried over).
     *
     * @return null when there was nothing to do
     */
    public @Nullable Double lateRate() {
        return Figures.lateRate(
                count(MonthFigure.OPEN_OVERDUE) + count(MonthFigure.CLOSED_LATE),
                count(MonthFigure.RECEIVED) + count(MonthFigure.CARRIED_OVER));
    }
}
