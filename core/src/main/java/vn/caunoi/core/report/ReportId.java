package vn.caunoi.core.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.caunoi.core.directory.UnitId;

/** The report of a unit about a period, which is the name of its stream. */
public record ReportId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReportId {
        if (value.isBlank()) throw new IllegalArgumentException("ReportId is blank");
    }

    /** @param whole with the units below */
    public static ReportId of(UnitId unit, boolean whole, int year, Term term) {
        return new ReportId("report:" + unit + ":" + (whole ? "whole" : "own") + ":" + year + ":" + term);
    }

    @Override
    public String toString() {
        return value;
    }
}
