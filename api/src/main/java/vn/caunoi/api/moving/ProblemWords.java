package vn.caunoi.api.moving;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what is wrong with a file or a line of it. */
@Component
public class ProblemWords {

    private final MessageSource messages;

    ProblemWords(MessageSource messages) {
        this.messages = messages;
    }

    public String of(MovingRefused refused, Locale locale) {
        return say("moving.refused." + refused.code(), refused.details(), locale);
    }

    public String of(LineProblem problem, Locale locale) {
        return say("moving.wrong." + problem.code(), problem.details(), locale);
    }

    /** In one sentence: line, column, value, what is wrong. */
    public String line(LineProblem problem, Locale locale) {
        String value = problem.value() == null ? "" : " \"" + problem.value() + "\"";
        String number = problem.number() == null ? "" : ", " + problem.number();
        return say("moving.at", List.of(String.valueOf(problem.line())), locale) + number + ", " + problem.column()
                + value + ": " + of(problem, locale);
    }

    private String say(String key, List<String> details, Locale locale) {
        String text = messages.getMessage(key, details.toArray(), key, locale);
        return Objects.requireNonNullElse(text, key);
    }
}
