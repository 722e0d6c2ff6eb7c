package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.officer.HandInInput;

/** A list of those who signed, as it is copied from a sheet: one a line, name, address, identity number and phone. */
final class SignedList {

    private SignedList() {}

    static List<HandInInput.Petitioner> of(@Nullable String typed) {
        if (typed == null) return List.of();
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(SignedList::person)
                .toList();
    }

    private static HandInInput.Petitioner person(String line) {
        String[] cells = Arrays.copyOf(line.split("[;\t]", -1), 4);
        return new HandInInput.Petitioner(cell(cells, 0), cell(cells, 2), cell(cells, 1), cell(cells, 3), null, null);
    }

    private static @Nullable String cell(String[] cells, int at) {
        return cells[at] == null ? null : Lists.blankToNull(cells[at]);
    }
}
