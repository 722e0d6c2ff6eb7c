package vn.caunoi.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 {@code application/problem+json}.
 *
 * @param type permanent URN of the kind of problem
 * @param title the kind, in the caller's language
 * @param detail this case of it, in the caller's language
 * @param reason name of the rule that was broken, for programs
 * @param violations fields that are not valid
 * @param problems what is wrong with a process model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String reason,
        @Nullable List<Violation> violations,
        @Nullable List<?> problems) {

    /** A field that is wrong, and how. */
    public record Violation(String field, String message) {}

    public static final String MEDIA_TYPE = "application/problem+json";
}
