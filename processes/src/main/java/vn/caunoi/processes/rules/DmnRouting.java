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
import org.camunda.bpm.model.dmn.HitPolicy;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.routing.Route;
import vn.caunoi.core.routing.Routing;
import vn.caunoi.core.routing.RoutingQuestion;

/** The routing table {@code routing.dmn}, evaluated by the DMN engine alone; its rows are read from above. Safe for many threads. */
public final class DmnRouting implements Routing {

    private static final String NAME = "routing";
    private static final String FILE = NAME + ".dmn";

    private final RuleTable table;
    private final boolean own;

    private DmnRouting(RuleTable table, boolean own) {
        this.table = table;
        this.own = own;
    }

    /** The table that the product ships: it has no rows, for units are those of each authority. */
    public static DmnRouting shipped() {
        try (InputStream content = DmnRouting.class.getResourceAsStream("/models/" + FILE)) {
            if (content == null) throw new IllegalStateException(FILE + " is missing from the build");
            return new DmnRouting(RuleTable.parse(NAME, content.readAllBytes(), HitPolicy.FIRST), false);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The table of an authority, {@code routing.dmn} in the folder; the shipped one when there is none.
     *
     * @throws BrokenTable when the authority's table cannot be used
     */
    public static DmnRouting from(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return shipped();
        try {
            return new DmnRouting(RuleTable.parse(NAME, Files.readAllBytes(file), HitPolicy.FIRST), true);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One that was published.
     *
     * @throws BrokenTable when it cannot be used
     */
    static DmnRouting of(byte[] content) {
        return new DmnRouting(RuleTable.parse(NAME, content, HitPolicy.FIRST), true);
    }

    /** In the order they are asked: the first that fits answers. */
    public List<DmnRules.Row> rows() {
        return own ? table.rows().stream().map(DmnRules.Row::ofTheAuthority).toList() : table.rows();
    }

    @Override
    public Optional<Route> route(RoutingQuestion question) {
        return table.rowFor(asked(question)).map(this::route);
    }

    private Route route(Map<String, Object> row) {
        String id = table.cell(row, "row", String.class);
        String unit = table.cell(row, "unit", String.class);
        if (unit.isBlank()) throw new BrokenTable(table.version(), "row " + id + ": names no unit");
        return new Route(
                id,
                table.version(),
                new UnitId(unit),
                table.cell(row, "source", String.class),
                table.cell(row, "confidence", String.class));
    }

    private static Map<String, Object> asked(RoutingQuestion question) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("kind", question.kind());
        asked.put("category", question.category());
        asked.put("place", question.place());
        asked.put("at", question.unit().value());
        asked.put("on", question.on());
        return asked;
    }
}
