package vn.caunoi.core.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way a task can end.
 *
 * @param id permanent word; the diagram's gateways compare {@code outcome} with it
 * @param label shown as is when given; shipped forms are translated by id
 * @param act what it does to the petition besides completing the task
 * @param words its label where the form comes with a model; null for shipped forms
 */
public record Outcome(
        String id,
        @Nullable String label,
        Act act,
        List<Field> fields,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Wording words) {
    public Outcome {
        act = act == null ? Act.NONE : act;
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    public Outcome(String id, @Nullable String label, Act act, List<Field> fields) {
        this(id, label, act, fields, null);
    }

    /** Its label in the words of the form itself; null where the house has one. */
    public @Nullable String said(String language) {
        String own = words == null ? null : words.in(language);
        return own == null ? label : own;
    }

    /** The same, with why it is chosen although another one is proposed. */
    Outcome departing() {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field("departure", FieldType.LONGTEXT, true, null, List.of(), "1", "20000", true, false));
        return new Outcome(id, label, act, more, words);
    }

    /** Fields asked for each point stand together, point by point. */
    Outcome resolve(FormContext context) {
        List<Field> concrete = new ArrayList<>();
        List<Field> perPoint = new ArrayList<>();
        for (Field field : fields) {
            if (!field.perPoint()) concrete.addAll(forEachPoint(perPoint, context));
            if (field.perPoint()) perPoint.add(field);
            else concrete.add(field.resolve(context));
        }
        concrete.addAll(forEachPoint(perPoint, context));
        return new Outcome(id, label, act, concrete, words);
    }

    private static List<Field> forEachPoint(List<Field> fields, FormContext context) {
        List<Field> all = context.points().stream()
                .flatMap(point -> fields.stream().map(field -> field.resolve(point, context)))
                .toList();
        fields.clear();
        return all;
    }
}
