package vn.caunoi.core.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A request for an opinion: a UUID. */
public record ConsultId(@JsonValue String value) {

    private static final String STAGE = "consult:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConsultId {
        if (value.isBlank()) throw new IllegalArgumentException("ConsultId is blank");
    }

    /** The word under which the sweeper looks after its time for the answer. */
    public String stage() {
        return STAGE + value;
    }

    /** @return whether a stage word is that of a consult, and not of the deadline table */
    static boolean isStage(String stage) {
        return stage.startsWith(STAGE);
    }

    static ConsultId ofStage(String stage) {
        return new ConsultId(stage.substring(STAGE.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
