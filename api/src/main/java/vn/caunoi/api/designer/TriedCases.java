package vn.caunoi.api.designer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import vn.caunoi.core.directory.OfficerId;

/**
 * Made-up cases, in the memory of this node and of one session each. They are forgotten after two hours without use, with the session's end at
 * the latest then, and when there are too many: of one designer the one unused longest, then of all.
 */
@Component
class TriedCases {

    private static final int MOST_OF_ONE = 3;
    private static final int MOST = 40;
    private static final Duration KEPT = Duration.ofHours(2);

    private record Place(String session, String draft) {}

    private record Kept(Tried tried, OfficerId by, Instant used) {}

    private final Clock clock;
    private final Map<Place, Kept> cases = new LinkedHashMap<>();

    TriedCases(Clock clock) {
        this.clock = clock;
    }

    synchronized Optional<Tried> find(String draft, OfficerId by) {
        forgetOld();
        Place place = place(draft);
        Kept kept = cases.get(place);
        if (kept == null || !kept.by().equals(by)) return Optional.empty();
        cases.put(place, new Kept(kept.tried(), by, clock.instant()));
        return Optional.of(kept.tried());
    }

    synchronized void keep(Tried tried, OfficerId by) {
        forgetOld();
        Place place = place(tried.draft());
        cases.remove(place);
        makeRoom(MOST_OF_ONE, kept -> kept.by().equals(by));
        makeRoom(MOST, kept -> true);
        cases.put(place, new Kept(tried, by, clock.instant()));
    }

    synchronized void forget(String draft) {
        cases.remove(place(draft));
    }

    synchronized int size() {
        return cases.size();
    }

    private void forgetOld() {
        Instant since = clock.instant().minus(KEPT);
        cases.values().removeIf(kept -> kept.used().isBefore(since));
    }

    private void makeRoom(int most, Predicate<Kept> whose) {
        while (cases.values().stream().filter(whose).count() >= most) {
            cases.entrySet().stream()
                    .filter(one -> whose.test(one.getValue()))
                    .min(Comparator.comparing(one -> one.getValue().used()))
                    .map(Map.Entry::getKey)
                    .ifPresent(cases::remove);
        }
    }

    private static Place place(String draft) {
        return new Place(RequestContextHolder.currentRequestAttributes().getSessionId(), draft);
    }
}
