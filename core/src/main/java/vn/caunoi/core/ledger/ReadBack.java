package vn.caunoi.core.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.SealedData;
import vn.caunoi.core.vault.Sealing;

/**
 * What somebody would get who read a recorded fact back, made of the fact itself: instants have microseconds, and what
 * is sealed is shown only as long as its key is there. Facts are records and never change, so all else is shared.
 */
final class ReadBack {

    private final Sealing keys;

    ReadBack(Sealing keys) {
        this.keys = keys;
    }

    /** Null where only reading can tell. */
    @Nullable Object of(Object fact) {
        return fact instanceof Record && Shape.of(fact.getClass()).plain() ? value(fact) : null;
    }

    private @Nullable Object value(Object written) {
        return switch (written) {
            case Instant moment -> moment.truncatedTo(ChronoUnit.MICROS);
            case Sealed text -> text.handedOver(keys);
            case SealedData data -> isAsInJson(data.clear()) ? data.handedOver(keys) : null;
            case Record whole when Shape.of(whole.getClass()).changing() -> parts(whole, Shape.of(whole.getClass()));
            case List<?> many -> values(many);
            case Set<?> many -> values(many) == many ? many : null;
            default -> written;
        };
    }

    /** The same when none of them is read otherwise. */
    private @Nullable Collection<?> values(Collection<?> many) {
        List<Object> read = new ArrayList<>(many.size());
        boolean same = true;
        for (Object one : many) {
            Object value = one == null ? null : value(one);
            if (value == null) return null;
            same &= value == one;
            read.add(value);
        }
        return same ? many : List.copyOf(read);
    }

    private @Nullable Object parts(Record whole, Shape shape) {
        Method[] components = shape.components();
        @Nullable Object[] parts = new @Nullable Object[components.length];
        try {
            for (int n = 0; n < parts.length; n++) {
                Object part = components[n].invoke(whole);
                parts[n] = part == null ? null : value(part);
                if (part != null && parts[n] == null) return null;
            }
            return shape.made().newInstance(parts);
        } catch (InvocationTargetException refused) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that cannot be taken apart", e);
        }
    }

    /** Numbers come back as the smallest kind that holds them, fractions as decimals: only what is surely the same. */
    private static boolean isAsInJson(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> true;
            case Boolean yes -> true;
            case Integer number -> true;
            case List<?> many -> many.stream().allMatch(ReadBack::isAsInJson);
            case Map<?, ?> named ->
                named.keySet().stream().allMatch(String.class::isInstance)
                        && named.values().stream().allMatch(ReadBack::isAsInJson);
            default -> false;
        };
    }
}
