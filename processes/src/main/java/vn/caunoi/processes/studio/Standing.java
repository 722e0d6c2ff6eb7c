package vn.caunoi.processes.studio;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.caunoi.processes.studio.Library.Entry;

/** How a published version stands to new cases. */
public enum Standing {
    /** They follow it, where no pilot goes before. */
    IN_EFFECT,
    /** Those of some units follow it. */
    PILOT,
    /** They will follow it from a later time. */
    AWAITED,
    /** A newer one took its place, perhaps before it began. */
    REPLACED,
    RETIRED;

    /** Each version by its own standing, in the order given. @param versions of any processes */
    public static Map<Entry, Standing> of(Collection<Entry> versions, Instant at) {
        Map<Entry, Standing> standings = new LinkedHashMap<>();
        for (Entry one : versions) {
            List<Entry> same = versions.stream()
                    .filter(other -> other.key().equals(one.key()))
                    .toList();
            standings.put(one, of(one, inEffect(same, at), at));
        }
        return standings;
    }

    /** What new cases follow everywhere else than in a pilot. @param versions of one process */
    public static Optional<Entry> inEffect(Collection<Entry> versions, Instant at) {
        return versions.stream()
                .filter(one -> !one.retired() && one.units().isEmpty() && begun(one, at))
                .max(Comparator.comparing(Entry::version));
    }

    private static Standing of(Entry one, Optional<Entry> inEffect, Instant at) {
        if (one.retired()) return RETIRED;
        if (inEffect.isPresent() && inEffect.get().version() > one.version()) return REPLACED;
        if (!begun(one, at)) return AWAITED;
        return one.units().isEmpty() ? IN_EFFECT : PILOT;
    }

    private static boolean begun(Entry one, Instant at) {
        return one.effectiveFrom() == null || !at.isBefore(one.effectiveFrom());
    }
}
