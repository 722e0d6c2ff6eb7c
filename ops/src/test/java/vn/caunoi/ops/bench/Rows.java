package vn.caunoi.ops.bench;

import java.util.List;
import java.util.Optional;
import vn.caunoi.ops.bench.inbox.BadgeCounts;
import vn.caunoi.ops.bench.inbox.DeepPage;
import vn.caunoi.ops.bench.inbox.FirstPage;
import vn.caunoi.ops.bench.inbox.SelectiveGroup;

/** All rows, in the order in which they share what they prepare. */
final class Rows {
    static final List<Row.Entry> ALL = List.of(
            new Row.Entry(
                    "3", "inbox page of 50, three groups, by due date: Camunda's task query", false, FirstPage::new),
            new Row.Entry("3b", "inbox page 1,000: our first page", false, DeepPage::new),
            new Row.Entry("3c", "inbox of a group with few tasks: Camunda's task query", false, SelectiveGroup::new),
            new Row.Entry("3d", "badge counts: Camunda's count", false, BadgeCounts::new));

    private Rows() {}

    static Optional<Row.Entry> named(String id) {
        return ALL.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
