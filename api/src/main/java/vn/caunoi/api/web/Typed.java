package vn.caunoi.api.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was typed into a form that can no longer be sent, so that it can be copied elsewhere. */
@Component
class Typed {

    /** One input and its text. */
    record Kept(String label, String text) {}

    private final Words say;

    Typed(Words say) {
        this.say = say;
    }

    /** The inputs of the chosen outcome that are not empty. */
    List<Kept> of(Map<String, String> sent) {
        String outcome = sent.getOrDefault("outcome", "") + ".";
        return sent.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(outcome) && !entry.getValue().isBlank())
                .map(entry -> new Kept(label(entry.getKey().substring(outcome.length())), entry.getValue()))
                .toList();
    }

    /** The same as one text. */
    static String asNote(List<Kept> lines) {
        return lines.stream().map(one -> one.label() + ": " + one.text()).collect(Collectors.joining("\n"));
    }

    /** A field that is asked for each point ends with the point's number. */
    private String label(String field) {
        int line = field.lastIndexOf('_');
        String word = line < 0 ? field : field.substring(0, line);
        return say.or("field." + word, word) + (line < 0 ? "" : " " + field.substring(line + 1));
    }
}
