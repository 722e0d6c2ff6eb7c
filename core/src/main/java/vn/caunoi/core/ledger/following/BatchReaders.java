package vn.caunoi.core.ledger.following;

import java.util.List;
import java.util.Optional;

/** All that is derived in batches; declared as a bean. */
public record BatchReaders(List<BatchReader> all) {

    public BatchReaders {
        all = List.copyOf(all);
    }

    public Optional<BatchReader> named(String name) {
        return all.stream().filter(reader -> reader.name().equals(name)).findFirst();
    }
}
