package vn.caunoi.core.yardstick;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.directory.Actor;

/** Orders about the yardsticks; by administrators. Repeated, an order changes nothing. */
public sealed interface YardstickCommand {

    /** There is one book of them, so all changes are one stream. */
    String STREAM = "yardsticks";

    record RecordSurvey(@TargetAggregateIdentifier String stream, int year, List<SurveyIndex> units, Actor by)
            implements YardstickCommand {

        public RecordSurvey(int year, List<SurveyIndex> units, Actor by) {
            this(STREAM, year, List.copyOf(units), by);
        }
    }

    record SetTargets(@TargetAggregateIdentifier String stream, int year, List<YearTarget> units, Actor by)
            implements YardstickCommand {

        public SetTargets(int year, List<YearTarget> units, Actor by) {
            this(STREAM, year, List.copyOf(units), by);
        }
    }

    /** Once more for the same day, it is another rule for that day. */
    record SetHotSpots(@TargetAggregateIdentifier String stream, LocalDate from, HotSpotRule rule, Actor by)
            implements YardstickCommand {

        public SetHotSpots(LocalDate from, HotSpotRule rule, Actor by) {
            this(STREAM, from, rule, by);
        }
    }
}
