package vn.caunoi.api.designer;

import java.util.List;
import java.util.Map;
import vn.caunoi.processes.driver.Determinism.Finding;
import vn.caunoi.processes.driver.Rehearsal.Way;

/** Counts the cases that followed their models, and those that did not. */
final class Proven implements Going.Shown {

    private int followed;
    private int differ;

    RehearsalRows.Row row(Finding one) {
        boolean same = one.difference() == null;
        if (same) followed++;
        else differ++;
        return new RehearsalRows.Row(
                one.petition().value(), one.code(), (same ? Way.SAME : Way.FAILED).name(), null, one.difference());
    }

    @Override
    public RehearsalResult result() {
        return new RehearsalResult(followed, 0, 0, differ, 0, List.of(), Map.of(), Map.of(), List.of(), List.of());
    }
}
