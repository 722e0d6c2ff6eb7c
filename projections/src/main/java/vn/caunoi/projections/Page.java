package vn.caunoi.projections;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list, in a fixed order.
 *
 * @param next opaque and URL-safe; asks for what follows the last item; null when there is nothing more
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param rows up to one more than the limit, so that it is known whether something follows
     * @param place the place of a row in the order
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> place) {
        if (rows.size() <= limit) return new Page<>(rows, null);
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, place.apply(items.getLast()).toString());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<R>(items.stream().<R>map(mapping).toList(), next);
    }
}
