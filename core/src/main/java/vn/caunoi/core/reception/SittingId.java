package vn.caunoi.core.reception;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A day on which a leader receives citizens (buổi tiếp công dân): a UUID, the id of its stream. */
public record SittingId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SittingId {
        if (value.isBlank()) throw new IllegalArgumentException("SittingId is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
