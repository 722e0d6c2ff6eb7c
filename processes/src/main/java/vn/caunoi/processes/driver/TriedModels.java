package vn.caunoi.processes.driver;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import vn.caunoi.core.form.Form;

/** The published models as they are when a case is made up, and a draft in the place of the newest of its key. */
final class TriedModels implements PublishedModels {

    private final PublishedModels published;
    private final Model draft;
    private final Function<String, Optional<Form>> forms;
    private final Map<String, Optional<Model>> newest = new ConcurrentHashMap<>();

    /** @param forms those that come with the draft */
    TriedModels(
            PublishedModels published,
            String key,
            String xml,
            Set<String> catches,
            Function<String, Optional<Form>> forms) {
        this.published = published;
        this.forms = forms;
        int version = published.newest(key).map(Model::version).orElse(0) + 1;
        this.draft = new Model(key, version, xml, catches);
    }

    Model draft() {
        return draft;
    }

    @Override
    public Optional<Model> newest(String key) {
        return key.equals(draft.key()) ? Optional.of(draft) : newest.computeIfAbsent(key, published::newest);
    }

    /** The draft is in effect at once, and everywhere. */
    @Override
    public List<Offer> offers(String key) {
        return key.equals(draft.key()) ? PublishedModels.super.offers(key) : published.offers(key);
    }

    @Override
    public Model version(String key, int version) {
        return isDraft(key, version) ? draft : published.version(key, version);
    }

    @Override
    public Set<String> caught() {
        Set<String> caught = new HashSet<>(published.caught());
        caught.addAll(draft.catches());
        return caught;
    }

    @Override
    public Optional<Form> form(String key, int version, String id) {
        return isDraft(key, version) ? forms.apply(id) : published.form(key, version, id);
    }

    private boolean isDraft(String key, int version) {
        return draft.key().equals(key) && draft.version() == version;
    }
}
