package vn.caunoi.api.moving;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.projections.casefile.Part;

/**
 * What lies in the envelope of a denunciation.
 *
 * @param fields by their words: the matter
 * @param people who denounced
 */
record Enclosed(Map<String, String> fields, List<Who> people) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Enclosed {
        fields = Map.copyOf(Objects.requireNonNullElse(fields, Map.of()));
        people = List.copyOf(Objects.requireNonNullElse(people, List.of()));
    }

    record Who(
            PersonRole role,
            String fullName,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email) {

        static Who of(Part.Petitioner one) {
            return new Who(one.role(), one.fullName(), one.idNumber(), one.address(), one.phone(), one.email());
        }
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    /** @throws IllegalArgumentException for what is none */
    static Enclosed read(String text) {
        try {
            return JSON.readValue(text, Enclosed.class);
        } catch (JacksonException none) {
            throw new IllegalArgumentException("no envelope of a denunciation", none);
        }
    }

    Map<Field, String> cells() {
        Map<Field, String> cells = new EnumMap<>(Field.class);
        fields.forEach((word, text) -> Field.of(word).ifPresent(field -> cells.put(field, text)));
        return cells;
    }
}
