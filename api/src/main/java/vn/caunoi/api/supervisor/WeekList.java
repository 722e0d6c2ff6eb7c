package vn.caunoi.api.supervisor;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.caunoi.api.yardstick.HotSpotDesk;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Burden;
import vn.caunoi.projections.oversight.Oversight;

/** What a unit has to look at this week, so much of each that it goes onto one sheet of paper. */
@Component
public class WeekList {

    /** What is looked at, in this order. */
    public static final List<Burden> PARTS = List.of(
            Burden.OVERDUE, Burden.DUE_SOON, Burden.ESCALATED, Burden.UNASSIGNED, Burden.STUCK, Burden.DIRECTED);

    /** Cases that an A4 sheet has place for beside headings. */
    static final int LINES = 30;

    /** @param cases the first of them */
    public record Part(Burden of, long count, List<Oversight.Case> cases) {

        /** How many are not named. */
        public long more() {
            return count - cases.size();
        }
    }

    /** Parts without a case are left out. */
    public record Sheet(UnitId unit, List<Part> parts) {}

    private final Oversight oversight;
    private final Clock clock;
    private final HotSpotDesk hotSpots;

    WeekList(Oversight oversight, Clock clock, HotSpotDesk hotSpots) {
        this.oversight = oversight;
        this.clock = clock;
        this.hotSpots = hotSpots;
    }

    /** The last day of this week. */
    public LocalDate sunday() {
        return DueDate.dayOf(clock.instant()).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /** How many cases each unit has to look at, units without any left out; due soon is what is due in this week. */
    public Map<UnitId, Map<Burden, Long>> counts(Visibility sight) {
        Map<UnitId, Map<Burden, Long>> units = new TreeMap<>(Comparator.comparing(UnitId::value));
        for (Oversight.Burdened one : oversight.burdens(false, sight, untilSunday(), hotSpots.today())) {
            Map<Burden, Long> counts = new EnumMap<>(Burden.class);
            PARTS.stream()
                    .filter(part -> one.counts().getOrDefault(part, 0L) > 0)
                    .forEach(part -> counts.put(part, one.counts().getOrDefault(part, 0L)));
            String unit = one.who();
            if (unit != null && !counts.isEmpty()) units.put(new UnitId(unit), counts);
        }
        return units;
    }

    /** @param counts of this unit */
    public Sheet sheet(UnitId unit, Map<Burden, Long> counts, Visibility sight) {
        Visibility here = sight.within(Set.of(unit));
        Map<Burden, Integer> shares = shares(counts);
        List<Part> parts = new ArrayList<>();
        shares.forEach(
                (part, share) -> parts.add(new Part(part, counts.getOrDefault(part, 0L), cases(part, share, here))));
        return new Sheet(unit, parts);
    }

    private List<Oversight.Case> cases(Burden part, int most, Visibility here) {
        return switch (part) {
            case OVERDUE -> oversight.overdue(here, null, most).items();
            case DUE_SOON -> oversight.dueSoon(here, untilSunday(), null, most).items();
            case ESCALATED -> oversight.escalated(here, null, most).items();
            case UNASSIGNED -> oversight.unassigned(here, null, most).items();
            default ->
                oversight
                        .burdened(part, null, null, here, untilSunday(), hotSpots.today(), null, most)
                        .items();
        };
    }

    /** First the same place for each, then what others leave goes to the first that needs it. */
    static Map<Burden, Integer> shares(Map<Burden, Long> counts) {
        Map<Burden, Integer> shares = new EnumMap<>(Burden.class);
        int left = LINES;
        for (Burden part : PARTS) {
            int share = (int) Math.min(counts.getOrDefault(part, 0L), LINES / PARTS.size());
            if (share > 0) shares.put(part, share);
            left -= share;
        }
        for (Burden part : PARTS) {
            int more = (int) Math.min(counts.getOrDefault(part, 0L) - shares.getOrDefault(part, 0), left);
            if (more > 0) shares.merge(part, more, Integer::sum);
            left -= Math.max(more, 0);
        }
        return shares;
    }

    private Duration untilSunday() {
        Instant end = sunday().plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
        return Duration.between(clock.instant(), end);
    }
}
