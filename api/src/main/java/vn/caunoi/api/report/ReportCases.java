package vn.caunoi.api.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.report.ReportFacts;
import vn.caunoi.projections.report.ReportFacts.Behind;
import vn.caunoi.projections.report.ReportFacts.Item;
import vn.caunoi.projections.report.Submission;

/** Lists what a number counts: as submitted, or as it is now. */
@Component
public class ReportCases {
    private final ReportFacts facts;
    private final ReportReading reading;
    private final ReportFinder finder;

    ReportCases(ReportFacts facts, ReportReading reading, ReportFinder finder) {
        this.facts = facts;
        this.reading = reading;
        this.finder = finder;
    }

    /** What a number counts, with the edition and table it is defined by. */
    public record Listing(Which.Place place, Page<Behind> page) {}

    /** As the report shows it: as submitted while it stands, unless it is asked for as it is now. */
    public Listing of(
            Which which,
            @Nullable String table,
            @Nullable String column,
            boolean now,
            @Nullable String after,
            int limit) {
        Submission stands = now ? null : reading.standing(which).orElse(null);
        if (stands == null) {
            Which.Place place = place(which, table, column);
            return new Listing(place, facts.behind(counted(place), which.scope(), after, limit));
        }
        Which.Place place = place(reading.asSubmitted(which, stands), table, column);
        return new Listing(place, frozen(which, stands, place, after, limit));
    }

    private Page<Behind> frozen(
            Which which, Submission submission, Which.Place place, @Nullable String after, int limit) {
        Standing standing = Standing.of(submission, facts, which);
        List<Item> rest = standing.items(place.table(), counted(place)).stream()
                .filter(item -> after == null || item.subject().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        List<Item> page = rest.size() > limit ? rest.subList(0, limit) : rest;
        String next = rest.size() > limit ? page.getLast().subject() : null;
        return new Page<>(facts.shown(page, which.sight()), next);
    }

    /** What is typed in has no list. */
    private Which.Place place(Which which, @Nullable String table, @Nullable String column) {
        Which.Place place = finder.place(which, table, column);
        if (place.column().isWritten()) throw new NotFound();
        return place;
    }

    /** Of a share what stands above the line. */
    private static ReportColumn counted(Which.Place place) {
        ReportTable table = place.table();
        ReportColumn column = place.column();
        return column.isShare() ? table.column(column.over().getFirst()).orElseThrow() : column;
    }
}
