package vn.caunoi.core.reception;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import vn.caunoi.core.directory.UnitId;

/** A room of a unit in which citizens are received: the name of its stream. Case and blanks make no other room. */
public record RoomId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoomId {
        if (value.isBlank()) throw new IllegalArgumentException("RoomId is blank");
    }

    public static RoomId of(UnitId unit, String name) {
        return new RoomId(
                "room:" + unit + ":" + name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
