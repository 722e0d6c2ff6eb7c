package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.directory.Directory;

/** The units of the house in the order of a tree, each with those who work there. */
final class UnitTree {

    /** @param depth 0 for the top */
    record Row(Directory.Unit unit, int depth, List<Directory.Officer> officers) {}

    private final Map<@Nullable UnitId, List<Directory.Unit>> below = new HashMap<>();
    private final Map<UnitId, List<Directory.Officer>> officers = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Set<UnitId> met = new HashSet<>();

    private UnitTree() {}

    /** Those whose unit above is not among them stand at the top. */
    static List<Row> of(List<Directory.Unit> units, List<Directory.Officer> officers) {
        UnitTree tree = new UnitTree();
        Set<UnitId> known = new HashSet<>();
        units.forEach(unit -> known.add(unit.id()));
        units.forEach(unit -> {
            UnitId parent = unit.parent() != null && known.contains(unit.parent()) ? unit.parent() : null;
            tree.below.computeIfAbsent(parent, none -> new ArrayList<>()).add(unit);
        });
        officers.forEach(one -> tree.officers
                .computeIfAbsent(one.unit(), none -> new ArrayList<>())
                .add(one));
        tree.walk(null, 0);
        return tree.rows;
    }

    private void walk(@Nullable UnitId parent, int depth) {
        List<Directory.Unit> units = new ArrayList<>(below.getOrDefault(parent, List.of()));
        units.sort(Comparator.comparing(Directory.Unit::name));
        for (Directory.Unit unit : units) {
            if (!met.add(unit.id())) continue;
            rows.add(new Row(unit, depth, officers.getOrDefault(unit.id(), List.of())));
            walk(unit.id(), depth + 1);
        }
    }
}
