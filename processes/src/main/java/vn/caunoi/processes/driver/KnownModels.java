package vn.caunoi.processes.driver;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.caunoi.core.form.Form;

/** The published models as they are when somebody begins to follow past cases: each is asked for once. */
class KnownModels implements PublishedModels {

    private final PublishedModels published;
    private final Set<String> caught;
    private final Map<String, Optional<Model>> newest = new ConcurrentHashMap<>();
    private final Map<String, Model> versions = new ConcurrentHashMap<>();

    KnownModels(PublishedModels published) {
        this.published = published;
        this.caught = Set.copyOf(published.caught());
    }

    @Override
    public Optional<Model> newest(String key) {
        return newest.computeIfAbsent(key, published::newest);
    }

    @Override
    public Model version(String key, int version) {
        return versions.computeIfAbsent(key + "/" + version, any -> published.version(key, version));
    }

    @Override
    public Set<String> caught() {
        return caught;
    }

    @Override
    public Optional<Form> form(String key, int version, String id) {
        return published.form(key, version, id);
    }
}
