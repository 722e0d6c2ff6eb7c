package vn.caunoi.core.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way a task can end.
 *
 * @param id permanent word; the diagram's gateways compare {@code outcome} with it
 * @param label shown as is when given; shipped forms are translated by id
 * @param act what it does to the petition besides completing the task
 */
public record Outcome(String id, @Nullable String label, Act act, List<Field> fields) {
    public Outcome {
        act = act == null ? Act.NONE : act;
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** The same, with why it is chosen although another one is proposed. */
    Outcome departing() {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field("departure", FieldType.LONGTEXT, true, null, List.of(), "1", "20000", true, false));
        return new Outcome(id, label, act, more);
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
        return new Outcome(id, label, act, concrete);
    }

    private static List<Field> forEachPoint(List<Field> fields, FormContext context) {
        List<Field> all = context.points().stream()
                .flatMap(point -> fields.stream().map(field -> field.resolve(point, context)))
                .toList();
        fields.clear();
        return all;
    }
}
