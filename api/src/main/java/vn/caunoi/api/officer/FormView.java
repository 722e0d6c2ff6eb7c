package vn.caunoi.api.officer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskId;

/**
 * The form of an open task, concrete for its case and today, in the reader's language. The ordinary way comes first.
 * Any values within the bounds are accepted.
 */
@Schema(name = "Form")
public record FormView(TaskId task, PetitionId petition, String id, String label, List<Way> outcomes) {

    /** One way the task can end. */
    @Schema(name = "Outcome")
    public record Way(String id, String label, List<Ask> fields) {}

    /**
     * @param id the key of the value in {@code data}
     * @param options of choices, the safest first
     * @param min least date (ISO) or number; {@code max} the greatest
     * @param maxLength of a text
     */
    @Schema(name = "Field")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ask(
            String id,
            String label,
            FieldType type,
            boolean required,
            @Nullable List<Choice> options,
            @Nullable Object min,
            @Nullable Object max,
            @Nullable Integer maxLength) {}

    @Schema(name = "Option")
    public record Choice(String id, String label) {}
}
