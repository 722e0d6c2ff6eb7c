package vn.caunoi.core.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A petition (đơn): a UUID in canonical text, the id of its stream; rising since 0024, random before. */
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
