package vn.caunoi.core.reception;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.caunoi.core.vault.KeyId;

/** A visit or call (lượt tiếp công dân): a UUID, the id of its stream. */
public record VisitId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VisitId {
        if (value.isBlank()) throw new IllegalArgumentException("VisitId is blank");
    }

    /** What was said at the visit is sealed with it. */
    public KeyId key() {
        return KeyId.visit(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
