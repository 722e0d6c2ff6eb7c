package vn.caunoi.core.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All editions of one decision table, in the order they were published. */
public record TableEditions(List<TableEdition> all) {

    public static final TableEditions NONE = new TableEditions(List.of());

    public TableEditions {
        all = List.copyOf(all);
    }

    /** There is a stream for each table. */
    public static String stream(TableName table) {
        return "decision-table:" + table.word();
    }

    public TableEditions after(TablePublished event) {
        List<TableEdition> more = new ArrayList<>(all);
        more.add(event.edition());
        return new TableEditions(more);
    }

    /** Which answers on a day: of those that have begun the one that began last; empty before the first. */
    public Optional<TableEdition> on(LocalDate day) {
        // asked for every deadline, and mostly there is none
        if (all.isEmpty()) return Optional.empty();
        return all.stream()
                .filter(edition -> !edition.from().isAfter(day))
                .max(Comparator.comparing(TableEdition::from).thenComparing(TableEdition::number));
    }
}
