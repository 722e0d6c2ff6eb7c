package vn.caunoi.api.category;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.category.Category;
import vn.caunoi.core.category.DefaultUnit;
import vn.caunoi.core.directory.UnitId;

/**
 * What a category is to be from a day on.
 *
 * @param parent id of the category above; left out: at the top
 * @param field what reports count it as; left out: as the one above
 * @param units ids of units that usually handle it; {@code AT>UNIT}: for cases at that unit or one below it
 */
@Schema(name = "CategoryInput")
public record CategoryInput(
        @Nullable String parent,
        @Nullable String vi,
        @Nullable String en,
        @Nullable String field,
        @Nullable List<@Nullable String> units,
        @Nullable LocalDate from) {

    private static final int SHORT = 200;

    /** What is wrong with single fields is told by the input; whether it fits into the tree by the order. */
    Category category(String id, Input input) {
        LocalDate day = input.present("from", from);
        return new Category(
                id,
                input.optional("parent", parent, SHORT),
                input.required("vi", vi, SHORT),
                input.required("en", en, SHORT),
                input.optional("field", field, SHORT),
                units(Objects.requireNonNullElse(units, List.of()), input),
                day);
    }

    private static List<DefaultUnit> units(List<@Nullable String> given, Input input) {
        List<DefaultUnit> all = new ArrayList<>();
        for (@Nullable String one : given) {
            String text = input.optional("units", one, SHORT);
            if (text != null) all.add(unit(text));
        }
        return all;
    }

    /** As it is written in a line: {@code UNIT}, or {@code AT>UNIT}. */
    public static DefaultUnit unit(String text) {
        int arrow = text.indexOf('>');
        String at = arrow < 0 ? "" : text.substring(0, arrow).strip();
        String unit = text.substring(arrow + 1).strip();
        return new DefaultUnit(at.isEmpty() ? null : new UnitId(at), new UnitId(unit.isEmpty() ? "?" : unit));
    }

    /** As {@link #unit} reads it. */
    public static String written(DefaultUnit one) {
        return one.at() == null ? one.unit().value() : one.at() + ">" + one.unit();
    }
}
