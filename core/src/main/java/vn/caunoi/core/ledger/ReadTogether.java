package vn.caunoi.core.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Streams that a unit of work is going to read and nobody else writes meanwhile, for it holds their locks. The first that is
 * read brings all of them, in one statement; each is kept until the unit of work ends or appends to it.
 */
final class ReadTogether {

    private static final String KEY = "ledger.read-together";

    private final Set<String> expected = new LinkedHashSet<>();
    private final Map<String, List<DomainEventMessage<?>>> read = new HashMap<>();

    private ReadTogether() {}

    /** @param streams whose locks this unit of work holds; without one each is read by itself, as ever */
    static void expect(Collection<String> streams) {
        if (streams.isEmpty() || !CurrentUnitOfWork.isStarted()) return;
        ReadTogether together = CurrentUnitOfWork.get().root().getOrComputeResource(KEY, none -> new ReadTogether());
        together.expected.addAll(streams);
        together.expected.removeAll(together.read.keySet());
    }

    static Optional<ReadTogether> current() {
        return CurrentUnitOfWork.map(UnitOfWork::root).map(root -> (ReadTogether) root.getResource(KEY));
    }

    /**
     * Empty for a stream that nobody expected, or that has to be read by itself.
     *
     * @param reading answers whole streams, and leaves out what is better read otherwise
     */
    Optional<List<DomainEventMessage<?>>> of(
            String stream, Function<Set<String>, Map<String, List<DomainEventMessage<?>>>> reading) {
        if (expected.contains(stream)) {
            Set<String> all = Set.copyOf(expected);
            expected.clear();
            read.putAll(reading.apply(all));
        }
        return Optional.ofNullable(read.get(stream));
    }

    /** It has grown. */
    void forget(String stream) {
        expected.remove(stream);
        read.remove(stream);
    }
}
