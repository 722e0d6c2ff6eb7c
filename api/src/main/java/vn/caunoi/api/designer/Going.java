package vn.caunoi.api.designer;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A rehearsal, or a proof, that goes on: cases are written as they come, how far it is about once a second. */
final class Going {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(700);

    /** What it has shown so far. */
    interface Shown {
        RehearsalResult result();
    }

    private final RehearsalRows rows;
    private final UUID id;
    private int looked;
    private int cases;
    private long told = System.nanoTime();

    Going(RehearsalRows rows, UUID id) {
        this.rows = rows;
        this.id = id;
    }

    /** @return false when it is to end */
    boolean took(int more, Stream<RehearsalRows.Row> found, Shown shown) {
        List<RehearsalRows.Row> some = found.toList();
        rows.took(id, cases + 1, some);
        looked += more;
        cases += some.size();
        if (System.nanoTime() - told < EVERY) return true;
        told = System.nanoTime();
        return rows.went(id, looked, cases, shown.result());
    }

    void finish(Shown shown) {
        rows.went(id, looked, cases, shown.result());
    }
}
