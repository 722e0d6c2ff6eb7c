package vn.caunoi.core.directory;

import java.util.List;

/**
 * A part of what an ended unit had, and who took it over.
 *
 * @param places villages of the matter; empty: whatever the place
 * @param categories empty: whatever the category
 */
public record UnitPart(UnitId to, List<String> places, List<String> categories) {
    public UnitPart {
        places = List.copyOf(places);
        categories = List.copyOf(categories);
    }
}
