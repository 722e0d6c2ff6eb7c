package vn.caunoi.core.ledger;

/**
 * Declared as a bean by whoever has event handlers with {@code @ProcessingGroup(name)}: the group then follows the
 * ledger from its first event, wakes at each commit, and keeps its position in the transaction of its writes.
 *
 * @param name of the processing group
 * @param kind decides what a failing event does
 * @param batchSize most events in one transaction; a lost race costs the whole batch
 * @param segments how many parts of the group may run side by side at first, over all nodes; overridden by the
 *     property {@code caunoi.processors.<name>.segments}
 */
public record ProcessorSettings(String name, Kind kind, int batchSize, int segments) {

    /** With a savepoint for each event. */
    private static final int MOST_ONE_BY_ONE = 32;

    private static final int MOST = 1_000;

    /** What a group is for. */
    public enum Kind {
        /**
         * Appends events itself; a failing event stops its segment, so it must park failures on its own. It locks what
         * it follows before it begins, so that it loses no race, and others wait for it to the end of the batch.
         */
        DRIVER,
        /** Only reads; a failing event and those after it in the same stream go to the dead letters. */
        PROJECTION,
        /**
         * As a projection, but what its handlers write they collect for the end of the batch, and when they do write
         * one by one they go back to a savepoint of their own. Needs none for each event, so batches may be large.
         */
        COLLECTING
    }

    public ProcessorSettings {
        int most = kind == Kind.PROJECTION ? MOST_ONE_BY_ONE : MOST;
        if (batchSize < 1 || batchSize > most) {
            throw new IllegalArgumentException("a batch has 1 to " + most + " events, not " + batchSize);
        }
    }

    public static ProcessorSettings driver(String name) {
        return new ProcessorSettings(name, Kind.DRIVER, 128, 1);
    }

    public static ProcessorSettings projection(String name) {
        return new ProcessorSettings(name, Kind.PROJECTION, 32, 1);
    }

    public static ProcessorSettings collecting(String name) {
        return new ProcessorSettings(name, Kind.COLLECTING, 256, 1);
    }

    public ProcessorSettings withBatchSize(int events) {
        return new ProcessorSettings(name, kind, events, segments);
    }

    public ProcessorSettings withSegments(int parts) {
        return new ProcessorSettings(name, kind, batchSize, parts);
    }
}
