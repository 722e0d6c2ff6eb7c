package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which rows stand elsewhere among those that both tables have: as few as could have been moved. */
final class RowOrder {

    /** No table that can be used has more rows; of a longer one nothing is told, for it would take the square of them. */
    private static final int MOST = 2_000;

    private RowOrder() {}

    static List<String> moved(List<String> before, List<String> now) {
        List<String> was = both(before, now);
        List<String> is = both(now, before);
        if (was.size() > MOST || is.size() > MOST) return List.of();
        Set<String> kept = inOrder(was, is);
        return is.stream().filter(row -> !kept.contains(row)).toList();
    }

    private static List<String> both(List<String> rows, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return rows.stream().filter(known::contains).toList();
    }

    /** The longest sequence that both have. */
    private static Set<String> inOrder(List<String> was, List<String> is) {
        int[][] longest = new int[was.size() + 1][is.size() + 1];
        for (int one = was.size() - 1; one >= 0; one--) {
            for (int other = is.size() - 1; other >= 0; other--) {
                longest[one][other] = was.get(one).equals(is.get(other))
                        ? longest[one + 1][other + 1] + 1
                        : Math.max(longest[one + 1][other], longest[one][other + 1]);
            }
        }
        List<String> kept = new ArrayList<>();
        int one = 0;
        int other = 0;
        while (one < was.size() && other < is.size()) {
            if (was.get(one).equals(is.get(other))) {
                kept.add(was.get(one++));
                other++;
            } else if (longest[one + 1][other] >= longest[one][other + 1]) one++;
            else other++;
        }
        return Set.copyOf(kept);
    }
}
