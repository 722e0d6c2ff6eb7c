package vn.caunoi.ops.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run of the suite found.
 *
 * @param wrong rows whose results were not right, with what was wrong
 */
record Result(Map<String, Object> machine, Size size, List<Ran> rows, Map<String, String> wrong, Duration took) {

    /** A row that was run. */
    record Ran(
            Row.Entry row,
            List<Figures> figures,
            Map<String, Map<String, Map<Double, Double>>> curves,
            Map<String, String> remarks,
            Duration took) {}
}
