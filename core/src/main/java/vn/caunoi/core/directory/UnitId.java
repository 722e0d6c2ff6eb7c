package vn.caunoi.core.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A unit of the authority: a province, commune, agency or office. Units merge and end; the id stays. */
public record UnitId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitId {
        if (value.isBlank()) throw new IllegalArgumentException("UnitId is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
