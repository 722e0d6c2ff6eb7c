package vn.caunoi.projections.report;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.report.Counted;
import vn.caunoi.core.report.ReportPeriod;

/** One way in which a column counts facts of petitions, and what was found by it. */
final class FactWay {

    /** A fact as it stands. @param ends null of what does not last, or lasts still */
    record Fact(
            String what,
            @Nullable String detail,
            LocalDate day,
            @Nullable LocalDate ends,
            @Nullable String kind,
            @Nullable String category) {}

    final Counted counted;

    /** By the numbers that {@link FactPass} gives to petitions with their units. */
    final BitSet found = new BitSet();

    /** What the facts of a place say together; of those that are summed up only. */
    final Map<Integer, Long> amounts = new HashMap<>();

    private final ReportPeriod period;
    private final Set<String> kinds;
    private final Set<String> details;
    private final Predicate<@Nullable String> isAbout;

    /** @param isAbout for the category of a fact */
    FactWay(Counted counted, ReportPeriod period, Predicate<@Nullable String> isAbout) {
        this.counted = counted;
        this.period = period;
        this.kinds = counted.kinds().stream().map(Enum::name).collect(Collectors.toSet());
        this.details = Set.copyOf(counted.details());
        this.isAbout = isAbout;
    }

    void take(Fact fact, int place) {
        boolean fits =
                isOn(fact) && fits(kinds, fact.kind()) && fits(details, fact.detail()) && isAbout.test(fact.category());
        if (!fits) return;
        found.set(place);
        if (counted.what().isSum() && fact.detail() != null)
            amounts.merge(place, Long.valueOf(fact.detail()), Long::sum);
    }

    private boolean isOn(Fact fact) {
        LocalDate ends = Objects.requireNonNullElse(fact.ends(), LocalDate.MAX);
        return switch (counted.when()) {
            case IN -> !fact.day().isBefore(period.from()) && !fact.day().isAfter(period.last());
            case START -> fact.day().isBefore(period.from()) && !ends.isBefore(period.from());
            case END -> !fact.day().isAfter(period.last()) && ends.isAfter(period.last());
        };
    }

    private static boolean fits(Set<String> wanted, @Nullable String word) {
        return wanted.isEmpty() || word != null && wanted.contains(word);
    }
}
