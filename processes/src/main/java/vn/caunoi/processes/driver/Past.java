package vn.caunoi.processes.driver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.PetitionEvent;

/**
 * The facts of a petition up to an event. Remembers those of the petitions followed last; what is remembered depends on
 * nothing but recorded events, so a transaction that is rolled back leaves nothing wrong behind.
 */
final class Past {

    private static final int REMEMBERED = 10_000;

    private record Known(long sequence, Facts facts) {}

    private final Streams streams;
    private final Map<String, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    });

    Past(Streams streams) {
        this.streams = streams;
    }

    /** Takes an event in without reading, when the one before it is remembered. */
    void pass(Happened happened) {
        known.computeIfPresent(happened.petition(), (petition, before) -> next(before, happened));
        if (happened.sequence() == 0) known.put(happened.petition(), after(Facts.none(), happened));
    }

    /** Something that is not in the record follows the last event that was taken in: of a rehearsal. */
    void aside(Happened happened) {
        known.computeIfPresent(
                happened.petition(),
                (petition, before) ->
                        new Known(before.sequence(), before.facts().after(happened.event(), happened.at())));
    }

    /** Their facts will be asked for, and their streams are locked: those that are not remembered are read all at once. */
    void expect(List<String> petitions) {
        streams.expect(petitions.stream()
                .filter(petition -> !known.containsKey(petition))
                .toList());
    }

    Facts upTo(Happened happened) {
        Known at = known.get(happened.petition());
        if (at != null && at.sequence() == happened.sequence()) return at.facts();
        Facts facts = read(happened);
        known.put(happened.petition(), new Known(happened.sequence(), facts));
        return facts;
    }

    /** The sequence of the latest event of each name, from the one given up to what the process has followed. */
    Map<String, Long> latest(Happened happened, long from, Set<String> names) {
        Map<String, Long> latest = new LinkedHashMap<>();
        try (var stream = streams.upTo(happened.petition(), happened.next() - 1)) {
            stream.filter(event -> event.sequence() >= from && names.contains(event.name()))
                    .forEach(event -> latest.put(event.name(), event.sequence()));
        }
        return latest;
    }

    private Facts read(Happened happened) {
        List<Recorded> events;
        try (var stream = streams.upTo(happened.petition(), happened.sequence())) {
            events = stream.toList();
        }
        Facts facts = Facts.none();
        for (Recorded event : events) facts = facts.after((PetitionEvent) event.payload(), event.at());
        return facts;
    }

    private static Known next(Known before, Happened happened) {
        return before.sequence() == happened.sequence() - 1 ? after(before.facts(), happened) : before;
    }

    private static Known after(Facts before, Happened happened) {
        return new Known(happened.sequence(), before.after(happened.event(), happened.at()));
    }
}
