package vn.caunoi.core.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A planned reorganisation: a UUID, the id of its stream. */
public record ReorganisationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReorganisationId {
        if (value.isBlank()) throw new IllegalArgumentException("ReorganisationId is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
