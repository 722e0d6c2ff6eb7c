package vn.caunoi.projections.report;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.report.ReportFacts.Item;
import vn.caunoi.projections.report.ReportFacts.Sort;

/**
 * What a column counts of the facts of petitions: a petition once, however often and for whichever unit it was found.
 *
 * @param found places in the lists of petitions and of the units they count for
 * @param amounts by place, where amounts are summed up; empty where petitions are counted
 */
record FactsFound(BitSet found, Map<Integer, Long> amounts, List<String> petitions, List<String> units)
        implements ReportFacts.Found {

    @Override
    public long count() {
        if (!amounts.isEmpty()) return found.stream().mapToLong(this::weight).sum();
        Set<String> once = new HashSet<>();
        found.stream().forEach(place -> once.add(petitions.get(place)));
        return once.size();
    }

    @Override
    public List<Item> items() {
        Map<String, Long> weights = new TreeMap<>();
        found.stream()
                .forEach(place -> weights.merge(
                        petitions.get(place), weight(place), (one, other) -> amounts.isEmpty() ? one : one + other));
        return weights.entrySet().stream()
                .map(one -> new Item(one.getKey(), Sort.PETITION, Math.toIntExact(one.getValue())))
                .toList();
    }

    private long weight(int place) {
        return amounts.isEmpty() ? 1 : amounts.getOrDefault(place, 0L);
    }

    @Override
    public Map<UnitId, Long> byUnit() {
        Map<UnitId, Long> counts = new TreeMap<>(Comparator.comparing(UnitId::value));
        found.stream().forEach(place -> counts.merge(new UnitId(units.get(place)), weight(place), Long::sum));
        return counts;
    }
}
