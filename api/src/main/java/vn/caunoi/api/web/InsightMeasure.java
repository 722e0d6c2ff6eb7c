package vn.caunoi.api.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.caunoi.projections.insight.Spread;
import vn.caunoi.projections.insight.StepFigures;

/** What a drawing can be lit by, and a table of steps sorted by. */
enum InsightMeasure {
    NOW(step -> (double) step.now(), Unit.COUNT),
    PASSAGES(step -> (double) step.passages(), Unit.COUNT),
    WAITING(step -> median(step.waiting()), Unit.DAYS),
    WAITING_NINTH(step -> ninth(step.waiting()), Unit.DAYS),
    WORKING(step -> median(step.working()), Unit.DAYS),
    WORKING_NINTH(step -> ninth(step.working()), Unit.DAYS),
    LATE(StepFigures::shareLate, Unit.SHARE),
    WAITED(StepFigures::waited, Unit.DAYS);

    /** What its numbers are. */
    enum Unit {
        COUNT,
        /** Working days. */
        DAYS,
        SHARE
    }

    private static final int LEVELS = 5;

    private final Function<StepFigures, @Nullable Double> of;
    private final Unit unit;

    InsightMeasure(Function<StepFigures, @Nullable Double> of, Unit unit) {
        this.of = of;
        this.unit = unit;
    }

    public @Nullable Double of(StepFigures step) {
        return of.apply(step);
    }

    public Unit unit() {
        return unit;
    }

    /** From 1 to 5 in proportion to the most there is; 0 for nothing. */
    static int level(@Nullable Double value, double most) {
        if (value == null || value <= 0 || most <= 0) return 0;
        return Math.clamp((int) Math.ceil(value / most * LEVELS), 1, LEVELS);
    }

    private static @Nullable Double median(@Nullable Spread spread) {
        return spread == null ? null : spread.median();
    }

    private static @Nullable Double ninth(@Nullable Spread spread) {
        return spread == null ? null : spread.ninth();
    }
}
