package vn.caunoi.core.conference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.caunoi.core.vault.KeyId;

/** A dialogue conference: a UUID, the id of its stream. */
public record ConferenceId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConferenceId {
        if (value.isBlank()) throw new IllegalArgumentException("ConferenceId is blank");
    }

    /** Minutes and what people said are sealed with it. */
    public KeyId key() {
        return KeyId.conference(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
