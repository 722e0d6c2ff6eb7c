package vn.caunoi.core.form;

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
}
