package vn.caunoi.api.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.processes.driver.CourseStep;

/** What a step of a course was given, by the words of the house. */
@Component("courses")
class CourseWords {

    /** {@code set-deadline {basis=RECEIVED, stage=process}} */
    private static final Pattern ACTION = Pattern.compile("(\\S+) \\{(.*)}");

    private final Words say;

    CourseWords(Words say) {
        this.say = say;
    }

    /** Empty where there is nothing to say; what nobody put into words as it stands. */
    public String given(@Nullable CourseStep step) {
        if (step == null || step.detail() == null) return "";
        Matcher action = ACTION.matcher(step.detail());
        if (!action.matches()) return moment(step.detail());
        String inputs = Arrays.stream(action.group(2).split(", "))
                .filter(input -> input.contains("="))
                .map(this::input)
                .collect(Collectors.joining(", "));
        String does = say.word("explain.action", action.group(1));
        return inputs.isEmpty() ? does : does + " (" + inputs + ")";
    }

    private String input(String said) {
        String name = said.substring(0, said.indexOf('='));
        String value = said.substring(name.length() + 1);
        String worded =
                switch (name) {
                    case "basis" -> say.word("basis", value);
                    case "stage" -> say.word("deadline", value);
                    case "ground" -> say.word("closing", value);
                    default -> value;
                };
        return say.word("explain.input", name) + ": " + worded;
    }

    private String moment(String said) {
        try {
            return say.moment(Instant.parse(said));
        } catch (DateTimeException none) {
            return said;
        }
    }
}
