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

    /** What a group is for. */
    public enum Kind {
        /** Appends events itself; a failing event stops its segment, so it must park failures on its own. */
        DRIVER,
        /** Only reads; a failing event and those after it in the same stream go to the dead letters. */
        PROJECTION
    }

    public ProcessorSettings {
        if (batchSize < 1 || batchSize > 32) {
            throw new IllegalArgumentException("a batch has 1 to 32 events, not " + batchSize);
        }
    }

    public static ProcessorSettings driver(String name) {
        return new ProcessorSettings(name, Kind.DRIVER, 32, 1);
    }

    public static ProcessorSettings projection(String name) {
        return new ProcessorSettings(name, Kind.PROJECTION, 32, 1);
    }

    public ProcessorSettings withBatchSize(int events) {
        return new ProcessorSettings(name, kind, events, segments);
    }

    public ProcessorSettings withSegments(int parts) {
        return new ProcessorSettings(name, kind, batchSize, parts);
    }
}
