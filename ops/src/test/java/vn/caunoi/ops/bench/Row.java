package vn.caunoi.ops.bench;

/** A row of the suite while it runs: what both sides need is there. */
public interface Row extends AutoCloseable {

    /**
     * Measures ours, then the peer, and so on.
     *
     * @param times so many pairs of each measure
     * @throws WrongResult when the two sides, or ours and the truth, are not the same
     */
    void measure(Pairs pairs, int times);

    /** Leaves nothing behind that a later row would see. */
    @Override
    void close();

    /** Prepares a row. */
    @FunctionalInterface
    interface Making {
        Row on(Ground ground);
    }

    /**
     * A row that can be asked for.
     *
     * @param id as in the table of goals
     * @param heavy takes minutes: three pairs at a smaller size unless everything is asked for
     * @param seconds it takes at the usual size, on the machine of docs/performance.md
     */
    record Entry(String id, String name, boolean heavy, int seconds, Making making) {}
}
