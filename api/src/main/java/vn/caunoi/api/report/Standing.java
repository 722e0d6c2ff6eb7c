package vn.caunoi.api.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.report.Figure;
import vn.caunoi.core.report.Listed;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.projections.report.ReportFacts;
import vn.caunoi.projections.report.ReportFacts.Item;
import vn.caunoi.projections.report.ReportFacts.Sort;
import vn.caunoi.projections.report.Submission;

/** A submission as its reader sees it: what is not there for them is neither listed nor counted. */
final class Standing {
    private final Map<String, Figure> figures = new HashMap<>();
    private final Map<String, List<Item>> items = new HashMap<>();

    Standing(Submission submission, Set<String> hidden) {
        List<Figure> all = submission.figures();
        all.forEach(figure -> figures.put(key(figure.table(), figure.column()), figure));
        for (Listed one : submission.cases()) {
            if (hidden.contains(one.subject())) continue;
            Item item = new Item(one.subject(), Sort.valueOf(one.sort()), one.weight());
            for (int place : one.figures()) {
                Figure figure = all.get(place);
                items.computeIfAbsent(key(figure.table(), figure.column()), first -> new ArrayList<>())
                        .add(item);
            }
        }
        items.values().forEach(list -> list.sort(Comparator.comparing(Item::subject)));
    }

    static Standing of(Submission submission, ReportFacts facts, Which which) {
        List<String> subjects =
                submission.cases().stream().map(Listed::subject).distinct().toList();
        return new Standing(submission, facts.hidden(subjects, which.sight()));
    }

    List<Item> items(ReportTable table, ReportColumn column) {
        return items.getOrDefault(key(table.id(), column.id()), List.of());
    }

    /** Null for what nobody typed. */
    @Nullable Long value(ReportTable table, ReportColumn column) {
        Figure figure = figures.get(key(table.id(), column.id()));
        if (!column.any().isEmpty() && (figure == null || !figure.typed()))
            return items(table, column).stream().mapToLong(Item::weight).sum();
        return figure == null ? null : figure.value();
    }

    /** Whether something was written in the place of what was counted. */
    boolean isCorrected(ReportTable table, ReportColumn column) {
        Figure figure = figures.get(key(table.id(), column.id()));
        return column.isCorrectable() && figure != null && figure.typed();
    }

    private static String key(String table, String column) {
        return table + " " + column;
    }
}
