package vn.caunoi.api.supervisor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.yardstick.SurveyIndex;
import vn.caunoi.core.yardstick.YardsticksInForce;
import vn.caunoi.core.yardstick.YearTarget;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Oversight;
import vn.caunoi.projections.oversight.RatingLine;

/** How citizens rate their own cases, beside what a survey by sample found out, each beside its target: two figures, kept apart. */
@Component
public class RatingDesk {

    /**
     * @param unit null for all of them together, of which no survey tells
     * @param mean of those that were rated, 1 (worst) to 5; null when none was, and {@code targetMean} null where none is set
     * @param index in percent, {@code asked} how many were asked; null where no survey is known
     */
    public record Row(
            @Nullable UnitId unit,
            long closed,
            long rated,
            @Nullable Double response,
            @Nullable Double mean,
            @Nullable Double targetMean,
            @Nullable Double index,
            @Nullable Integer asked,
            @Nullable Double targetIndex) {

        /** Null where there is nothing to compare. */
        public @Nullable Boolean meanReached() {
            return reached(mean, targetMean);
        }

        public @Nullable Boolean indexReached() {
            return reached(index, targetIndex);
        }

        private static @Nullable Boolean reached(@Nullable Double is, @Nullable Double target) {
            return is == null || target == null ? null : is >= target;
        }
    }

    private static final double HUNDREDTHS = 100.0;

    private final Oversight oversight;
    private final YardsticksInForce yardsticks;

    RatingDesk(Oversight oversight, YardsticksInForce yardsticks) {
        this.oversight = oversight;
        this.yardsticks = yardsticks;
    }

    /** One for each unit of which anything is known in the year, and all of them together at the end; none when nothing is. */
    public List<Row> of(int year, Visibility sight) {
        List<RatingLine> lines = oversight.ratings(first(year), last(year), sight);
        Map<String, RatingLine> rated = lines.stream().collect(Collectors.toMap(RatingLine::unit, Function.identity()));
        TreeSet<String> units = new TreeSet<>(rated.keySet());
        yardsticks.yardsticks().units(year).stream()
                .filter(sight::sees)
                .map(UnitId::value)
                .forEach(units::add);
        List<Row> rows = new ArrayList<>();
        for (String unit : units) {
            RatingLine line = rated.getOrDefault(unit, new RatingLine(unit, 0, 0, null));
            rows.add(row(new UnitId(unit), line, year));
        }
        if (!rows.isEmpty()) rows.add(together(lines));
        return rows;
    }

    private Row row(UnitId unit, RatingLine line, int year) {
        SurveyIndex survey = yardsticks.yardsticks().survey(unit, year).orElse(null);
        YearTarget target = yardsticks.yardsticks().target(unit, year).orElse(null);
        return new Row(
                unit,
                line.closed(),
                line.rated(),
                line.responseRate(),
                line.mean(),
                target == null ? null : whole(target.rating()),
                survey == null ? null : whole(survey.hundredths()),
                survey == null ? null : survey.asked(),
                target == null ? null : whole(target.index()));
    }

    private static Row together(List<RatingLine> lines) {
        long closed = lines.stream().mapToLong(RatingLine::closed).sum();
        long rated = lines.stream().mapToLong(RatingLine::rated).sum();
        double points = lines.stream()
                .mapToDouble(one -> one.mean() == null ? 0 : one.mean() * one.rated())
                .sum();
        RatingLine all = new RatingLine("", closed, rated, rated == 0 ? null : points / rated);
        return new Row(null, closed, rated, all.responseRate(), all.mean(), null, null, null, null);
    }

    private static @Nullable Double whole(@Nullable Integer hundredths) {
        return hundredths == null ? null : hundredths / HUNDREDTHS;
    }

    public static LocalDate first(int year) {
        return LocalDate.of(year, 1, 1);
    }

    public static LocalDate last(int year) {
        return LocalDate.of(year, 12, 31);
    }
}
