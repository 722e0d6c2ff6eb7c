package vn.caunoi.api.web;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words of the house for values of events, by the key they stand under. */
@Component
class DataWords {

    /** The families of words a value may be of; the first that knows it says it. */
    private static final Map<String, List<String>> FAMILIES = Map.ofEntries(
            entry("kind", List.of("option")),
            entry("declared", List.of("option")),
            entry("conclusion", List.of("option")),
            entry("effect", List.of("option")),
            entry("result", List.of("option")),
            entry("verdict", List.of("option")),
            entry("proposed", List.of("option")),
            entry("ground", List.of("closing", "option", "ground.reopen")),
            entry("way", List.of("option", "letter.way")),
            entry("channel", List.of("channel")),
            entry("category", List.of("category")),
            entry("role", List.of("role")),
            entry("relation", List.of("relation")),
            entry("signature", List.of("signature")),
            entry("as", List.of("letter.as")),
            entry("requires", List.of("milestone")),
            entry("opens", List.of("deadline")),
            entry("stage", List.of("deadline", "stage")),
            entry("basis", List.of("basis")),
            entry("unit", List.of("limit")),
            entry("outcome", List.of("outcome")),
            entry("end", List.of("outcome", "option")),
            entry("form", List.of("form")),
            entry("key", List.of("form")),
            entry("group", List.of("group")),
            entry("process", List.of("process")),
            entry("cause", List.of("cause", "waking")),
            entry("awaited", List.of("awaited")),
            entry("sort", List.of("worksheet")),
            entry("handling", List.of("handling")),
            entry("missing", List.of("check")),
            entry("marks", List.of("mark")),
            entry("mark", List.of("day")));

    private final Words say;

    DataWords(Words say) {
        this.say = say;
    }

    /** Null when it is no word of the house. */
    @Nullable String of(String key, String value) {
        String known = key.equals("group") ? value.toUpperCase(Locale.ROOT) : value;
        return FAMILIES.getOrDefault(key, List.of()).stream()
                .map(family -> say.or(family + "." + known, ""))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** A number of days with its unit, where both are said; else null. */
    @Nullable String limit(Map<?, ?> map) {
        Object amount = map.get("amount");
        Object unit = map.get("unit");
        if (amount == null || unit == null || map.size() != 2) return null;
        return amount + " " + Objects.requireNonNullElse(of("unit", unit.toString()), unit.toString());
    }
}
