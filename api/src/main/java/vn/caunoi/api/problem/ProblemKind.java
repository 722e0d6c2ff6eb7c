package vn.caunoi.api.problem;

import java.util.Locale;

/** The kinds of problem a caller can meet, with their HTTP status. */
public enum ProblemKind {
    MALFORMED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    /** The identity provider vouches for the caller, who has no open account here. */
    NO_ACCOUNT(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    /** The first request with this Idempotency-Key is still under way, or was cut off. */
    UNDER_WAY(409),
    TOO_LARGE(413),
    UNSUPPORTED_TYPE(415),
    INVALID(422),
    RULE(422),
    /** The Idempotency-Key was used with another body. */
    KEY_REUSED(422),
    TOO_MANY(429),
    FAILED(500),
    UNAVAILABLE(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String urn() {
        return "urn:caunoi:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that stands for a status nobody here gave. */
    public static ProblemKind ofStatus(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status) return kind;
        }
        return status < 500 ? MALFORMED : FAILED;
    }
}
