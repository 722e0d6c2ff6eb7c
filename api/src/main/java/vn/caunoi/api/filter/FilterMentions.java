package vn.caunoi.api.filter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.caunoi.api.directory.Mention;
import vn.caunoi.api.directory.NamesUnits;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.directory.Directory;

/** Saved filters that ask for a unit or are shared with one. Only whose and how many: what they are called may be a name. */
@Component
class FilterMentions implements NamesUnits {

    private final FilterRows rows;
    private final FilterDesk filters;
    private final Directory directory;

    FilterMentions(FilterRows rows, FilterDesk filters, Directory directory) {
        this.rows = rows;
        this.filters = filters;
        this.directory = directory;
    }

    @Override
    public List<Mention> of(List<Directory.Unit> units, LocalDate from, Actor reader) {
        List<FilterRows.Row> all = rows.all();
        List<Mention> found = new ArrayList<>();
        for (Directory.Unit unit : units) {
            Map<String, Long> byOwner = all.stream()
                    .filter(row -> names(row, unit.id()))
                    .collect(Collectors.groupingBy(FilterRows.Row::owner, TreeMap::new, Collectors.counting()));
            byOwner.forEach((owner, n) -> found.add(new Mention(unit.id(), "filter", named(owner) + ": " + n, null)));
        }
        return found;
    }

    private boolean names(FilterRows.Row row, UnitId unit) {
        return unit.value().equals(row.unit())
                || filters.asksFor(row.list(), row.kept().query(), unit);
    }

    private String named(String owner) {
        return directory
                        .officer(new OfficerId(owner))
                        .map(Directory.Officer::name)
                        .orElse(owner) + " (" + owner + ")";
    }
}
