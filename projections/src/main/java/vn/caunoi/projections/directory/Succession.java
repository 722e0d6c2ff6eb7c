package vn.caunoi.projections.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.directory.UnitPart;
import vn.caunoi.projections.PlainText;

/** Which part of what an ended unit had a case belongs to. Villages are compared without marks and in any case. */
public final class Succession {

    private Succession() {}

    /** The unit itself while it is. */
    static UnitId next(
            Directory.Unit unit,
            @Nullable String place,
            @Nullable String category,
            CategoryTree tree,
            LocalDate today) {
        if (!unit.isEnded()) return unit.id();
        return unit.parts().stream()
                .filter(part -> fits(part, place, category, tree, today))
                .findFirst()
                .map(UnitPart::to)
                .orElse(Objects.requireNonNullElse(unit.successor(), unit.id()));
    }

    /** A part that names villages and categories takes what has one of each; a category is named with all below it. */
    public static boolean fits(
            UnitPart part, @Nullable String place, @Nullable String category, CategoryTree tree, LocalDate today) {
        if (!isAmong(place, part.places())) return false;
        return part.categories().isEmpty()
                || part.categories().stream().anyMatch(named -> tree.isWithin(category, named, today));
    }

    private static boolean isAmong(@Nullable String given, List<String> named) {
        if (named.isEmpty()) return true;
        if (given == null) return false;
        String plain = plain(given);
        return named.stream().anyMatch(one -> plain(one).equals(plain));
    }

    private static String plain(String text) {
        return PlainText.of(text).strip().replaceAll("\\s+", " ");
    }
}
