package vn.caunoi.processes.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.dmn.HitPolicy;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ladder.Rung;
import vn.caunoi.core.ladder.RungQuestion;
import vn.caunoi.core.ladder.Told;

/** The escalation ladder {@code escalation.dmn}, evaluated by the DMN engine alone. Safe for many threads. */
public final class DmnLadder implements Ladder {

    private static final String NAME = "escalation";
    private static final String FILE = NAME + ".dmn";

    /** More than the questions of a month: every kind, stage and rung, once a day. */
    private static final int REMEMBERED = 20_000;

    private final RuleTable table;
    private final boolean own;

    // FEEL parses each cell anew: over a millisecond per question, and a sweep asks the same again and again.
    private final Map<RungQuestion, Optional<Rung>> answers = new ConcurrentHashMap<>();

    private DmnLadder(RuleTable table, boolean own) {
        this.table = table;
        this.own = own;
    }

    /** The table that the product ships. */
    public static DmnLadder shipped() {
        try (InputStream content = DmnLadder.class.getResourceAsStream("/models/" + FILE)) {
            if (content == null) throw new IllegalStateException(FILE + " is missing from the build");
            return new DmnLadder(RuleTable.parse(NAME, content.readAllBytes(), HitPolicy.UNIQUE), false);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The table of an authority, whole: {@code escalation.dmn} in the folder, or the shipped one when there is none. A
     * rung that is not in it does not exist, so that an authority may leave one out.
     *
     * @throws BrokenTable when the authority's table cannot be used
     */
    public static DmnLadder from(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return shipped();
        try {
            return new DmnLadder(RuleTable.parse(NAME, Files.readAllBytes(file), HitPolicy.UNIQUE), true);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One that was published.
     *
     * @throws BrokenTable when it cannot be used
     */
    static DmnLadder of(byte[] content) {
        return new DmnLadder(RuleTable.parse(NAME, content, HitPolicy.UNIQUE), true);
    }

    /** As they are written, one below the other. */
    public List<DmnRules.Row> rows() {
        return own ? table.rows().stream().map(DmnRules.Row::ofTheAuthority).toList() : table.rows();
    }

    /** Name of the table and a short hash of its content, for example {@code escalation@3f2a91c0d4e5}. */
    public String version() {
        return table.version();
    }

    @Override
    public Optional<Rung> rung(RungQuestion question) {
        Optional<Rung> known = answers.get(question);
        if (known != null) return known;
        Optional<Rung> found = table.rowFor(asked(question)).map(this::rung);
        if (answers.size() >= REMEMBERED) answers.clear();
        answers.put(question, found);
        return found;
    }

    private static Map<String, Object> asked(RungQuestion question) {
        var asked = new HashMap<String, Object>();
        asked.put("kind", question.kind());
        asked.put("stage", question.stage());
        asked.put("occasion", question.occasion().name());
        asked.put("level", question.level());
        asked.put("on", question.on());
        return asked;
    }

    private Rung rung(Map<String, Object> row) {
        String id = table.cell(row, "row", String.class);
        try {
            return new Rung(
                    id,
                    table.version(),
                    table.cell(row, "workingDays", Integer.class),
                    Told.valueOf(table.cell(row, "to", String.class)),
                    table.cell(row, "source", String.class),
                    table.cell(row, "confidence", String.class),
                    table.validFrom(id).orElse(null));
        } catch (IllegalArgumentException unknown) {
            throw new BrokenTable(table.version(), "row " + id + ": no such rung", unknown);
        }
    }
}
