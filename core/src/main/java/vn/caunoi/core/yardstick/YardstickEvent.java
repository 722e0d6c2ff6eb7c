package vn.caunoi.core.yardstick;

import java.time.LocalDate;
import java.util.List;
import vn.caunoi.core.ledger.StoredAs;

/** What happened to the yardsticks of the house. */
public sealed interface YardstickEvent {

    /** Of the units named; what is known of others stays. A later one of the same unit and year counts. */
    @StoredAs("yardstick.survey-recorded")
    record SurveyRecorded(int year, List<SurveyIndex> units) implements YardstickEvent {}

    /** Of the units named; what others are to reach stays. */
    @StoredAs("yardstick.targets-set")
    record TargetsSet(int year, List<YearTarget> units) implements YardstickEvent {}

    /** Holds from that day on, until a rule of a later day does. */
    @StoredAs("yardstick.hot-spots-set")
    record HotSpotsSet(LocalDate from, HotSpotRule rule) implements YardstickEvent {}
}
