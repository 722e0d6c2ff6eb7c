package vn.caunoi.api.web;

import java.util.List;
import java.util.Map;
import vn.caunoi.processes.studio.ModelDiff;

/** What differs between two diagrams, as the table and the two drawings show it. */
final class Differences {

    private Differences() {}

    static void fill(Map<String, Object> model, List<ModelDiff.Change> changes) {
        model.put("changes", changes);
        for (ModelDiff.Kind kind : ModelDiff.Kind.values()) {
            List<String> elements = changes.stream()
                    .filter(change -> change.kind() == kind)
                    .map(ModelDiff.Change::element)
                    .toList();
            model.put(kind.name(), String.join(" ", elements));
        }
    }
}
