package vn.caunoi.api.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportTable;
import vn.caunoi.projections.report.ReportFacts;
import vn.caunoi.projections.report.ReportFacts.Item;
import vn.caunoi.projections.report.Submission;
import vn.caunoi.projections.report.Submissions;

/** Compares a submission with what is counted now. */
@Component
public class Differences {
    private static final int MOST = 100;

    private final ReportFacts facts;
    private final Submissions submissions;
    private final ReportReading reading;

    Differences(ReportFacts facts, Submissions submissions, ReportReading reading) {
        this.facts = facts;
        this.submissions = submissions;
        this.reading = reading;
    }

    /** Of a submission, whether it stands or was recalled; 0 for the last one. */
    public List<Difference> of(Which which, int time) {
        Submission submission = find(which, time);
        Which then = reading.asSubmitted(which, submission);
        Standing frozen = Standing.of(submission, facts, which);
        Map<ReportColumn, ReportFacts.Found> live = facts.found(then.columns(), then.scope());
        return then.definition().tables().stream()
                .flatMap(table -> of(table, then, frozen, live).stream())
                .toList();
    }

    Submission find(Which which, int time) {
        int wanted = time > 0
                ? time
                : submissions.of(which.id()).stream()
                        .findFirst()
                        .map(Submission::time)
                        .orElseThrow(NotFound::new);
        return submissions.find(which.id(), wanted).orElseThrow(NotFound::new);
    }

    private List<Difference> of(
            ReportTable table, Which which, Standing frozen, Map<ReportColumn, ReportFacts.Found> live) {
        Map<String, Set<Item>> before = new HashMap<>();
        Map<String, Set<Item>> now = new HashMap<>();
        List<ReportColumn> counted = table.columns().stream()
                .filter(column -> !column.any().isEmpty())
                .toList();
        for (ReportColumn column : counted) {
            before.put(column.id(), new HashSet<>(frozen.items(table, column)));
            ReportFacts.Found found = live.get(column);
            now.put(column.id(), found == null ? Set.of() : new HashSet<>(found.items()));
        }
        return counted.stream()
                .filter(column -> !Objects.equals(before.get(column.id()), now.get(column.id())))
                .map(column -> difference(table, column, which, before, now))
                .toList();
    }

    private Difference difference(
            ReportTable table,
            ReportColumn column,
            Which which,
            Map<String, Set<Item>> before,
            Map<String, Set<Item>> now) {
        Set<Item> then = before.getOrDefault(column.id(), Set.of());
        Set<Item> today = now.getOrDefault(column.id(), Set.of());
        List<Item> added = without(today, then);
        List<Item> gone = without(then, today);
        List<Difference.Gone> shownGone = facts.shown(first(gone), which.sight()).stream()
                .map(item -> new Difference.Gone(item, elsewhere(item.subject(), before, now)))
                .toList();
        int more = Math.max(0, added.size() - MOST) + Math.max(0, gone.size() - MOST);
        return new Difference(
                table.id(),
                column.id(),
                sum(then),
                sum(today),
                facts.shown(first(added), which.sight()),
                shownGone,
                more);
    }

    private static List<String> elsewhere(String subject, Map<String, Set<Item>> before, Map<String, Set<Item>> now) {
        return now.entrySet().stream()
                .filter(entry -> has(entry.getValue(), subject))
                .map(Map.Entry::getKey)
                .filter(column -> !has(before.getOrDefault(column, Set.of()), subject))
                .sorted()
                .toList();
    }

    private static boolean has(Set<Item> items, String subject) {
        return items.stream().anyMatch(item -> item.subject().equals(subject));
    }

    private static List<Item> without(Set<Item> items, Set<Item> others) {
        return items.stream()
                .filter(item -> !others.contains(item))
                .sorted(Comparator.comparing(Item::subject))
                .collect(Collectors.toList());
    }

    private static List<Item> first(List<Item> items) {
        return items.size() > MOST ? items.subList(0, MOST) : items;
    }

    private static long sum(Set<Item> items) {
        return items.stream().mapToLong(Item::weight).sum();
    }
}
