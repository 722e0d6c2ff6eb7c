package vn.caunoi.projections.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.projections.Happened;

/**
 * One thing that happened to a petition.
 *
 * @param seq its number in the record of this petition, from 0
 * @param type logical name, for example {@code petition.accepted}
 * @param at when it was recorded
 * @param occurredAt when it happened, if that is not when it was recorded
 * @param by who gave the order
 * @param data what was recorded, in clear
 * @param form with which a task was opened, by whose own words its answers are told; null for all else
 */
public record HistoryItem(
        long seq,
        String type,
        Instant at,
        @Nullable Instant occurredAt,
        @Nullable String by,
        Map<String, Object> data,
        @JsonIgnore @Nullable Form form) {

    static List<HistoryItem> all(List<Happened<PetitionEvent>> events, boolean sealed, boolean names) {
        return events.stream().map(event -> of(event, sealed, names)).toList();
    }

    /** For observers. */
    static List<HistoryItem> withoutNames(List<Happened<PetitionEvent>> events) {
        return events.stream()
                .map(event -> of(event, HistoryData.withoutNames(event.event())))
                .toList();
    }

    /** Of a case that is made up, and belongs to whoever made it up: all of it is told. */
    public static HistoryItem madeUp(long seq, PetitionEvent event, Instant at, @Nullable String by) {
        return of(new Happened<>(event, at, by, seq), HistoryData.of(event, false, true));
    }

    private static HistoryItem of(Happened<PetitionEvent> recorded, boolean sealed, boolean names) {
        return of(recorded, HistoryData.of(recorded.event(), sealed, names));
    }

    private static HistoryItem of(Happened<PetitionEvent> recorded, Map<String, Object> data) {
        PetitionEvent event = recorded.event();
        Instant occurred = event.occurred();
        boolean differs = occurred != null && !occurred.equals(recorded.at());
        return new HistoryItem(
                recorded.sequence(),
                event.getClass().getAnnotation(StoredAs.class).value(),
                recorded.at(),
                differs ? occurred : null,
                recorded.by(),
                data,
                event instanceof TaskOpened opened ? opened.form() : null);
    }
}
