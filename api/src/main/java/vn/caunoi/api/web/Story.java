package vn.caunoi.api.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.form.Form;
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
            "petition.onward-received",
            "consult.missed",
            "consult.escalated",
            "petition.urged",
            "direction.given",
            "incident.opened",
            "petition.sent-back",
            "petition.withdrawn",
            "petition.withdrawal-announced",
            "petition.resolution-returned",
            "petition.answer-returned",
            "petition.answer-unsuitable",
            "petition.suspended",
            "letter.returned",
            "letter.recalled");

    private static final int LEAF = 100;

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
    private final Asked asked;
    private final Names names;

    Story(Words say, Values values, Asked asked, Names names) {
        this.say = say;
        this.asked = asked;
        this.values = values;
        this.names = names;
    }

    /**
     * So much of it as a page holds.
     *
     * @param older number before which the next page begins; null when this is the last
     */
    record Leaf(List<Told> told, @Nullable Long older) {}

    /** All of it, newest first, as readers look for what happened last. */
    List<Told> of(List<HistoryItem> history) {
        return told(history, StoryFilter.NONE).toList();
    }

    /** A page of what a reader wants to see of it, newest first. */
    Leaf leaf(List<HistoryItem> history, StoryFilter filter) {
        List<Told> some = told(history, filter).limit(LEAF + 1).toList();
        boolean more = some.size() > LEAF;
        List<Told> shown = more ? some.subList(0, LEAF) : some;
        return new Leaf(shown, more ? shown.getLast().seq() : null);
    }

    private Stream<Told> told(List<HistoryItem> history, StoryFilter filter) {
        Map<Object, Form> forms = forms(history);
        return history.reversed().stream()
                .filter(filter::takes)
                .map(item -> tell(item, forms))
                .filter(filter.spoken());
    }

    /** Who did any of it, by account, in the order of their names. */
    Map<String, String> people(List<HistoryItem> history) {
        Map<String, String> people = new HashMap<>();
        for (HistoryItem item : history) {
            if (item.by() != null) people.computeIfAbsent(item.by(), names::officer);
        }
        Map<String, String> sorted = new LinkedHashMap<>();
        people.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    /** Which form each task has: only its opening says so. */
    private static Map<Object, Form> forms(List<HistoryItem> history) {
        Map<Object, Form> forms = new HashMap<>();
        for (HistoryItem item : history) {
            Object task = item.data().get("task");
            if (item.form() != null && task != null) forms.put(task, item.form());
        }
        return forms;
    }

    private Told tell(HistoryItem item, Map<Object, Form> forms) {
        Topic topic = topic(item.type());
        Map<String, Object> data = new HashMap<>(item.data());
        Form form = forms.get(data.get("task"));
        if (form != null) data.putIfAbsent("form", form.id());
        return new Told(
                item.seq(),
                item.type(),
                topic,
                sentence(item.type(), form == null ? data : asked.said(form, data)),
                item.at(),
                earlier(item),
                item.by() == null ? null : names.officer(item.by()),
                GRAVE.contains(item.type()) ? "warn" : topic == Topic.STEP ? "step" : "",
                details(item.type(), item.data(), form));
    }

    /** When it happened, if readers would see a difference. */
    private static @Nullable Instant earlier(HistoryItem item) {
        Instant occurred = item.occurredAt();
        boolean differs =
                occurred != null && Duration.between(occurred, item.at()).toMinutes() > 0;
        return differs ? occurred : null;
    }

    static Topic topic(String type) {
        if (type.startsWith("task.")) return Topic.TASK;
        if (type.startsWith("petition.deadline-")) return Topic.DEADLINE;
        if (type.startsWith("petition.")
                || type.startsWith("letter.")
                || type.startsWith("consult.")
                || type.startsWith("direction.")) return Topic.STEP;
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

    private List<Detail> details(String type, Map<String, Object> data, @Nullable Form form) {
        return data.entrySet().stream()
                .map(entry -> new Detail(
                        values.label(type, entry.getKey()), detail(data, entry.getKey(), entry.getValue(), form)))
                .toList();
    }

    private String detail(Map<String, Object> data, String key, Object value, @Nullable Form form) {
        String own = form == null ? null : asked.of(form, data, key, value);
        return own == null ? values.of(key, value) : own;
    }
}
