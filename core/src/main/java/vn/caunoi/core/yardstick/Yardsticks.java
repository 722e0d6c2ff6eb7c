package vn.caunoi.core.yardstick;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.yardstick.YardstickEvent.HotSpotsSet;
import vn.caunoi.core.yardstick.YardstickEvent.SurveyRecorded;
import vn.caunoi.core.yardstick.YardstickEvent.TargetsSet;

/** The yardsticks as they are now. */
public final class Yardsticks {

    public static final Yardsticks NONE = new Yardsticks(Map.of(), Map.of(), new TreeMap<>());

    private record Of(UnitId unit, int year) {}

    private final Map<Of, SurveyIndex> surveys;
    private final Map<Of, YearTarget> targets;
    private final NavigableMap<LocalDate, HotSpotRule> hotSpots;

    private Yardsticks(
            Map<Of, SurveyIndex> surveys, Map<Of, YearTarget> targets, NavigableMap<LocalDate, HotSpotRule> hotSpots) {
        this.surveys = surveys;
        this.targets = targets;
        this.hotSpots = hotSpots;
    }

    public Yardsticks after(YardstickEvent event) {
        return switch (event) {
            case SurveyRecorded e ->
                new Yardsticks(with(surveys, e.year(), e.units(), SurveyIndex::unit), targets, hotSpots);
            case TargetsSet e ->
                new Yardsticks(surveys, with(targets, e.year(), e.units(), YearTarget::unit), hotSpots);
            case HotSpotsSet e -> {
                NavigableMap<LocalDate, HotSpotRule> next = new TreeMap<>(hotSpots);
                next.put(e.from(), e.rule());
                yield new Yardsticks(surveys, targets, next);
            }
        };
    }

    private static <T> Map<Of, T> with(Map<Of, T> known, int year, List<T> units, Function<T, UnitId> unit) {
        Map<Of, T> next = new HashMap<>(known);
        units.forEach(one -> next.put(new Of(unit.apply(one), year), one));
        return next;
    }

    public Optional<SurveyIndex> survey(UnitId unit, int year) {
        return Optional.ofNullable(surveys.get(new Of(unit, year)));
    }

    public Optional<YearTarget> target(UnitId unit, int year) {
        return Optional.ofNullable(targets.get(new Of(unit, year)));
    }

    /** The rule that holds on a day. */
    public HotSpotRule hotSpots(LocalDate on) {
        Map.Entry<LocalDate, HotSpotRule> rule = hotSpots.floorEntry(on);
        return rule == null ? HotSpotRule.SHIPPED : rule.getValue();
    }

    /** By their first day; {@link HotSpotRule#SHIPPED} holds before all of them. */
    public SortedMap<LocalDate, HotSpotRule> hotSpots() {
        return Collections.unmodifiableSortedMap(hotSpots);
    }

    /** Units of which anything is known in that year. */
    public Set<UnitId> units(int year) {
        return List.of(surveys.keySet(), targets.keySet()).stream()
                .flatMap(Collection::stream)
                .filter(one -> one.year() == year)
                .map(Of::unit)
                .collect(Collectors.toSet());
    }

    /** Years of which anything is known, the first first. */
    public Set<Integer> years() {
        return List.of(surveys.keySet(), targets.keySet()).stream()
                .flatMap(Collection::stream)
                .map(Of::year)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
