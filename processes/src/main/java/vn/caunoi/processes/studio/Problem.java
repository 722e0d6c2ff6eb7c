package vn.caunoi.processes.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a model check found.
 *
 * @param element id of the element it is about; null when it is about the file
 * @param rule permanent word for the rule that was broken
 * @param message plain English sentence for the designer
 * @param fix what would mend it; null when only the designer knows
 */
public record Problem(
        Severity severity,
        @Nullable String element,
        String rule,
        String message,
        @Nullable Fix fix) {

    public Problem(Severity severity, @Nullable String element, String rule, String message) {
        this(severity, element, rule, message, null);
    }

    /** An error keeps a model from being published; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /**
     * One attribute of one element set to another value.
     *
     * @param attribute as in the file, with its usual prefix: {@code camunda:formKey}
     */
    public record Fix(String element, String attribute, String value) {}

    /** Permanent word of the sentence, by which it is said in another language; that of the rule where it is not known. */
    @JsonProperty("code")
    public String code() {
        return Sentences.of(message).map(Sentences.Said::code).orElse(rule);
    }

    /** What the sentence names, in its order. */
    @JsonProperty("values")
    public List<String> values() {
        return Sentences.of(message).map(Sentences.Said::values).orElse(List.of());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
