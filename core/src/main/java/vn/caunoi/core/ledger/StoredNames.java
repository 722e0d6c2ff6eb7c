package vn.caunoi.core.ledger;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * All classes that carry {@link StoredAs}, by name. Refuses two classes with one name, and a fact of a sealed family
 * that has none where its siblings have one.
 */
public final class StoredNames {

    private final Map<String, Class<?>> byName = new HashMap<>();
    private final StreamMember member;

    private StoredNames(Collection<Class<?>> classes, Map<String, String> members) {
        this.member = new StreamMember(members);
        classes.forEach(this::add);
        classes.forEach(StoredNames::siblingsMustBeNamed);
    }

    /** Those in the given package and below. */
    public static StoredNames scan(String basePackage) {
        Map<String, String> members = new HashMap<>();
        for (Class<?> aggregate : annotated(basePackage, TellsStream.class))
            members.put(
                    aggregate.getSimpleName(),
                    aggregate.getAnnotation(TellsStream.class).value());
        return new StoredNames(annotated(basePackage, StoredAs.class), members);
    }

    private static Set<Class<?>> annotated(String basePackage, Class<? extends Annotation> with) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(with));
        return scanner.findCandidateComponents(basePackage).stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .collect(Collectors.toSet());
    }

    /** What of a body is not written. */
    StreamMember member() {
        return member;
    }

    public static StoredNames of(Class<?>... classes) {
        return new StoredNames(Set.of(classes), Map.of());
    }

    public Collection<Class<?>> classes() {
        return byName.values();
    }

    /** The class stored under this name now, whatever the revision. */
    public Class<?> classOf(String name) {
        Class<?> type = byName.get(name);
        if (type == null) {
            throw new IllegalStateException("nothing in this program is stored as " + name);
        }
        return type;
    }

    /** The same for a name that may come from elsewhere. */
    Optional<Class<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public static boolean isNamed(@Nullable Class<?> type) {
        return type != null && type.isAnnotationPresent(StoredAs.class);
    }

    /** The annotation of a class that is stored. */
    public static StoredAs nameOf(Class<?> type) {
        StoredAs stored = type.getAnnotation(StoredAs.class);
        if (stored == null) {
            throw new IllegalStateException(type.getName() + " has no @StoredAs, so it cannot be recorded");
        }
        return stored;
    }

    private void add(Class<?> type) {
        Class<?> other = byName.put(nameOf(type).value(), type);
        if (other != null) {
            throw new IllegalStateException(type.getName() + " and " + other.getName() + " are both stored as "
                    + nameOf(type).value());
        }
    }

    private static void siblingsMustBeNamed(Class<?> type) {
        Arrays.stream(type.getInterfaces()).filter(Class::isSealed).forEach(StoredNames::familyMustBeNamed);
    }

    private static void familyMustBeNamed(Class<?> family) {
        Arrays.stream(family.getPermittedSubclasses())
                .filter(fact -> !fact.isInterface())
                .forEach(StoredNames::nameOf);
    }
}
