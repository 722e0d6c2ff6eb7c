package vn.caunoi.api.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.directory.UnitChange;
import vn.caunoi.core.directory.UnitChange.Kind;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.directory.UnitPart;
import vn.caunoi.projections.directory.Succession;

/** Where the open cases of a unit go by a plan: its parts first, in their order, then the rest. */
record PlannedMoves(List<UnitChange> changes, CategoryTree tree, LocalDate today) {

    /** Those that hand something over. */
    List<UnitId> units() {
        return changes.stream()
                .filter(UnitChange::handsOver)
                .map(UnitChange::unit)
                .distinct()
                .toList();
    }

    List<UnitChange> ends() {
        return changes.stream().filter(UnitChange::ends).toList();
    }

    List<UnitPart> parts(UnitId unit) {
        return changes.stream()
                .filter(change ->
                        change.kind() == Kind.HAND_OVER && change.unit().equals(unit))
                .flatMap(change -> Optional.ofNullable(change.to()).stream()
                        .map(to -> new UnitPart(to, change.places(), change.categories())))
                .toList();
    }

    /** Empty for what stays. */
    Optional<UnitId> target(UnitId unit, @Nullable String place, @Nullable String category) {
        return parts(unit).stream()
                .filter(part -> Succession.fits(part, place, category, tree, today))
                .findFirst()
                .map(UnitPart::to)
                .or(() -> rest(unit));
    }

    private Optional<UnitId> rest(UnitId unit) {
        return changes.stream()
                .filter(change -> change.ends() && change.unit().equals(unit))
                .findFirst()
                .flatMap(change -> Optional.ofNullable(change.to()));
    }
}
