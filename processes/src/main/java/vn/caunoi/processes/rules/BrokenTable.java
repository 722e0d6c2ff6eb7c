package vn.caunoi.processes.rules;

import org.jspecify.annotations.Nullable;

/** A decision table that cannot be used, or gives more than one answer; the message names the row and says why. */
public final class BrokenTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenTable(String table, String why) {
        this(table, why, null);
    }

    BrokenTable(String table, String why, @Nullable Throwable cause) {
        super(table + ": " + why, cause);
    }
}
