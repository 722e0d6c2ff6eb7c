package vn.caunoi.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.casefile.HistoryItem;

/**
 * Tells what happened to a petition in sentences. A sentence is a message {@code history.<event name>} with named
 * places such as {@code {due|day}}: the value of the event's data, said in that way. What stands in square brackets is
 * left out when a value in it is missing.
 */
@Component
class Story {

    private static final Pattern MAYBE = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:\\|([\\w.]+))?}");
    private static final Set<String> GRAVE = Set.of(
            "petition.deadline-missed",
            "petition.escalated",
            "incident.opened",
            "petition.sent-back",
            "petition.withdrawn",
            "petition.resolution-returned",
            "petition.suspended");

    /** What a reader may want to see of a history. */
    enum Topic {
        STEP,
        TASK,
        DEADLINE,
        PROCESS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One event as it is told.
     *
     * @param occurredAt when it happened, if it was recorded later
     * @param mark class of its dot in the timeline
     */
    record Told(
            long seq,
            String type,
            Topic topic,
            String text,
            Instant at,
            @Nullable Instant occurredAt,
            @Nullable String by,
            String mark,
            List<Detail> details) {}

    /** One value of the event's data. */
    record Detail(String label, String value) {}

    private final Words say;
    private final Values values;
    private final Names names;

    Story(Words say, Values values, Names names) {
        this.say = say;
        this.values = values;
        this.names = names;
    }

    /** Newest first, as readers look for what happened last. */
    List<Told> of(List<HistoryItem> history, Set<Topic> topics) {
        return history.reversed().stream()
                .filter(item -> topics.isEmpty() || topics.contains(topic(item.type())))
                .map(this::tell)
                .toList();
    }

    private Told tell(HistoryItem item) {
        Topic topic = topic(item.type());
        return new Told(
                item.seq(),
                item.type(),
                topic,
                sentence(item.type(), item.data()),
                item.at(),
                item.occurredAt(),
                item.by() == null ? null : names.officer(item.by()),
                GRAVE.contains(item.type()) ? "warn" : topic == Topic.STEP ? "step" : "",
                details(item.data()));
    }

    static Topic topic(String type) {
        if (type.startsWith("task.")) return Topic.TASK;
        if (type.startsWith("petition.deadline-")) return Topic.DEADLINE;
        if (type.startsWith("petition.")) return Topic.STEP;
        return Topic.PROCESS;
    }

    String sentence(String type, Map<String, Object> data) {
        String pattern = say.or("history." + type, type);
        String whole = MAYBE.matcher(pattern)
                .replaceAll(maybe -> Matcher.quoteReplacement(isComplete(maybe.group(1), data) ? maybe.group(1) : ""));
        return PLACE.matcher(whole)
                .replaceAll(place -> Matcher.quoteReplacement(said(place.group(1), place.group(2), data)));
    }

    private static boolean isComplete(String clause, Map<String, Object> data) {
        return PLACE.matcher(clause).results().allMatch(place -> data.get(place.group(1)) != null);
    }

    private String said(String name, @Nullable String way, Map<String, Object> data) {
        Object value = data.get(name);
        return value == null ? say.text("history.unknown") : values.say(way == null ? "" : way, value);
    }

    private List<Detail> details(Map<String, Object> data) {
        return data.entrySet().stream()
                .map(entry -> new Detail(values.label(entry.getKey()), values.plain(entry.getValue())))
                .toList();
    }
}
