package vn.caunoi.api.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** Words problems in the caller's language; the same words serve the pages. */
@Component
public class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    public Problem of(ProblemKind kind, Locale locale) {
        return problem(kind, text("problem." + kind + ".detail", null, "", locale), null, null, locale);
    }

    public Problem of(Refusal refusal, Locale locale) {
        List<Problem.Violation> violations = refusal.violations().stream()
                .map(v -> new Problem.Violation(v.field(), message(v, locale)))
                .toList();
        return problem(
                kindOf(refusal.reason()),
                message(refusal.reason(), locale),
                refusal.reason().name(),
                violations.isEmpty() ? null : violations,
                locale);
    }

    /** A model that cannot be published, and why. */
    public Problem ofModel(List<?> problems, Locale locale) {
        ProblemKind kind = ProblemKind.INVALID;
        return new Problem(
                kind.urn(),
                title(kind, locale),
                kind.status(),
                text("problem.MODEL.detail", null, "", locale),
                null,
                null,
                problems);
    }

    /** The sentence for a rule that was broken. */
    public String message(Reason reason, Locale locale) {
        return text("reason." + reason.name(), null, reason.text(), locale);
    }

    /** The sentence for a field that is not valid. */
    public String message(Refusal.Violation violation, Locale locale) {
        Object[] values =
                violation.values().isEmpty() ? null : violation.values().toArray();
        return text("violation." + violation.code(), values, violation.message(), locale);
    }

    private Problem problem(
            ProblemKind kind,
            String detail,
            @Nullable String reason,
            @Nullable List<Problem.Violation> violations,
            Locale locale) {
        return new Problem(kind.urn(), title(kind, locale), kind.status(), detail, reason, violations, null);
    }

    private String title(ProblemKind kind, Locale locale) {
        return text("problem." + kind + ".title", null, kind.name(), locale);
    }

    private String text(String key, Object @Nullable [] arguments, String fallback, Locale locale) {
        String found = messages.getMessage(key, arguments, fallback, locale);
        return found == null ? fallback : found;
    }

    private static ProblemKind kindOf(Reason reason) {
        if (reason == Reason.INVALID_INPUT) return ProblemKind.INVALID;
        return switch (reason.sort()) {
            case RULE -> ProblemKind.RULE;
            case CONFLICT -> ProblemKind.CONFLICT;
            case FORBIDDEN -> ProblemKind.FORBIDDEN;
        };
    }
}
