package vn.caunoi.core.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An officer, by account name. Machines that act are officers too: {@code system:driver}, {@code system:sweeper}. */
public record OfficerId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfficerId {
        if (value.isBlank()) throw new IllegalArgumentException("OfficerId is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
