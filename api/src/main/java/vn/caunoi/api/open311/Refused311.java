package vn.caunoi.api.open311;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that the specification wants refused with a code and a sentence. */
final class Refused311 extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final HttpStatus status;
    private final String description;

    Refused311(HttpStatus status, String description) {
        super(description, null, false, false);
        this.status = status;
        this.description = description;
    }

    Answer311 answer() {
        return new Answer311(
                status,
                "errors",
                "error",
                List.of(Map.of("code", String.valueOf(status.value()), "description", description)));
    }
}
