package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Form;

/**
 * The published models, as the driver asks them; answered by the studio from {@code process.published} and what happened
 * to the versions since. The model of a version once answered never changes. Asked inside the driver's transaction.
 */
public interface PublishedModels {

    /**
     * A version that new petitions may follow.
     *
     * @param from from when on; null: since it was published
     * @param units whose petitions, and those of the units below them; empty for those of all
     */
    record Offer(int version, @Nullable Instant from, Set<String> units) {

        public boolean isInEffect(Instant at) {
            return from == null || !at.isBefore(from);
        }

        /** @param upwards the unit of a petition and all above it */
        boolean isFor(List<UnitId> upwards) {
            return units.isEmpty() || upwards.stream().map(UnitId::value).anyMatch(units::contains);
        }
    }

    /** The version published last; empty when none was ever published under the key. */
    Optional<Model> newest(String key);

    /** Versions that new petitions may follow, the newest first: the first that is in effect for a petition is its own. */
    default List<Offer> offers(String key) {
        return newest(key).map(model -> new Offer(model.version(), null, Set.of())).stream()
                .toList();
    }

    /** @throws java.util.NoSuchElementException when there is no such version */
    Model version(String key, int version);

    /** Names of the events that any version of any model catches; all others need no look-up of what waits. */
    Set<String> caught();

    /** A form that comes with this version of the model; empty when the model has none of that id. */
    default Optional<Form> form(String key, int version, String id) {
        return Optional.empty();
    }
}
