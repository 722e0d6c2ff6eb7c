package vn.caunoi.core.yardstick;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;

/**
 * What a survey by sample found out of a unit in a year; not what citizens say of their own case.
 *
 * @param hundredths satisfaction in hundredths of a percent: 9140 is 91.40 %
 * @param asked how many people were asked; null where the survey does not say
 */
public record SurveyIndex(
        UnitId unit, int hundredths, @Nullable Integer asked) {}
