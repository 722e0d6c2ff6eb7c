package vn.caunoi.processes.studio;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a model check found.
 *
 * @param element id of the element it is about; null when it is about the file
 * @param rule permanent word for the rule that was broken
 * @param said the sentence for the designer
 * @param fix what would mend it; null when only the designer knows
 */
public record Problem(
        Severity severity,
        @Nullable String element,
        String rule,
        @JsonIgnore Said said,
        @Nullable Fix fix) {

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

    /** The sentence in plain English. */
    @JsonProperty("message")
    public String message() {
        return said.english();
    }

    /** Permanent word of the sentence, by which it is said in another language; that of the rule where it is not known. */
    @JsonProperty("code")
    public String code() {
        return said.sentence() == Sentence.AS_SAID ? rule : said.sentence().code();
    }

    /** What the sentence names, in its order. */
    @JsonProperty("values")
    public List<String> values() {
        return said.sentence() == Sentence.AS_SAID ? List.of() : said.values();
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
