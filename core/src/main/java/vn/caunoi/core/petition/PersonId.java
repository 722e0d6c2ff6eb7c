package vn.caunoi.core.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person as entered in one petition: a random UUID. */
public record PersonId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        if (value.isBlank()) throw new IllegalArgumentException("PersonId is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
