package vn.caunoi.core.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A letter of a case: a UUID. */
public record LetterId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LetterId {
        if (value.isBlank()) throw new IllegalArgumentException("LetterId is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
