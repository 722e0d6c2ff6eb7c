package vn.caunoi.processes.studio;

import org.jspecify.annotations.Nullable;

/**
 * Something a model check found.
 *
 * @param element id of the element it is about; null when it is about the file
 * @param rule permanent word for the rule that was broken
 * @param message plain English sentence for the designer
 */
public record Problem(Severity severity, @Nullable String element, String rule, String message) {

    /** An error keeps a model from being published; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
