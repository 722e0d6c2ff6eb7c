package vn.caunoi.core.letter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.caunoi.core.directory.UnitId;

/** The book of a unit and year, which is the name of its stream. */
public record NumberBookId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NumberBookId {
        if (value.isBlank()) throw new IllegalArgumentException("NumberBookId is blank");
    }

    public static NumberBookId of(UnitId unit, int year) {
        return new NumberBookId("number-book:" + unit + ":" + year);
    }

    @Override
    public String toString() {
        return value;
    }
}
