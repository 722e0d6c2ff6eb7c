package vn.caunoi.core.report;

import java.util.List;

/**
 * What was counted in a submitted report.
 *
 * @param subject id of a petition, visit or reception day; {@code sort} which of them
 * @param weight how much it counts: 1, or how many people came
 * @param figures places in the list of figures, from 0
 */
public record Listed(String subject, String sort, int weight, List<Integer> figures) {
    public Listed {
        figures = List.copyOf(figures);
    }
}
