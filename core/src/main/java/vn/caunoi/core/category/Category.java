package vn.caunoi.core.category;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a category is from a day on.
 *
 * @param id permanent, and what a case keeps
 * @param parent the category above; null at the top
 * @param field what reports count it as, one of {@link CategoryTree#FIELDS}; null: as the one above
 * @param from first day, Asia/Ho_Chi_Minh; null: with all days
 */
public record Category(
        String id,
        @Nullable String parent,
        String vi,
        String en,
        @Nullable String field,
        List<DefaultUnit> units,
        @Nullable LocalDate from) {

    public Category {
        units = List.copyOf(Objects.requireNonNullElse(units, List.of()));
    }

    public String name(Locale language) {
        return language.getLanguage().equals("en") ? en : vi;
    }

    /** Whether it says the same, whatever the day. */
    public boolean saysTheSame(Category other) {
        return equals(new Category(other.id, other.parent, other.vi, other.en, other.field, other.units, from));
    }
}
