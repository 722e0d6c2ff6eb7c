package vn.caunoi.ops.bench;

/**
 * What something cost, free of the machine's noise.
 *
 * @param trips round trips to the database
 * @param wal bytes of log the database wrote
 * @param ours CPU time of this process, in ms
 * @param databases CPU time of the database, in ms
 */
public record Spent(long trips, long wal, double ours, double databases) {

    public Spent since(Spent before) {
        return new Spent(trips - before.trips, wal - before.wal, ours - before.ours, databases - before.databases);
    }

    public double cpu() {
        return ours + databases;
    }
}
