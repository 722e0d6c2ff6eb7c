package vn.caunoi.processes.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.handling.Handling;
import vn.caunoi.core.handling.HandlingQuestion;
import vn.caunoi.core.handling.HandlingRule;
import vn.caunoi.core.handling.HandlingRules;
import vn.caunoi.core.handling.Mark;

/** The handling table {@code handling.dmn}, evaluated by the DMN engine alone; its rows are read from above. Safe for many threads. */
public final class DmnHandling implements HandlingRules {

    private static final String NAME = "handling";
    private static final String FILE = NAME + ".dmn";

    private final RuleTable table;

    /** Answers what the table has no row for. */
    private final @Nullable DmnHandling otherwise;

    private final boolean own;

    private DmnHandling(RuleTable table, @Nullable DmnHandling otherwise, boolean own) {
        this.table = table;
        this.otherwise = otherwise;
        this.own = own;
    }

    /** The table that the product ships. */
    public static DmnHandling shipped() {
        try (InputStream content = DmnHandling.class.getResourceAsStream("/models/" + FILE)) {
            if (content == null) throw new IllegalStateException(FILE + " is missing from the build");
            return of(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The table of an authority, {@code handling.dmn} in the folder, completed by the shipped one; the shipped one when
     * there is none.
     *
     * @throws BrokenTable when the authority's table cannot be used
     */
    public static DmnHandling from(Path folder) {
        Path own = folder.resolve(FILE);
        if (!Files.exists(own)) return shipped();
        try {
            return new DmnHandling(RuleTable.parse(NAME, Files.readAllBytes(own), HitPolicy.FIRST), shipped(), true);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static DmnHandling of(byte[] content) {
        return new DmnHandling(RuleTable.parse(NAME, content, HitPolicy.FIRST), null, false);
    }

    /**
     * One that was published whole: a row that is not in it does not exist.
     *
     * @throws BrokenTable when it cannot be used
     */
    static DmnHandling published(byte[] content) {
        return new DmnHandling(RuleTable.parse(NAME, content, HitPolicy.FIRST), null, true);
    }

    /** All rows in the order they are asked, those of the authority first. */
    public List<DmnRules.Row> rows() {
        List<DmnRules.Row> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(own ? row.ofTheAuthority() : row));
        if (otherwise == null) return rows;
        Set<String> known = rows.stream().map(DmnRules.Row::id).collect(Collectors.toSet());
        otherwise.rows().stream().filter(row -> !known.contains(row.id())).forEach(rows::add);
        return rows;
    }

    @Override
    public Optional<HandlingRule> ruleFor(HandlingQuestion question) {
        Optional<Map<String, Object>> row = table.rowFor(asked(question));
        if (row.isEmpty() && otherwise != null) return otherwise.ruleFor(question);
        return row.map(this::rule);
    }

    private HandlingRule rule(Map<String, Object> row) {
        String outcome = cell(row, "outcome");
        return new HandlingRule(
                cell(row, "row"),
                table.version(),
                handling(row),
                outcome.isBlank() ? null : outcome,
                cell(row, "source"),
                cell(row, "confidence"));
    }

    private Handling handling(Map<String, Object> row) {
        try {
            return Handling.valueOf(cell(row, "handling"));
        } catch (IllegalArgumentException unknown) {
            throw new BrokenTable(table.version(), "row " + row.get("row") + ": no such handling", unknown);
        }
    }

    private String cell(Map<String, Object> row, String column) {
        if (row.get(column) instanceof String text) return text;
        throw new BrokenTable(table.version(), "row " + row.get("row") + ": " + column + " is " + row.get(column));
    }

    private static Map<String, Object> asked(HandlingQuestion question) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("kind", question.kind().name());
        asked.put("competent", question.competent());
        asked.put("complete", question.missing().isEmpty());
        asked.put("anonymous", question.anonymous());
        asked.put("forwarded", question.forwarded());
        asked.put("ground", question.ground() == null ? "" : question.ground().name());
        asked.put("guidedBefore", question.guidedBefore());
        asked.put("evidenced", question.marks().contains(Mark.EVIDENCED));
        asked.put("newEvidence", question.marks().contains(Mark.NEW_EVIDENCE));
        asked.put("sentToSeveral", question.marks().contains(Mark.SENT_TO_SEVERAL));
        asked.put("crime", question.marks().contains(Mark.SIGNS_OF_CRIME));
        asked.put("subordinateOverdue", question.marks().contains(Mark.SUBORDINATE_OVERDUE));
        asked.put("settled", question.marks().contains(Mark.ALREADY_SETTLED));
        asked.put("unreadable", question.marks().contains(Mark.UNREADABLE));
        asked.put("severalKinds", question.marks().contains(Mark.SEVERAL_KINDS));
        asked.put("on", question.on());
        return asked;
    }
}
