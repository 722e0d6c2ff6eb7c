package vn.caunoi.core.petition;

import java.util.List;
import org.axonframework.common.AxonNonTransientException;

/**
 * A command that is against a rule. One reason becomes the problem of the API, the message of the form and its
 * translation; nothing was recorded.
 */
public final class Refusal extends AxonNonTransientException {
    private static final long serialVersionUID = 1L;

    /**
     * A field that is wrong, and how. {@code code} is translated by pages; {@code message} is plain English.
     *
     * @param values what the translation names, in its order
     */
    public record Violation(String field, String code, String message, List<String> values) {
        public Violation {
            values = List.copyOf(values);
        }

        public Violation(String field, String code, String message) {
            this(field, code, message, List.of());
        }
    }

    private final Reason reason;
    private final transient List<Violation> violations;

    private Refusal(Reason reason, List<Violation> violations) {
        super(reason.text());
        this.reason = reason;
        this.violations = List.copyOf(violations);
    }

    public static Refusal because(Reason reason) {
        return new Refusal(reason, List.of());
    }

    public static Refusal because(Reason reason, String field, String code, String message) {
        return new Refusal(reason, List.of(new Violation(field, code, message)));
    }

    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(Reason.INVALID_INPUT, violations);
    }

    public Reason reason() {
        return reason;
    }

    public List<Violation> violations() {
        return violations;
    }
}
