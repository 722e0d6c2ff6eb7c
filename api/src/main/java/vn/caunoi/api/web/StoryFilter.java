package vn.caunoi.api.web;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.projections.casefile.HistoryItem;

/**
 * What a reader wants to see of a history, as the address of the page says it.
 *
 * @param events topics; none for all
 * @param by account of who did it
 * @param since first day, {@code until} last day, of what was recorded then
 * @param words what the sentence or a value of it has to contain, accents and case set aside
 * @param before only what stands before this number: where the page before ended
 */
record StoryFilter(
        @Nullable Set<String> events,
        @Nullable String by,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate since,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate until,

        @Nullable String words,
        @Nullable Long before) {

    static final StoryFilter NONE = new StoryFilter(null, null, null, null, null, null);

    /** Those that are known. */
    public Set<Story.Topic> topics() {
        Set<Story.Topic> topics = EnumSet.noneOf(Story.Topic.class);
        if (events == null) return topics;
        for (Story.Topic topic : Story.Topic.values()) {
            if (events.stream().anyMatch(word -> topic.word().equals(word.toLowerCase(Locale.ROOT)))) topics.add(topic);
        }
        return topics;
    }

    /** Whether anything but a topic was chosen. */
    public boolean isNarrow() {
        return present(by) || since != null || until != null || present(words);
    }

    /** What can be said without telling it. */
    boolean takes(HistoryItem item) {
        boolean topical = topics().isEmpty() || topics().contains(Story.topic(item.type()));
        boolean placed = before == null || item.seq() < before;
        boolean personal = by == null || by.isBlank() || by.strip().equals(item.by());
        return topical && placed && personal && dated(item.at());
    }

    private boolean dated(Instant at) {
        LocalDate day = at.atZone(DueDate.ZONE).toLocalDate();
        return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
    }

    /** What has to be told first to be said. */
    Predicate<Story.Told> spoken() {
        if (words == null || words.isBlank()) return told -> true;
        String wanted = plain(words.strip());
        return told -> plain(told.text()).contains(wanted)
                || told.details().stream()
                        .anyMatch(detail -> plain(detail.value()).contains(wanted));
    }

    /** The rest of the address, from {@code ?} on: the same filter with one topic, or with none. */
    public String with(Story.@Nullable Topic topic, @Nullable Instant asOf) {
        return query(topic == null ? List.of() : List.of(topic.word()), null, asOf);
    }

    /** The same filter, from another place on. */
    public String from(@Nullable Long place, @Nullable Instant asOf) {
        return query(topics().stream().map(Story.Topic::word).toList(), place, asOf);
    }

    private String query(List<String> topics, @Nullable Long place, @Nullable Instant asOf) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        if (asOf != null) query.queryParam("asOf", asOf.toString());
        topics.forEach(topic -> query.queryParam("events", topic));
        if (present(by)) query.queryParam("by", "{by}");
        if (since != null) query.queryParam("since", since.toString());
        if (until != null) query.queryParam("until", until.toString());
        if (present(words)) query.queryParam("words", "{words}");
        if (place != null) query.queryParam("before", place);
        String address = query.encode()
                .buildAndExpand(Map.of("by", Objects.toString(by, ""), "words", Objects.toString(words, "")))
                .toUriString();
        return address.isEmpty() ? "?" : address;
    }

    private static boolean present(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }
}
