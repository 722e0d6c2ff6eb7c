package vn.caunoi.processes.driver;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import vn.caunoi.processes.driver.Places.Kept;
import vn.caunoi.processes.driver.Places.Running;
import vn.caunoi.processes.driver.Places.RunningTimer;

/**
 * What a batch of the driver has read of its petitions, all of which it has locked: read together at its beginning, so
 * that the usual event asks nothing. What is changed is read again; so is all of a petition when a move of it failed.
 */
final class BatchView {

    private static final String KEY = "driver.view";

    /** One kind of thing known of petitions. */
    static final class Known<T> {
        private final Map<String, T> known = new HashMap<>();

        T of(String petition, Function<String, T> read) {
            return known.computeIfAbsent(petition, read);
        }

        void fill(Collection<String> petitions, Map<String, T> found, T none) {
            petitions.forEach(petition -> known.put(petition, found.getOrDefault(petition, none)));
        }

        void changed(String petition) {
            known.remove(petition);
        }

        void changed() {
            known.clear();
        }
    }

    final Known<List<Running>> running = new Known<>();
    final Known<List<Kept>> kept = new Known<>();
    final Known<List<RunningTimer>> timers = new Known<>();
    final Known<Optional<Long>> parked = new Known<>();

    private BatchView() {}

    static BatchView begin(UnitOfWork<?> root) {
        BatchView view = new BatchView();
        root.resources().put(KEY, view);
        return view;
    }

    static Optional<BatchView> current() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(KEY))
                : Optional.empty();
    }

    void forget(String petition) {
        running.changed(petition);
        kept.changed(petition);
        timers.changed(petition);
        parked.changed(petition);
    }
}
