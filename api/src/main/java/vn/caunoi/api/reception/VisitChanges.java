package vn.caunoi.api.reception;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.vault.Sealed;

/** What differs between two tellings of one visit. */
public final class VisitChanges {

    /**
     * @param field as in the form of a visit
     * @param before null when there was nothing
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    private static final List<String> FIELDS = List.of(
            "way",
            "occurred",
            "identity",
            "people",
            "visitors",
            "matter",
            "subject",
            "statement",
            "settledBy",
            "urgent");

    private VisitChanges() {}

    static List<Change> between(Heard before, Heard after) {
        List<Change> changes = new ArrayList<>();
        for (String field : FIELDS) {
            Function<Heard, @Nullable String> part = heard -> part(heard, field);
            String was = part.apply(before);
            String is = part.apply(after);
            if (!Objects.equals(was, is)) changes.add(new Change(field, was, is));
        }
        return changes;
    }

    private static @Nullable String part(Heard heard, String field) {
        return switch (field) {
            case "way" -> heard.way().name();
            case "occurred" -> heard.occurred().toString();
            case "identity" -> heard.identity().name();
            case "people" -> String.valueOf(heard.people());
            case "visitors" ->
                heard.visitors().stream().map(VisitChanges::person).collect(Collectors.joining("; "));
            case "matter" -> heard.matter() == null ? null : heard.matter().name();
            case "subject" -> heard.subject().clear();
            case "statement" -> heard.statement().clear();
            case "settledBy" -> clear(heard.settledBy());
            case "urgent" -> String.valueOf(heard.urgent());
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static String person(Person person) {
        return Stream.of(
                        clear(person.fullName()),
                        clear(person.idNumber()),
                        clear(person.address()),
                        clear(person.phone()),
                        clear(person.email()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String clear(@Nullable Sealed text) {
        return text == null ? null : text.clear();
    }
}
