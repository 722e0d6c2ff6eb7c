package vn.caunoi.api.moving;

import java.util.List;
import java.util.Set;
import vn.caunoi.api.text.Composed;

/**
 * A line of a file, nothing in it judged yet.
 *
 * @param line number in the file, from 1, of its first line where it has several
 * @param formulas places of cells that hold a formula instead of a value
 */
record SheetRow(long line, List<String> cells, Set<Integer> formulas) {

    SheetRow {
        cells = Composed.of(cells);
    }

    boolean isBlank() {
        return formulas.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
}
