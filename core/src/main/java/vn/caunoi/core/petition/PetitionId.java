package vn.caunoi.core.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A petition (đơn): a random UUID in canonical text, the id of its stream. */
public record PetitionId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PetitionId {
        if (value.isBlank()) throw new IllegalArgumentException("PetitionId is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
