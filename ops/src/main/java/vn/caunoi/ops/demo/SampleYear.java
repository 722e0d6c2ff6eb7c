package vn.caunoi.ops.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.WorkingCalendar;

/**
 * Plays a past year of two wards on the business clock: petitions come in, people work them at their own pace, some are
 * neglected. What comes of it is recorded by the same commands that people give.
 */
final class SampleYear {
    private static final Logger LOG = LoggerFactory.getLogger(SampleYear.class);
    private static final int CASES = 160;
    static final int DAYS = 360;

    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final SampleWork work;
    private final Runnable evening;
    private final Random random = new Random(20261118);

    private record Move(Instant at, SampleWork.Story story) {}

    /** @param evening lets everything happen that follows from the day's work, and what fell due that day */
    SampleYear(BusinessClock clock, WorkingCalendar calendar, SampleWork work, Runnable evening) {
        this.clock = clock;
        this.calendar = calendar;
        this.work = work;
        this.evening = evening;
    }

    /** Plays until {@code end}, from {@link #DAYS} days before it; the clock must stand before that. */
    void play(Instant end) {
        PriorityQueue<Move> moves = new PriorityQueue<>(Comparator.comparing(Move::at));
        arrivals(end).forEach(at -> moves.add(new Move(at, work.newStory())));
        LocalDate begin = day(end).minusDays(DAYS);
        for (LocalDate day = begin; !day.isAfter(day(end)); day = day.plusDays(1)) {
            forwardTo(earlier(day.atTime(7, 30).atZone(BusinessClock.ZONE).toInstant(), end));
            while (!moves.isEmpty()
                    && day(moves.peek().at()).equals(day)
                    && moves.peek().at().isBefore(end)) {
                Move move = moves.remove();
                forwardTo(move.at());
                if (work.goOn(move.story())) moves.add(new Move(later(move), move.story()));
            }
            evening.run();
        }
        LOG.info("{} sample cases of the past year are recorded", CASES);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void forwardTo(Instant moment) {
        if (moment.isAfter(clock.instant())) clock.travelTo(moment);
    }

    /** Spread over the year, the last months fuller, so that much of it is still being worked on. */
    private List<Instant> arrivals(Instant end) {
        List<Instant> arrivals = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            double back = Math.pow(random.nextDouble(), 1.6) * (DAYS - 12);
            arrivals.add(officeHour(day(end).minusDays(1 + (long) back)));
        }
        return arrivals;
    }

    private Instant later(Move move) {
        long days = 1
                + (long) (random.nextDouble()
                        * random.nextDouble()
                        * 9
                        * move.story().slowness());
        return officeHour(day(move.at()).plusDays(days));
    }

    private Instant officeHour(LocalDate wanted) {
        LocalDate day = calendar.isWorkingDay(wanted) ? wanted : calendar.nextWorkingDay(wanted);
        ZonedDateTime opens = day.atTime(7, 45).atZone(BusinessClock.ZONE);
        return opens.plusSeconds(random.nextInt(8 * 3600)).toInstant();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BusinessClock.ZONE);
    }
}
