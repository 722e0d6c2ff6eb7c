package vn.caunoi.api.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import vn.caunoi.projections.report.ReportFacts.Behind;

/**
 * What has changed in a number since it was submitted.
 *
 * @param frozen the number then, {@code now} as it is counted now
 * @param added what is counted now and was not, {@code gone} the other way round
 * @param more how many of either are not listed
 */
@Schema(name = "ReportDifference")
public record Difference(
        String table, String column, long frozen, long now, List<Behind> added, List<Gone> gone, int more) {

    /** @param nowIn columns of the same table that count it now and did not before: it was changed */
    @Schema(name = "GoneFromReport")
    public record Gone(Behind item, List<String> nowIn) {}
}
