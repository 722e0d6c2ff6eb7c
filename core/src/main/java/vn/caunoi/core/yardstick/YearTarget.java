package vn.caunoi.core.yardstick;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;

/**
 * What a unit is to reach in a year.
 *
 * @param rating mean of the citizens' rating of their case, in hundredths: 450 is 4.50 of 5; null for none
 * @param index survey index in hundredths of a percent; null for none
 */
public record YearTarget(
        UnitId unit, @Nullable Integer rating, @Nullable Integer index) {}
