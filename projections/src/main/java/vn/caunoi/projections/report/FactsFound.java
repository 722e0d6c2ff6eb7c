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
 */
record FactsFound(BitSet found, List<String> petitions, List<String> units) implements ReportFacts.Found {

    @Override
    public long count() {
        Set<String> once = new HashSet<>();
        found.stream().forEach(place -> once.add(petitions.get(place)));
        return once.size();
    }

    @Override
    public List<Item> items() {
        return found.stream()
                .mapToObj(petitions::get)
                .distinct()
                .sorted()
                .map(petition -> new Item(petition, Sort.PETITION, 1))
                .toList();
    }

    @Override
    public Map<UnitId, Long> byUnit() {
        Map<UnitId, Long> counts = new TreeMap<>(Comparator.comparing(UnitId::value));
        found.stream().forEach(place -> counts.merge(new UnitId(units.get(place)), 1L, Long::sum));
        return counts;
    }
}
