package vn.caunoi.core.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reorganisation does to one unit.
 *
 * @param to who takes over, for {@link Kind#MERGE}, {@link Kind#END} and {@link Kind#HAND_OVER}
 * @param parent the unit above, for {@link Kind#ESTABLISH} and {@link Kind#MOVE}; null for the top
 * @param name for {@link Kind#ESTABLISH} and {@link Kind#RENAME}
 * @param places of a part handed over: villages of the matter; empty: whatever the place
 * @param categories of a part handed over; empty: whatever the category
 * @param officers whether the officers of the unit are appointed at the one that takes over
 */
public record UnitChange(
        Kind kind,
        UnitId unit,
        @Nullable UnitId to,
        @Nullable UnitId parent,
        @Nullable String name,
        List<String> places,
        List<String> categories,
        boolean officers) {

    /** What happens to the unit. */
    public enum Kind {
        /** A unit that was not there before. */
        ESTABLISH,
        RENAME,
        /** Under another unit. */
        MOVE,
        /** A part of its open cases goes to another unit, by village of the matter or by category; it lives on. */
        HAND_OVER,
        /** It becomes part of another and ends. */
        MERGE,
        /** It ends; another takes over what no part was handed over of. */
        END
    }

    public UnitChange {
        places = List.copyOf(places);
        categories = List.copyOf(categories);
    }

    /** Whether the unit is no more after it. */
    public boolean ends() {
        return kind == Kind.MERGE || kind == Kind.END;
    }

    /** Whether open cases of the unit go elsewhere by it. */
    public boolean handsOver() {
        return ends() || kind == Kind.HAND_OVER;
    }

    public static UnitChange establish(UnitId unit, @Nullable UnitId parent, String name) {
        return new UnitChange(Kind.ESTABLISH, unit, null, parent, name, List.of(), List.of(), false);
    }

    public static UnitChange rename(UnitId unit, String name) {
        return new UnitChange(Kind.RENAME, unit, null, null, name, List.of(), List.of(), false);
    }

    public static UnitChange move(UnitId unit, UnitId parent) {
        return new UnitChange(Kind.MOVE, unit, null, parent, null, List.of(), List.of(), false);
    }

    public static UnitChange handOver(UnitId unit, UnitId to, List<String> places, List<String> categories) {
        return new UnitChange(Kind.HAND_OVER, unit, to, null, null, places, categories, false);
    }

    public static UnitChange merge(UnitId unit, UnitId into, boolean officers) {
        return new UnitChange(Kind.MERGE, unit, into, null, null, List.of(), List.of(), officers);
    }

    public static UnitChange end(UnitId unit, UnitId successor, boolean officers) {
        return new UnitChange(Kind.END, unit, successor, null, null, List.of(), List.of(), officers);
    }
}
