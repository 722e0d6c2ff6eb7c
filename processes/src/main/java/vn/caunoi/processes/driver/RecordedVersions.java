package vn.caunoi.processes.driver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;

/** The versions a petition's processes started on, one after the other; where none is recorded any more, the newest. */
final class RecordedVersions {

    private final PublishedModels models;
    private final Map<String, Deque<Integer>> versions = new HashMap<>();

    RecordedVersions(PublishedModels models, List<Happened> history) {
        this.models = models;
        for (Happened happened : history)
            if (happened.event() instanceof ProcessStarted e)
                versions.computeIfAbsent(e.process(), key -> new ArrayDeque<>()).add(e.version());
    }

    Optional<Model> next(String process) {
        Integer version = versions.getOrDefault(process, new ArrayDeque<>()).poll();
        return version == null ? models.newest(process) : Optional.of(models.version(process, version));
    }
}
