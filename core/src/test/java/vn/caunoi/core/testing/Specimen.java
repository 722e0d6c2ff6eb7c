package vn.caunoi.core.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.SealedData;

/** Makes one example of a record, with something in every component. The same example every time. */
public final class Specimen {

    private static final UUID ID = UUID.fromString("0b4f7a52-6f0e-4c6a-9d0e-3f6f1f6f2a11");
    private static final KeyId KEY = KeyId.petition(ID.toString());
    private static final Map<Class<?>, Object> SIMPLE = Map.ofEntries(
            Map.entry(String.class, ID.toString()),
            Map.entry(Object.class, "text"),
            Map.entry(int.class, 2),
            Map.entry(Integer.class, 2),
            Map.entry(long.class, 3L),
            Map.entry(Long.class, 3L),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(double.class, 0.5),
            Map.entry(Double.class, 0.5),
            Map.entry(BigDecimal.class, new BigDecimal("12.50")),
            Map.entry(Instant.class, Instant.parse("2026-11-18T02:00:00.123456Z")),
            Map.entry(LocalDate.class, LocalDate.parse("2026-11-18")),
            Map.entry(LocalTime.class, LocalTime.parse("09:30:00")),
            Map.entry(LocalDateTime.class, LocalDateTime.parse("2026-11-18T09:30:00")),
            Map.entry(Duration.class, Duration.ofHours(36)),
            Map.entry(Period.class, Period.ofDays(30)),
            Map.entry(UUID.class, ID),
            Map.entry(KeyId.class, KEY),
            Map.entry(Sealed.class, Sealed.of(KEY, "văn bản")),
            Map.entry(SealedData.class, SealedData.of(KEY, Map.of("field", "giá trị"))));

    private Specimen() {}

    public static Object of(Type type) {
        return switch (type) {
            case Class<?> plain -> ofClass(plain);
            case ParameterizedType generic -> ofGeneric(generic);
            case TypeVariable<?> variable -> of(variable.getBounds()[0]);
            default -> throw new IllegalStateException("no specimen of " + type);
        };
    }

    private static Object ofClass(Class<?> type) {
        Object simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return ofClass(type.getPermittedSubclasses()[0]);
        }
        return ofRecord(type);
    }

    private static Object ofGeneric(ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        return switch (((Class<?>) type.getRawType()).getSimpleName()) {
            case "List", "Collection" -> List.of(of(of[0]));
            case "Set" -> Set.of(of(of[0]));
            case "Optional" -> Optional.of(of(of[0]));
            case "Map" -> Map.of(of(of[0]), of(of[1]));
            default -> ofClass((Class<?>) type.getRawType());
        };
    }

    private static Object ofRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException("no specimen of " + type);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> of(component.getGenericType()))
                .toArray();
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no specimen of " + type, e);
        }
    }
}
