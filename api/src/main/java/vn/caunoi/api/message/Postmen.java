package vn.caunoi.api.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Carrier;

/** One for each carrier that a server is configured for. */
public final class Postmen {

    private final List<Postman> all;
    private final @Nullable LinkPostman links;

    Postmen(List<Postman> all, @Nullable LinkPostman links) {
        this.all = List.copyOf(all);
        this.links = links;
    }

    void round() {
        all.forEach(Postman::round);
        if (links != null) links.round();
    }

    boolean areNone() {
        return all.isEmpty();
    }

    /** Carriers whose messages are sent; those of others wait. */
    public List<Carrier> carriers() {
        return all.stream().map(Postman::carrier).toList();
    }
}
