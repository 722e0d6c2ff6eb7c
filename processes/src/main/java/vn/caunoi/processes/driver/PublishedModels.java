package vn.caunoi.processes.driver;

import java.util.Optional;
import java.util.Set;
import vn.caunoi.core.form.Form;

/**
 * The published models, as the driver asks them; answered by the studio from {@code process.published}. A version once
 * answered never changes. Asked inside the driver's transaction.
 */
public interface PublishedModels {

    /** The version new petitions follow; empty when none was ever published under the key. */
    Optional<Model> newest(String key);

    /** @throws java.util.NoSuchElementException when there is no such version */
    Model version(String key, int version);

    /** Names of the events that any version of any model catches; all others need no look-up of what waits. */
    Set<String> caught();

    /** A form that comes with this version of the model; empty when the model has none of that id. */
    default Optional<Form> form(String key, int version, String id) {
        return Optional.empty();
    }
}
