package vn.caunoi.processes.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How many cases come on a working day, by its weekday and month, as they came in a period. A case of a day off came on the next
 * working day.
 */
public final class Arrivals {
    private final double mean;
    private final Map<DayOfWeek, Double> weekdays;
    private final Map<Month, Double> months;

    private Arrivals(double mean, Map<DayOfWeek, Double> weekdays, Map<Month, Double> months) {
        this.mean = mean;
        this.weekdays = weekdays;
        this.months = months;
    }

    private static final class Share {
        private double cases;
        private double days;
    }

    public static Arrivals of(List<LocalDate> came, LocalDate from, LocalDate last, Predicate<LocalDate> isWorked) {
        Map<DayOfWeek, Share> weekdays = new EnumMap<>(DayOfWeek.class);
        Map<Month, Share> months = new EnumMap<>(Month.class);
        List<LocalDate> days =
                from.datesUntil(last.plusDays(1)).filter(isWorked).toList();
        for (LocalDate day : days) {
            weekdays.computeIfAbsent(day.getDayOfWeek(), first -> new Share()).days++;
            months.computeIfAbsent(day.getMonth(), first -> new Share()).days++;
        }
        for (LocalDate one : came) {
            LocalDate day = one;
            while (!isWorked.test(day)) day = day.plusDays(1);
            weekdays.computeIfAbsent(day.getDayOfWeek(), first -> new Share()).cases++;
            months.computeIfAbsent(day.getMonth(), first -> new Share()).cases++;
        }
        double mean = days.isEmpty() ? 0 : (double) came.size() / days.size();
        return new Arrivals(mean, index(weekdays, mean), index(months, mean));
    }

    private static <K> Map<K, Double> index(Map<K, Share> shares, double mean) {
        Map<K, Double> index = new java.util.HashMap<>();
        shares.forEach((key, share) -> {
            if (share.days > 0 && mean > 0) index.put(key, share.cases / share.days / mean);
        });
        return index;
    }

    /** On average, on a working day. */
    public double mean() {
        return mean;
    }

    /** So many working days from one on; months of which nothing is known are like the others. */
    public List<Double> ahead(LocalDate from, int workingDays, Predicate<LocalDate> isWorked, double factor) {
        List<Double> rates = new ArrayList<>();
        for (LocalDate day = from; rates.size() < workingDays; day = day.plusDays(1)) {
            if (!isWorked.test(day)) continue;
            double index = weekdays.getOrDefault(day.getDayOfWeek(), 1.0) * months.getOrDefault(day.getMonth(), 1.0);
            rates.add(mean * index * factor);
        }
        return rates;
    }
}
