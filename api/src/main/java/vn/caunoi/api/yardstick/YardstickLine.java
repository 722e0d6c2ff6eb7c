package vn.caunoi.api.yardstick;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;

/**
 * What a line of the table says of a unit and a year; null for what it leaves open.
 *
 * @param index survey index in hundredths of a percent, {@code asked} how many were asked
 * @param targetIndex in hundredths of a percent, {@code targetRating} in hundredths
 */
record YardstickLine(
        UnitId unit,
        int year,
        @Nullable Integer index,
        @Nullable Integer asked,
        @Nullable Integer targetIndex,
        @Nullable Integer targetRating) {

    boolean isEmpty() {
        return index == null && targetIndex == null && targetRating == null;
    }
}
