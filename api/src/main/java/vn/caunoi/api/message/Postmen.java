package vn.caunoi.api.message;

import java.util.List;
import vn.caunoi.core.petition.Carrier;

/** One for each carrier that a server is configured for. */
public final class Postmen {

    private final List<Postman> all;

    Postmen(List<Postman> all) {
        this.all = List.copyOf(all);
    }

    void round() {
        all.forEach(Postman::round);
    }

    boolean areNone() {
        return all.isEmpty();
    }

    /** Carriers whose messages are sent; those of others wait. */
    public List<Carrier> carriers() {
        return all.stream().map(Postman::carrier).toList();
    }
}
