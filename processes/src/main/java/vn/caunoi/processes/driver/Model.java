package vn.caunoi.processes.driver;

import java.util.Set;

/**
 * One published version of a process model.
 *
 * @param key id of the process in the diagram, for example {@code complaint}
 * @param version our own number, from 1 per key
 * @param xml the diagram
 * @param catches logical names of the events the diagram catches as messages
 */
public record Model(String key, int version, String xml, Set<String> catches) {
    public Model {
        catches = Set.copyOf(catches);
    }

    /** Whether the diagram has timers, so that they need not be looked for in one that has none. */
    boolean hasTimers() {
        return xml.contains("timerEventDefinition");
    }
}
