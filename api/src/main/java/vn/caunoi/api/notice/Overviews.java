package vn.caunoi.api.notice;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.caunoi.api.supervisor.WeekList;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.Burden;
import vn.caunoi.projections.oversight.Oversight;

/** What somebody oversees, in numbers: the same that stand on the board when it is opened by them. */
@Component
class Overviews {

    /** Codes that a mail names. */
    private static final int NAMED = 10;

    /**
     * A morning's numbers.
     *
     * @param today how many cases have a limit that ends today
     * @param overdue codes of the most overdue; never of a denunciation, for mail lies open on its way
     */
    record Overview(LocalDate day, long today, Map<Burden, Long> counts, List<String> overdue) {

        boolean isEmpty() {
            return today == 0 && counts.isEmpty();
        }

        long count(Burden of) {
            return counts.getOrDefault(of, 0L);
        }
    }

    private final Overseers overseers;
    private final WeekList list;
    private final Oversight oversight;

    Overviews(Overseers overseers, WeekList list, Oversight oversight) {
        this.overseers = overseers;
        this.list = list;
        this.oversight = oversight;
    }

    /** Empty for whoever oversees nothing now. */
    Optional<Overview> of(OfficerId officer, LocalDate day) {
        return overseers.find(officer).map(actor -> overview(Visibility.of(actor), day));
    }

    private Overview overview(Visibility sight, LocalDate day) {
        Map<Burden, Long> counts = new EnumMap<>(Burden.class);
        list.counts(sight)
                .values()
                .forEach(unit -> unit.forEach((part, count) -> counts.merge(part, count, Long::sum)));
        long today = oversight.dueDays(new Oversight.Span(day, day, null), sight).stream()
                .mapToLong(Oversight.DueDay::cases)
                .sum();
        List<String> overdue = oversight.overdue(sight, null, NAMED).items().stream()
                .filter(one -> one.kind() != Kind.DENUNCIATION)
                .map(Oversight.Case::code)
                .toList();
        return new Overview(day, today, counts, overdue);
    }
}
