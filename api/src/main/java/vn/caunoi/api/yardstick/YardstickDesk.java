package vn.caunoi.api.yardstick;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.yardstick.SurveyIndex;
import vn.caunoi.core.yardstick.YardstickCommand;
import vn.caunoi.core.yardstick.YardstickCommand.RecordSurvey;
import vn.caunoi.core.yardstick.YardstickCommand.SetTargets;
import vn.caunoi.core.yardstick.Yardsticks;
import vn.caunoi.core.yardstick.YardsticksInForce;
import vn.caunoi.core.yardstick.YearTarget;
import vn.caunoi.projections.directory.Directory;

/** Survey index and targets of units, year by year: what is known, and taking in a table of them. */
@Component
public class YardstickDesk {

    /** What is known of a unit in a year. */
    public record Known(
            UnitId unit,
            @Nullable SurveyIndex survey,
            @Nullable YearTarget target) {}

    /** @param units how many lines were taken; none when anything was wrong */
    public record Taken(int units, List<YardstickTrouble> wrong) {}

    private final YardsticksInForce inForce;
    private final Directory directory;
    private final Commands commands;

    YardstickDesk(YardsticksInForce inForce, Directory directory, Commands commands) {
        this.inForce = inForce;
        this.directory = directory;
        this.commands = commands;
    }

    /** Years of which anything is known, the last first. */
    public List<Integer> years() {
        return List.copyOf(inForce.yardsticks().years()).reversed();
    }

    public List<Known> of(int year) {
        Yardsticks known = inForce.yardsticks();
        return known.units(year).stream()
                .sorted(Comparator.comparing(UnitId::value))
                .map(unit -> new Known(
                        unit,
                        known.survey(unit, year).orElse(null),
                        known.target(unit, year).orElse(null)))
                .toList();
    }

    /** All lines of the table or none. What a line leaves open stays as it is known. */
    public Taken take(byte[] table, Actor by) {
        List<YardstickTrouble> wrong = new ArrayList<>();
        List<YardstickFile.Line> lines = YardstickFile.read(table, wrong);
        List<YardstickLine> read = new YardstickReading(directory.everyUnit(), wrong).read(lines);
        if (!wrong.isEmpty()) return new Taken(0, wrong);
        Map<Integer, List<YardstickLine>> years =
                read.stream().collect(Collectors.groupingBy(YardstickLine::year, TreeMap::new, Collectors.toList()));
        years.forEach((year, ofYear) -> send(year, ofYear, by));
        inForce.forget();
        return new Taken(read.size(), List.of());
    }

    private void send(int year, List<YardstickLine> lines, Actor by) {
        Yardsticks known = inForce.yardsticks();
        List<SurveyIndex> surveys = lines.stream()
                .filter(one -> one.index() != null)
                .map(one -> new SurveyIndex(one.unit(), Objects.requireNonNull(one.index()), one.asked()))
                .toList();
        List<YearTarget> targets = lines.stream()
                .filter(one -> one.targetIndex() != null || one.targetRating() != null)
                .map(one -> target(one, known.target(one.unit(), year).orElse(null)))
                .toList();
        if (!surveys.isEmpty()) send(new RecordSurvey(year, surveys, by), by);
        if (!targets.isEmpty()) send(new SetTargets(year, targets, by), by);
    }

    private static YearTarget target(YardstickLine line, @Nullable YearTarget before) {
        Integer rating = line.targetRating() == null && before != null ? before.rating() : line.targetRating();
        Integer index = line.targetIndex() == null && before != null ? before.index() : line.targetIndex();
        return new YearTarget(line.unit(), rating, index);
    }

    private void send(YardstickCommand order, Actor by) {
        commands.send(order, by.id().value());
    }
}
