package vn.caunoi.core.ledger;

import java.util.Set;

/**
 * What somebody who reads the whole record needs of it.
 *
 * @param events these, and what is of a family named here
 * @param by whether it matters who acted
 */
public record Wanted(Set<Class<?>> events, boolean by) {
    public Wanted {
        events = Set.copyOf(events);
    }

    /** Events only, whoever acted. */
    public static Wanted of(Class<?>... events) {
        return new Wanted(Set.of(events), false);
    }

    public boolean includes(Class<?> event) {
        return events.stream().anyMatch(family -> family.isAssignableFrom(event));
    }
}
