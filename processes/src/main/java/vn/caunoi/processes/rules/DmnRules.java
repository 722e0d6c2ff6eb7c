package vn.caunoi.processes.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;

/** The deadline table {@code deadlines.dmn}, evaluated by the DMN engine alone. Safe for many threads. */
public final class DmnRules implements Rules {

    private static final String NAME = "deadlines";
    private static final String FILE = NAME + ".dmn";

    /** More than the questions of many years: every kind, stage and circumstance that is asked, once a day. */
    private static final int REMEMBERED = 20_000;

    private final RuleTable table;

    /** Answers what the table has no row for. */
    private final @Nullable DmnRules otherwise;

    // FEEL parses each cell anew: over a millisecond per question, and bulk loads ask the same again and again, of
    // another day each time. So the day is one that stands for all between which the table answers alike.
    private final Map<RuleQuestion, DeadlineRule> answers = new ConcurrentHashMap<>();

    private DmnRules(RuleTable table, @Nullable DmnRules otherwise) {
        this.table = table;
        this.otherwise = otherwise;
    }

    /** The table that the product ships. */
    public static DmnRules shipped() {
        try (InputStream content = DmnRules.class.getResourceAsStream("/models/" + FILE)) {
            if (content == null) throw new IllegalStateException(FILE + " is missing from the build");
            return of(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The table of an authority: {@code deadlines.dmn} in the folder, or the shipped one when there is none. What it
     * has no row for, as for a stage that came with a later release, is answered by the shipped one.
     *
     * @throws BrokenTable when the authority's table cannot be used
     */
    public static DmnRules from(Path folder) {
        Path own = folder.resolve(FILE);
        if (!Files.exists(own)) return shipped();
        try {
            return new DmnRules(RuleTable.parse(NAME, Files.readAllBytes(own), HitPolicy.UNIQUE), shipped());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One that was published, completed by the shipped one as that of an authority.
     *
     * @throws BrokenTable when it cannot be used
     */
    static DmnRules published(byte[] content) {
        return new DmnRules(RuleTable.parse(NAME, content, HitPolicy.UNIQUE), shipped());
    }

    static DmnRules of(byte[] content) {
        return new DmnRules(RuleTable.parse(NAME, content, HitPolicy.UNIQUE), null);
    }

    /**
     * A row as it is written.
     *
     * @param description what it is for, in English; {@code descriptionVi} in Vietnamese; each in the other where there is one only
     * @param conditions tests by the name of their column, in FEEL
     * @param results values by the name of their column, without quotes
     * @param own whether it is in the table of the authority
     */
    public record Row(
            String id,
            String description,
            String descriptionVi,
            Map<String, String> conditions,
            Map<String, String> results,
            @Nullable LocalDate validFrom,
            boolean own) {

        Row ofTheAuthority() {
            return new Row(id, description, descriptionVi, conditions, results, validFrom, true);
        }
    }

    /** All rows that may answer, those of the authority first. */
    public List<Row> rows() {
        if (otherwise == null) return table.rows();
        List<Row> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(row.ofTheAuthority()));
        Set<String> known = rows.stream().map(Row::id).collect(Collectors.toSet());
        otherwise.rows().stream().filter(row -> !known.contains(row.id())).forEach(rows::add);
        return rows;
    }

    /** As a file. */
    byte[] content() {
        return table.content();
    }

    /** Name of the table and a short hash of its content, for example {@code deadlines@3f2a91c0d4e5}. */
    public String version() {
        return table.version();
    }

    @Override
    public DeadlineRule ruleFor(RuleQuestion question) {
        RuleQuestion alike = alike(question);
        DeadlineRule known = answers.get(alike);
        if (known != null) return known;
        DeadlineRule found = evaluated(question);
        if (answers.size() < REMEMBERED) answers.put(alike, found);
        return found;
    }

    /** Both tables have to answer alike, for what one has no row for the other answers. */
    private RuleQuestion alike(RuleQuestion question) {
        LocalDate day = table.spanOf(question.on());
        if (otherwise != null) {
            LocalDate other = otherwise.table.spanOf(question.on());
            if (other.isAfter(day)) day = other;
        }
        return new RuleQuestion(question.kind(), question.stage(), question.circumstances(), day);
    }

    private DeadlineRule evaluated(RuleQuestion question) {
        Optional<Map<String, Object>> fitting = table.rowFor(asked(question));
        if (fitting.isEmpty() && otherwise != null) return otherwise.ruleFor(question);
        Map<String, Object> row = fitting.orElseThrow(() -> new NoRuleFits(question, table.version()));
        String id = table.cell(row, "row", String.class);
        return new DeadlineRule(
                id,
                table.version(),
                question.stage(),
                limit(row),
                table.cell(row, "roll", Boolean.class),
                table.cell(row, "source", String.class),
                table.cell(row, "confidence", String.class),
                table.validFrom(id).orElse(null));
    }

    private static Map<String, Object> asked(RuleQuestion question) {
        var asked = new HashMap<String, Object>();
        asked.put("kind", question.kind());
        asked.put("stage", question.stage());
        asked.put("complex", question.has(Circumstance.COMPLEX));
        asked.put("remote", question.has(Circumstance.REMOTE));
        asked.put("severalPlaces", question.has(Circumstance.SEVERAL_PLACES));
        asked.put("governmentPortal", question.has(Circumstance.GOVERNMENT_PORTAL));
        asked.put("administrativeRule", question.has(Circumstance.ADMINISTRATIVE_RULE));
        asked.put("on", question.on());
        return asked;
    }

    private Limit limit(Map<String, Object> row) {
        String unit = table.cell(row, "unit", String.class);
        try {
            return new Limit(table.cell(row, "amount", Integer.class), LimitUnit.valueOf(unit));
        } catch (IllegalArgumentException unknown) {
            throw new BrokenTable(table.version(), "row " + row.get("row") + ": no such limit", unknown);
        }
    }
}
