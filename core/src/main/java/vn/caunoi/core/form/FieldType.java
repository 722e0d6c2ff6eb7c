package vn.caunoi.core.form;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a field takes. Dates are ISO local dates, datetimes ISO instants or offset times. */
public enum FieldType {
    TEXT,
    LONGTEXT,
    DATE,
    DATETIME,
    INTEGER,
    BOOLEAN,
    CHOICE,
    /** The id of a unit. */
    UNIT,
    /** The id of an officer. */
    OFFICER,
    /** The id of an uploaded file. */
    FILE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
