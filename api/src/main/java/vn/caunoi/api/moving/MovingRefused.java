package vn.caunoi.api.moving;

import java.util.List;

/** A file or its mapping cannot be used at all; nothing was changed. Told by the message {@code moving.refused.<code>}. */
public final class MovingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final List<String> details;

    public MovingRefused(String code, String... details) {
        super(code + " " + String.join(", ", details));
        this.code = code;
        this.details = List.of(details);
    }

    public String code() {
        return code;
    }

    public List<String> details() {
        return details;
    }
}
