package vn.caunoi.processes.simulation;

/**
 * One task within the way of a case.
 *
 * @param step id in the diagram
 * @param line whose work it is; empty for nobody's, which waits for nobody
 * @param after place of the task that it follows within the way; -1 for the beginning
 * @param lag from the end of that until this one comes
 * @param length how long somebody works at it
 */
public record Work(String step, String line, int after, double lag, double length) {

    /** Nobody's. */
    public static final String NOBODY = "";

    Work lasting(double other) {
        return new Work(step, line, after, lag, other);
    }

    Work following(int other, double later) {
        return new Work(step, line, other, later, length);
    }

    /** As if it were not there: what follows it comes at once. */
    Work left() {
        return new Work(step, NOBODY, after, lag, 0);
    }
}
