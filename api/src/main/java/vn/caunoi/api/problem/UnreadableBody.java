package vn.caunoi.api.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Tells a body that is no JSON (malformed) from one whose fields do not fit (not valid, with the field's path). */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException failure, Problems problems, Locale locale) {
        if (failure.getCause() instanceof MismatchedInputException mismatch
                && !(mismatch.getCause() instanceof StreamReadException)
                && !mismatch.getPath().isEmpty()) {
            return problems.of(Input.refusal(path(mismatch.getPath()), "malformed", "is not valid"), locale);
        }
        return problems.of(ProblemKind.MALFORMED, locale);
    }

    /** For example {@code petitioners[0].fullName}. */
    private static String path(List<JacksonException.Reference> references) {
        String joined = references.stream()
                .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : "." + r.getPropertyName())
                .collect(Collectors.joining());
        return joined.startsWith(".") ? joined.substring(1) : joined;
    }
}
