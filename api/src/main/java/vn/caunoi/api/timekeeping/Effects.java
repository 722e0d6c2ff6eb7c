package vn.caunoi.api.timekeeping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.timekeeping.Running;
import vn.caunoi.projections.timekeeping.RunningDeadlines.Timed;

/**
 * What a change would do to the deadlines that run.
 *
 * @param looked open deadlines that were looked at
 * @param sum of all units
 * @param units those where any moves, by their ids; without denunciations, which the sum alone has
 * @param items the page asked for, by unit and by the new due moment; no denunciation is among them
 * @param pages how many pages there are
 */
@Schema(name = "TimeChangeEffects")
public record Effects(int looked, Sum sum, List<Sum> units, List<Moved> items, int page, int pages) {

    static final int PAGE = 50;

    /**
     * @param unit null for all
     * @param moved deadlines that move
     * @param overdueAtOnce those of them that lie in the past at once
     * @param overdueNoMore those of them that passed and lie ahead again
     * @param missedStay those that passed and stay so, though with the change they would lie ahead
     * @param secret those of them in denunciations, which are counted only
     */
    @Schema(name = "TimeChangeSum")
    public record Sum(
            @Nullable UnitId unit, int moved, int overdueAtOnce, int overdueNoMore, int missedStay, int secret) {

        Sum and(Recounter.Move move, Instant now, boolean hidden) {
            if (move.stays()) return new Sum(unit, moved, overdueAtOnce, overdueNoMore, missedStay + 1, secret);
            return new Sum(
                    unit,
                    moved + 1,
                    overdueAtOnce + (!move.passed() && now.isAfter(move.due()) ? 1 : 0),
                    overdueNoMore + (move.passed() ? 1 : 0),
                    missedStay,
                    secret + (hidden ? 1 : 0));
        }

        static Sum of(@Nullable UnitId unit) {
            return new Sum(unit, 0, 0, 0, 0, 0);
        }
    }

    /** One deadline that moves. */
    @Schema(name = "MovedDeadline")
    public record Moved(
            String petition,
            String code,
            UnitId unit,
            String stage,
            Instant before,
            Instant due,
            boolean overdueAtOnce,
            boolean overdueNoMore) {}

    /** Gathers them case by case. */
    static final class Gathering {
        private final Recounter recounter;
        private final @Nullable UnitId only;
        private final SortedMap<String, Sum> units = new TreeMap<>();
        private final List<Moved> moved = new ArrayList<>();
        private Sum sum = Sum.of(null);
        private int looked;

        Gathering(Recounter recounter, @Nullable UnitId only) {
            this.recounter = recounter;
            this.only = only;
        }

        void take(Timed one) {
            for (Running deadline : one.deadlines()) {
                if (deadline.runs()) looked++;
                recounter.of(deadline).ifPresent(move -> add(one, deadline, move));
            }
        }

        private void add(Timed one, Running deadline, Recounter.Move move) {
            Instant now = recounter.now();
            sum = sum.and(move, now, one.secret());
            // by unit a single one would tell whoever designs or administers that there is a denunciation
            if (one.secret()) return;
            units.merge(
                    one.unit().value(),
                    Sum.of(one.unit()).and(move, now, false),
                    (had, more) -> had.and(move, now, false));
            boolean listed = only == null || only.equals(one.unit());
            if (move.stays() || !listed) return;
            moved.add(new Moved(
                    one.petition().value(),
                    one.code(),
                    one.unit(),
                    deadline.stage(),
                    move.before(),
                    move.due(),
                    !move.passed() && now.isAfter(move.due()),
                    move.passed()));
        }

        Effects page(int page) {
            moved.sort(Comparator.comparing((Moved one) -> one.unit().value())
                    .thenComparing(Moved::due)
                    .thenComparing(Moved::code)
                    .thenComparing(Moved::stage));
            int pages = (moved.size() + PAGE - 1) / PAGE;
            int shown = Math.clamp(page, 1, Math.max(pages, 1));
            int from = (shown - 1) * PAGE;
            List<Moved> items = List.copyOf(moved.subList(from, Math.min(from + PAGE, moved.size())));
            return new Effects(looked, sum, List.copyOf(units.values()), items, shown, pages);
        }
    }
}
