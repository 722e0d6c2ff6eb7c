package vn.caunoi.core.yardstick;

/**
 * From where on an open case is a hot spot, from a day on. Zero: it is not watched.
 *
 * @param overLevels brought to a unit so many levels above the one that has it now (complaints and denunciations)
 * @param backlogDays past a limit for longer than so many days
 * @param complexPoints so many demands; accepted as complex it is one anyway
 * @param prolongedDays received before more than so many days
 * @param crowdPeople handed in by so many people
 * @param repeatedTimes closed so many times and open again, or complained of a second time
 */
public record HotSpotRule(
        int overLevels, int backlogDays, int complexPoints, int prolongedDays, int crowdPeople, int repeatedTimes) {

    /** What holds until administrators set anything else. */
    public static final HotSpotRule SHIPPED = new HotSpotRule(1, 30, 3, 180, 5, 1);
}
