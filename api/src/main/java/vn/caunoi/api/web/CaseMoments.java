package vn.caunoi.api.web;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.casefile.HistoryItem;

/** The moments at which something of a case was recorded: the stops of a way through its past. */
@Component
class CaseMoments {

    /**
     * Where the reader is on the way.
     *
     * @param stops how many there are; the last is the present
     * @param here the stop that is shown, from 1
     * @param previous null at the first; {@code next} null when the next is the present or there is none
     */
    record Way(
            int stops,
            int here,
            @Nullable Instant previous,
            @Nullable Instant next) {

        /** Whether there is anything to go back to. */
        public boolean isWorthGoing() {
            return stops > 1;
        }
    }

    /** A stop as it is told beside the slider. */
    record Stop(int no, String when, String what) {}

    private final Story story;
    private final Words say;

    CaseMoments(Story story, Words say) {
        this.story = story;
        this.say = say;
    }

    private static List<Instant> moments(List<HistoryItem> history) {
        return history.stream().map(HistoryItem::at).distinct().toList();
    }

    /** @param asOf null in the present */
    Way way(List<HistoryItem> history, @Nullable Instant asOf) {
        List<Instant> moments = moments(history);
        int here = asOf == null
                ? moments.size()
                : (int) moments.stream().filter(at -> !at.isAfter(asOf)).count();
        Instant previous = here > 1 ? moments.get(here - 2) : null;
        Instant next = here < moments.size() - 1 ? moments.get(here) : null;
        return new Way(moments.size(), here, previous, next);
    }

    /** The moment of a stop; null for the last, which is the present, and for what is none. */
    @Nullable Instant at(List<HistoryItem> history, int stop) {
        List<Instant> moments = moments(history);
        return stop < 1 || stop >= moments.size() ? null : moments.get(stop - 1);
    }

    /** All stops, oldest first, each with what was recorded then. */
    List<Stop> told(List<HistoryItem> history) {
        TreeMap<Instant, String> stops = new TreeMap<>();
        story.of(history)
                .reversed()
                .forEach(told -> stops.merge(told.at(), told.text(), (first, then) -> first + " · " + then));
        int[] no = {0};
        return stops.entrySet().stream()
                .map(stop -> new Stop(++no[0], say.moment(stop.getKey()), stop.getValue()))
                .toList();
    }
}
