package vn.caunoi.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says values that come as JSON: times, days, officers, units and words of the house. */
@Component
class Values {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*(?:Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final Words say;
    private final Names names;

    Values(Words say, Names names) {
        this.say = say;
        this.names = names;
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

    String plain(Object value) {
        if (value instanceof Boolean is) return say.text(is ? "yes" : "no");
        if (value instanceof List<?> list) return list.stream().map(this::plain).collect(Collectors.joining("\n"));
        if (value instanceof Map<?, ?> map) return lines(map);
        String text = value.toString();
        if (TIME.matcher(text).matches()) return say.moment(instant(text));
        return DAY.matcher(text).matches() ? say.day(LocalDate.parse(text)) : text;
    }

    private String lines(Map<?, ?> map) {
        return map.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> label(entry.getKey().toString()) + ": " + plain(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** One word may mean different things in different events. */
    String label(String type, String key) {
        return say.or("data." + type + "." + key, label(key));
    }

    String label(String key) {
        return say.or("data." + key, say.or("field." + key, key));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
