package vn.caunoi.core.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A task of a petition: a UUIDv5 of petition, process, activity and occurrence, so that a rebuilt engine gives the same ids. */
public record TaskId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TaskId {
        if (value.isBlank()) throw new IllegalArgumentException("TaskId is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
