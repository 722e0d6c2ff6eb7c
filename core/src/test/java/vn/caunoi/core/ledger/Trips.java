package vn.caunoi.core.ledger;

import vn.caunoi.core.testing.CountedSockets;

/** Round trips of the tests of the ledger. */
final class Trips {
    private static final String NAME = "ledger";

    private Trips() {}

    static String counted(String url) {
        return CountedSockets.counted(url, NAME);
    }

    /** That the work waits for: what goes on beside it, in this program or another, costs it nothing. */
    static int during(Runnable work) {
        long before = CountedSockets.ownTrips(NAME);
        work.run();
        return Math.toIntExact(CountedSockets.ownTrips(NAME) - before);
    }
}
