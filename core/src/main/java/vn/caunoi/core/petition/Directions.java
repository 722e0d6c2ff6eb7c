package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.DirectionEvent.*;

/**
 * What superiors directed.
 *
 * @param open what is to be done yet, by number
 * @param count how many there ever were
 */
record Directions(SortedMap<Integer, One> open, int count) {

    static final Directions NONE = new Directions(new TreeMap<>(), 0);

    /** @param officer null for whoever has the case */
    record One(OfficerId by, @Nullable OfficerId officer, LocalDate doBy) {}

    Directions {
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    }

    Directions after(DirectionEvent event) {
        var next = new TreeMap<>(open);
        if (event instanceof DirectionGiven e) next.put(e.direction(), new One(e.by(), e.officer(), e.doBy()));
        else next.remove(event.direction());
        return new Directions(next, Math.max(count, event.direction()));
    }
}
