package vn.caunoi.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says values that come as JSON: times, days, officers, units and words of the house. */
@Component
class Values {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*(?:Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private static final Pattern OF_POINT = Pattern.compile("(\\w+)_(\\d+)");
    private static final Set<String> OFFICERS = Set.of("officer", "assignee", "former", "signer", "approvedBy");
    private static final Set<String> UNITS = Set.of("unit", "asking", "from", "to");

    private final Words say;
    private final Names names;
    private final DataWords words;

    Values(Words say, Names names, DataWords words) {
        this.say = say;
        this.names = names;
        this.words = words;
    }

    /** @param way {@code day}, {@code moment}, {@code officer}, {@code unit}, a family of words, or empty */
    String say(String way, Object value) {
        String text = value.toString();
        return switch (way) {
            case "" -> plain(value);
            case "day" -> TIME.matcher(text).matches() ? this.say.dayOf(instant(text)) : plain(value);
            case "officer" -> names.officer(text);
            case "unit" -> names.unit(text);
            case "letter" -> names.letter(text);
            default -> this.say.word(way, text);
        };
    }

    /** The value of a key as people say it. */
    String of(String key, Object value) {
        if (value instanceof List<?> list)
            return list.stream().map(one -> of(key, one)).collect(Collectors.joining("\n"));
        if (!(value instanceof String text)) return plain(value);
        Matcher point = OF_POINT.matcher(key);
        String plainKey = point.matches() ? point.group(1) : key;
        String word = words.of(plainKey, text);
        if (word != null) return word;
        if (OFFICERS.contains(plainKey)) return names.officer(text);
        if (plainKey.equals("template")) return names.letter(text);
        return UNITS.contains(plainKey) && !DAY.matcher(text).lookingAt() ? names.unit(text) : plain(text);
    }

    private String plain(Object value) {
        if (value instanceof Boolean is) return say.text(is ? "yes" : "no");
        if (value instanceof List<?> list) return list.stream().map(this::plain).collect(Collectors.joining("\n"));
        if (value instanceof Map<?, ?> map) return lines(map);
        String text = value.toString();
        if (TIME.matcher(text).matches()) return say.moment(instant(text));
        return DAY.matcher(text).matches() ? say.day(LocalDate.parse(text)) : text;
    }

    private String lines(Map<?, ?> map) {
        String limit = words.limit(map);
        if (limit != null) return limit;
        return map.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> label(entry.getKey().toString()) + ": "
                        + of(entry.getKey().toString(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** One word may mean different things in different events. */
    String label(String type, String key) {
        return say.or("data." + type + "." + key, label(key));
    }

    private String label(String key) {
        Matcher point = OF_POINT.matcher(key);
        if (point.matches()) return label(point.group(1)) + " " + point.group(2);
        return say.or("data." + key, say.or("field." + key, key));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
