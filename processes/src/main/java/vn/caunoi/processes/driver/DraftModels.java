package vn.caunoi.processes.driver;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.caunoi.core.form.Form;
import vn.caunoi.processes.driver.Rehearsal.Draft;

/** The published models as they are when a rehearsal begins, and a draft as if it were the newest of its key. */
final class DraftModels extends KnownModels {

    private final Model draft;
    private final Set<String> caught;

    DraftModels(PublishedModels published, Draft draft) {
        super(published);
        int version = published.newest(draft.key()).map(Model::version).orElse(0) + 1;
        this.draft = new Model(draft.key(), version, draft.xml(), draft.catches());
        this.caught = new HashSet<>(super.caught());
        caught.addAll(draft.catches());
    }

    Model draft() {
        return draft;
    }

    private boolean isDraft(String key, int version) {
        return draft.key().equals(key) && draft.version() == version;
    }

    @Override
    public Model version(String key, int version) {
        return isDraft(key, version) ? draft : super.version(key, version);
    }

    @Override
    public Set<String> caught() {
        return caught;
    }

    @Override
    public Optional<Form> form(String key, int version, String id) {
        return isDraft(key, version) ? Optional.empty() : super.form(key, version, id);
    }
}
