package vn.caunoi.core.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A task of a petition: a UUID that follows from petition, process, activity and occurrence, so that a rebuilt engine gives
 * the same ids; of version 8 where the petition's id rises, else of version 5.
 */
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
