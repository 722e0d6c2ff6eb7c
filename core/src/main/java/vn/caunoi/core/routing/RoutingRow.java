package vn.caunoi.core.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;

/**
 * A row of the routing table that administrators keep.
 *
 * @param kind null: of any but denunciations, also while none is declared
 * @param category with all that stands below it; null: whatever it is about
 * @param places villages of the matter; empty: wherever
 * @param at for cases at this unit or one below it; null: wherever they are
 * @param unit where they belong
 * @param from first day, Asia/Ho_Chi_Minh; null: with all days
 * @param until last day; null while it is not known
 * @param source the decision that shares the work out
 */
public record RoutingRow(
        String id,
        @Nullable Kind kind,
        @Nullable String category,
        List<String> places,
        @Nullable UnitId at,
        UnitId unit,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String source) {

    public RoutingRow {
        places = List.copyOf(Objects.requireNonNullElse(places, List.of()));
    }

    public boolean isInForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
