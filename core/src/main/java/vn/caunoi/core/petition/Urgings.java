package vn.caunoi.core.petition;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.caunoi.core.directory.OfficerId;

/**
 * What superiors urged.
 *
 * @param open those that were not answered, by number, with who urged
 * @param count how many there ever were
 */
record Urgings(SortedMap<Integer, OfficerId> open, int count) {

    static final Urgings NONE = new Urgings(new TreeMap<>(), 0);

    Urgings {
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    }

    Urgings urged(CaseEvent.PetitionUrged event) {
        var more = new TreeMap<>(open);
        more.put(event.urging(), event.by());
        return new Urgings(more, event.urging());
    }

    Urgings answered(CaseEvent.UrgingAnswered event) {
        var fewer = new TreeMap<>(open);
        fewer.remove(event.urging());
        return new Urgings(fewer, count);
    }
}
