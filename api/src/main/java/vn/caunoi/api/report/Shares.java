package vn.caunoi.api.report;

import java.util.List;
import java.util.Map;

/** What stands above or below the line of a share. */
final class Shares {

    private Shares() {}

    static long sum(List<String> columns, Map<String, Long> values) {
        return columns.stream().mapToLong(id -> values.getOrDefault(id, 0L)).sum();
    }
}
