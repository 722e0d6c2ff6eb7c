package vn.caunoi.core.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.SealedData;

/**
 * What a class of records is made of.
 *
 * @param plain whether all that it can hold is read as it was written: records, lists, sets and named simple values
 * @param changing whether something in it may be read otherwise than it is, as what is sealed
 * @param components by which one is taken apart
 * @param made by which one is put together
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Shape(boolean plain, boolean changing, Method[] components, Constructor<?> made) {

    private static final Set<Class<?>> SIMPLE = Set.of(
            String.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            boolean.class,
            Boolean.class,
            LocalDate.class,
            LocalTime.class);
    private static final Set<Class<?>> CHANGING = Set.of(Instant.class, Sealed.class, SealedData.class);
    private static final Set<Class<?>> MANY = Set.of(List.class, Set.class);

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return found(type);
        }
    };

    /** Of a class of records. */
    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static Shape found(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Set<Type> within = new HashSet<>();
        for (RecordComponent component : components) reach(component.getGenericType(), within);
        List<Method> parts = new ArrayList<>();
        for (RecordComponent component : components) {
            Method part = component.getAccessor();
            part.setAccessible(true);
            parts.add(part);
        }
        return new Shape(
                within.stream().allMatch(Shape::isKnown),
                within.stream().anyMatch(CHANGING::contains),
                parts.toArray(Method[]::new),
                canonical(type, components));
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
        try {
            Constructor<?> made = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            made.setAccessible(true);
            return made;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
    }

    private static void reach(Type type, Set<Type> within) {
        if (type instanceof ParameterizedType many && MANY.contains((Class<?>) many.getRawType())) {
            reach(many.getActualTypeArguments()[0], within);
        } else if (type instanceof ParameterizedType named && isOfSimpleValues(named)) {
            within.add(String.class);
        } else if (within.add(type) && type instanceof Class<?> plain && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) reach(component.getGenericType(), within);
        }
    }

    /** Copied by the record, so that it never changes, and equal to what is read whatever its order. */
    private static boolean isOfSimpleValues(ParameterizedType type) {
        Type[] parts = type.getActualTypeArguments();
        return type.getRawType().equals(Map.class) && parts[0].equals(String.class) && isReadAsItIs(parts[1]);
    }

    private static boolean isReadAsItIs(Type type) {
        if (SIMPLE.contains(type)) return true;
        if (!(type instanceof Class<?> named) || !named.isRecord()) return false;
        Shape shape = of(named);
        return shape.plain() && !shape.changing();
    }

    private static boolean isKnown(Type type) {
        return type instanceof Class<?> plain
                && (SIMPLE.contains(plain) || CHANGING.contains(plain) || plain.isEnum() || plain.isRecord());
    }
}
