package vn.caunoi.api.category;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the routing table as somebody wants it.
 *
 * @param kind left out: of any but denunciations
 * @param category id or name, with all that stands below it; left out: whatever it is about
 * @param places villages of the matter; left out: wherever
 * @param at for cases at this unit or one below it; left out: wherever they are
 * @param until last day; left out while it is not known
 * @param source the decision that shares the work out
 */
@Schema(name = "RoutingRowInput")
public record RoutingInput(
        @Nullable String kind,
        @Nullable String category,
        @Nullable List<@Nullable String> places,
        @Nullable String at,
        @Nullable String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String source) {}
