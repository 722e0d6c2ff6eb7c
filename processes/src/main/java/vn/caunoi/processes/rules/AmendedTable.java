package vn.caunoi.processes.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.timekeeping.AmendedRule;
import vn.caunoi.core.timekeeping.TimeInForce;

/**
 * A deadline table as a designer wrote it anew: which rows say otherwise than what is in force, and which are new. What is
 * amended of a row is its limit, its source and how sure it is; whom it is for stays, for cases that run refer to it. A row
 * that is left out stays as it is.
 */
public final class AmendedTable {

    /** @param before what is in force on the first day of {@code now} */
    public record Change(DmnRules.Row row, AmendedRule before, AmendedRule now) {}

    private static final int FIRST = 1;

    private final RulesInForce inForce;
    private final LocalDate today;

    /** @param today a day on which an edition has begun: no other of the row begins on it */
    public AmendedTable(RulesInForce inForce, LocalDate today) {
        this.inForce = inForce;
        this.today = today;
    }

    /**
     * @param from first day of what is amended
     * @throws BrokenTable when it cannot be used, or is not the same table with other limits
     */
    public List<Change> changes(byte[] table, LocalDate from) {
        List<DmnRules.Row> written = DmnRules.of(table).rows();
        Map<String, DmnRules.Row> known = byId(inForce.rows());
        List<AmendedRule> wanted = new ArrayList<>();
        for (DmnRules.Row row : written) {
            DmnRules.Row one = known.get(row.id());
            if (one == null) continue;
            if (!one.conditions().equals(row.conditions())) throw broken(row.id(), "is for others than before");
            wanted.add(rule(row, from));
        }
        return differing(wanted, from);
    }

    /**
     * The table in force with the rows that a table written anew has beside its own; empty where it has none.
     *
     * @throws BrokenTable when it cannot be used, or a new row answers nothing that could be used
     */
    public Optional<String> extended(byte[] table) {
        Set<String> known = byId(inForce.rows()).keySet();
        List<DmnRules.Row> added = DmnRules.of(table).rows().stream()
                .filter(row -> !known.contains(row.id()))
                .toList();
        if (added.isEmpty()) return Optional.empty();
        added.forEach(row -> rule(row, today));
        String base = new String(inForce.content(), StandardCharsets.UTF_8);
        String whole = WholeTable.of(base, new String(table, StandardCharsets.UTF_8), known);
        DmnRules.of(whole.getBytes(StandardCharsets.UTF_8));
        return Optional.of(whole);
    }

    /** Of what is wanted, what is not in force on that day anyway. */
    public List<Change> differing(List<AmendedRule> wanted, LocalDate from) {
        Map<String, DmnRules.Row> known = byId(inForce.rows());
        TimeInForce time = inForce.time();
        List<Change> changes = new ArrayList<>();
        for (AmendedRule one : wanted) {
            DmnRules.Row row = known.get(one.row());
            if (row == null) continue;
            LocalDate day = beginning(time, one.row(), from);
            AmendedRule before = time.of(one.row(), day).orElseGet(() -> rule(row, day));
            if (!same(before, one)) changes.add(new Change(row, before, on(one, day)));
        }
        return changes;
    }

    /** The table with what is in force on a day, as a text to begin with. */
    public String written(LocalDate on) {
        DmnModelInstance table = Dmn.readModelFromStream(new ByteArrayInputStream(inForce.content()));
        List<String> columns = columns(table);
        TimeInForce time = inForce.time();
        for (Rule rule : table.getModelElementsByType(Rule.class)) {
            time.of(rule.getId(), on).ifPresent(edition -> write(rule, columns, edition));
        }
        return Dmn.convertToString(table);
    }

    /**
     * A table with other limits; its other rows, and whatever else it says, stay as they are.
     *
     * @param limits by row
     * @throws BrokenTable when it cannot be used
     */
    public static String rewritten(String table, Map<String, Limit> limits) {
        DmnRules.of(table.getBytes(StandardCharsets.UTF_8));
        DmnModelInstance model =
                Dmn.readModelFromStream(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        List<String> columns = columns(model);
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            Limit limit = limits.get(rule.getId());
            if (limit != null) write(rule, columns, cells(limit));
        }
        return Dmn.convertToString(model);
    }

    /** @throws BrokenTable when it cannot be used */
    public static List<DmnRules.Row> rows(String table) {
        return DmnRules.of(table.getBytes(StandardCharsets.UTF_8)).rows();
    }

    private static List<String> columns(DmnModelInstance table) {
        return table.getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .toList();
    }

    private static Map<String, String> cells(Limit limit) {
        return Map.of(
                "amount",
                String.valueOf(limit.amount()),
                "unit",
                quoted(limit.unit().name()));
    }

    private static void write(Rule rule, List<String> columns, AmendedRule edition) {
        Map<String, String> cells = Map.of(
                "amount", String.valueOf(edition.limit().amount()),
                "unit", quoted(edition.limit().unit().name()),
                "roll", String.valueOf(edition.roll()),
                "source", quoted(edition.source()),
                "confidence", quoted(edition.confidence()));
        write(rule, columns, cells);
    }

    private static void write(Rule rule, List<String> columns, Map<String, String> cells) {
        Iterator<String> column = columns.iterator();
        for (OutputEntry entry : rule.getOutputEntries()) {
            String text = cells.get(column.next());
            if (text != null) entry.getText().setTextContent(text);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "'") + '"';
    }

    /** A day later where an edition has begun already on that day. */
    private LocalDate beginning(TimeInForce time, String row, LocalDate from) {
        boolean taken = !from.isAfter(today)
                && time.editions(row).stream()
                        .anyMatch(edition -> edition.validFrom().equals(from));
        return taken ? from.plusDays(1) : from;
    }

    private static boolean same(AmendedRule one, AmendedRule other) {
        return one.limit().equals(other.limit())
                && one.roll() == other.roll()
                && one.source().equals(other.source())
                && one.confidence().equals(other.confidence());
    }

    private static AmendedRule on(AmendedRule rule, LocalDate day) {
        return new AmendedRule(
                rule.row(), FIRST, rule.limit(), rule.roll(), rule.source(), rule.confidence(), day, null);
    }

    private static AmendedRule rule(DmnRules.Row row, LocalDate from) {
        Map<String, String> then = row.results();
        try {
            Limit limit = new Limit(
                    Integer.parseInt(then.getOrDefault("amount", "")),
                    LimitUnit.valueOf(then.getOrDefault("unit", "")));
            return new AmendedRule(
                    row.id(),
                    FIRST,
                    limit,
                    then.getOrDefault("roll", "").equals("true"),
                    then.getOrDefault("source", ""),
                    then.getOrDefault("confidence", ""),
                    from,
                    null);
        } catch (IllegalArgumentException unreadable) {
            throw new BrokenTable("deadlines", "row " + row.id() + " has no limit", unreadable);
        }
    }

    private static BrokenTable broken(String row, String why) {
        return new BrokenTable("deadlines", "row " + row + " " + why);
    }

    private static Map<String, DmnRules.Row> byId(List<DmnRules.Row> rows) {
        return rows.stream().collect(Collectors.toMap(DmnRules.Row::id, row -> row, (one, other) -> one));
    }
}
