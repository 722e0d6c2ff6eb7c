package vn.caunoi.processes.driver;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The published models as they are when a rehearsal begins, and a draft as if it were the newest of its key. */
final class DraftModels implements PublishedModels {

    private final PublishedModels published;
    private final Model draft;
    private final Set<String> caught;
    private final Map<String, Optional<Model>> newest = new ConcurrentHashMap<>();

    DraftModels(PublishedModels published, String key, String xml, Set<String> catches) {
        this.published = published;
        int version = published.newest(key).map(Model::version).orElse(0) + 1;
        this.draft = new Model(key, version, xml, catches);
        this.caught = new HashSet<>(published.caught());
        caught.addAll(catches);
    }

    Model draft() {
        return draft;
    }

    @Override
    public Optional<Model> newest(String key) {
        return newest.computeIfAbsent(key, published::newest);
    }

    @Override
    public Model version(String key, int version) {
        return draft.key().equals(key) && draft.version() == version ? draft : published.version(key, version);
    }

    @Override
    public Set<String> caught() {
        return caught;
    }
}
