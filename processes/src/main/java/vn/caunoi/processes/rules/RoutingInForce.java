package vn.caunoi.processes.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.category.DefaultUnit;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.routing.Route;
import vn.caunoi.core.routing.Routing;
import vn.caunoi.core.routing.RoutingQuestion;
import vn.caunoi.core.routing.RoutingRow;
import vn.caunoi.core.routing.RoutingRowsInForce;
import vn.caunoi.core.routing.RoutingTable;

/**
 * Which unit a petition belongs to: by the authority's own table (a file, or what was published in its place), then by the rows of administrators, then by the default
 * unit of the category, which is not for denunciations. A category that the table has no row for is asked for by the one above it.
 */
public final class RoutingInForce implements Routing {

    private static final String KNOWN = "S";

    private final Editions<DmnRouting> tables;
    private final RoutingRowsInForce rows;
    private final CategoriesInForce categories;
    private final Supplier<@Nullable Superiors> superiors;

    /** @param superiors null where no units are known: rows for a unit are then not for those below it */
    RoutingInForce(
            Editions<DmnRouting> tables,
            RoutingRowsInForce rows,
            CategoriesInForce categories,
            Supplier<@Nullable Superiors> superiors) {
        this.tables = tables;
        this.rows = rows;
        this.categories = categories;
        this.superiors = superiors;
    }

    /** The same with another table in the place of the authority's. */
    RoutingInForce with(DmnRouting table) {
        return new RoutingInForce(Editions.always(table), rows, categories, superiors);
    }

    @Override
    public Optional<Route> route(RoutingQuestion question) {
        CategoryTree tree = categories.tree();
        return byTable(question, tree).or(() -> byRows(question, tree)).or(() -> byCategory(question, tree));
    }

    /** Asked for every case that is classified: who has no rows pays for none. */
    private Optional<Route> byRows(RoutingQuestion question, CategoryTree tree) {
        RoutingTable kept = rows.table();
        if (kept.rows().isEmpty()) return Optional.empty();
        return kept.rowFor(question, tree, upwards(question.unit()))
                .map(row -> new Route(row.id(), kept.version(), row.unit(), row.source(), KNOWN));
    }

    private Optional<Route> byTable(RoutingQuestion question, CategoryTree tree) {
        DmnRouting table = tables.on(question.on());
        if (table.rows().isEmpty()) return Optional.empty();
        for (@Nullable String category : lineage(question, tree)) {
            Optional<Route> found = table.route(
                    new RoutingQuestion(question.kind(), category, question.place(), question.unit(), question.on()));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** What was asked first: an own table may name what is in no tree. */
    private static List<@Nullable String> lineage(RoutingQuestion question, CategoryTree tree) {
        List<@Nullable String> all = new ArrayList<>();
        all.add(question.category());
        tree.meant(question.category()).ifPresent(id -> tree.lineage(id, question.on()).stream()
                .filter(one -> !one.equals(question.category()))
                .forEach(all::add));
        return all;
    }

    private Optional<Route> byCategory(RoutingQuestion question, CategoryTree tree) {
        Optional<String> id = tree.meant(question.category());
        if (id.isEmpty() || Kind.DENUNCIATION.name().equals(question.kind())) return Optional.empty();
        List<DefaultUnit> units = tree.units(id.get(), question.on());
        if (units.isEmpty()) return Optional.empty();
        String name = tree.on(id.get(), question.on()).orElseThrow().vi();
        return nearest(units, upwards(question.unit()))
                .map(unit -> new Route("category-" + id.get(), "categories", unit, name, KNOWN));
    }

    private static Optional<UnitId> nearest(List<DefaultUnit> units, List<UnitId> upwards) {
        for (UnitId at : upwards) {
            for (DefaultUnit one : units) if (at.equals(one.at())) return Optional.of(one.unit());
        }
        return units.stream()
                .filter(one -> one.at() == null)
                .map(DefaultUnit::unit)
                .findFirst();
    }

    private List<UnitId> upwards(UnitId unit) {
        Superiors known = superiors.get();
        return known == null ? List.of(unit) : known.upwards(unit);
    }

    /** The rows of the table of the authority, in the order they are asked on a day. */
    public List<DmnRules.Row> rows(LocalDate on) {
        return tables.on(on).rows();
    }

    /** The rows of administrators. */
    public List<RoutingRow> kept() {
        return rows.table().rows();
    }

    /** The default units of categories on a day, for the end of the list. */
    public List<RoutingRow> defaults(LocalDate on) {
        return categories.tree().all(on).stream()
                .filter(node -> !node.retired())
                .flatMap(node -> node.category().units().stream()
                        .map(one -> new RoutingRow(
                                "category-" + node.category().id(),
                                null,
                                node.category().id(),
                                List.of(),
                                one.at(),
                                one.unit(),
                                node.category().from(),
                                null,
                                Objects.requireNonNull(node.category().vi()))))
                .toList();
    }
}
