package vn.caunoi.core.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person as entered in one petition: a UUID, rising like the petition's where that does. */
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
