package vn.caunoi.core.yardstick;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.yardstick.YardstickCommand.RecordSurvey;
import vn.caunoi.core.yardstick.YardstickCommand.SetHotSpots;
import vn.caunoi.core.yardstick.YardstickCommand.SetTargets;
import vn.caunoi.core.yardstick.YardstickEvent.HotSpotsSet;
import vn.caunoi.core.yardstick.YardstickEvent.SurveyRecorded;
import vn.caunoi.core.yardstick.YardstickEvent.TargetsSet;

/** Keeps the yardsticks. */
@Aggregate
class YardstickBook {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int WHOLE = 10_000;
    private static final int WORST = 100;
    private static final int BEST = 500;
    private static final int MOST = 36_500;

    @AggregateIdentifier
    private @Nullable String stream;

    private Yardsticks known = Yardsticks.NONE;

    YardstickBook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordSurvey order) {
        mustBeAllowed(order.by());
        mustBeOfAYear(order.year());
        mustBeOnce(order.units(), SurveyIndex::unit);
        for (SurveyIndex one : order.units()) {
            mustBeWithin("index", one.hundredths(), 0, WHOLE);
            if (one.asked() != null) mustBeWithin("asked", one.asked(), 1, Integer.MAX_VALUE);
        }
        List<SurveyIndex> news = order.units().stream()
                .filter(one -> !known.survey(one.unit(), order.year()).equals(Optional.of(one)))
                .toList();
        if (!news.isEmpty()) apply(new SurveyRecorded(order.year(), news));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetTargets order) {
        mustBeAllowed(order.by());
        mustBeOfAYear(order.year());
        mustBeOnce(order.units(), YearTarget::unit);
        for (YearTarget one : order.units()) {
            if (one.index() != null) mustBeWithin("targetIndex", one.index(), 0, WHOLE);
            if (one.rating() != null) mustBeWithin("targetRating", one.rating(), WORST, BEST);
        }
        List<YearTarget> news = order.units().stream()
                .filter(one -> !known.target(one.unit(), order.year()).equals(Optional.of(one)))
                .toList();
        if (!news.isEmpty()) apply(new TargetsSet(order.year(), news));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetHotSpots order) {
        mustBeAllowed(order.by());
        mustBeOfAYear(order.from().getYear());
        HotSpotRule rule = order.rule();
        mustBeWithin("overLevels", rule.overLevels(), 0, MOST);
        mustBeWithin("backlogDays", rule.backlogDays(), 0, MOST);
        mustBeWithin("complexPoints", rule.complexPoints(), 0, MOST);
        mustBeWithin("prolongedDays", rule.prolongedDays(), 0, MOST);
        mustBeWithin("crowdPeople", rule.crowdPeople(), 0, MOST);
        mustBeWithin("repeatedTimes", rule.repeatedTimes(), 0, MOST);
        if (!rule.equals(known.hotSpots().get(order.from()))) apply(new HotSpotsSet(order.from(), rule));
    }

    private static void mustBeAllowed(Actor by) {
        if (!by.is(Role.ADMIN)) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private static void mustBeOfAYear(int year) {
        mustBeWithin("year", year, FIRST_YEAR, LAST_YEAR);
    }

    private static void mustBeWithin(String field, int value, int least, int most) {
        if (value < least || value > most) throw invalid(field, "out-of-range", "is not within its bounds");
    }

    private static <T> void mustBeOnce(List<T> all, Function<T, UnitId> unit) {
        Set<UnitId> seen = new HashSet<>();
        for (T one : all) if (!seen.add(unit.apply(one))) throw invalid("unit", "doubled", "is named twice");
    }

    private static Refusal invalid(String field, String code, String message) {
        return Refusal.because(Reason.INVALID_INPUT, field, code, message);
    }

    @EventSourcingHandler
    void evolve(YardstickEvent event) {
        stream = YardstickCommand.STREAM;
        known = known.after(event);
    }
}
