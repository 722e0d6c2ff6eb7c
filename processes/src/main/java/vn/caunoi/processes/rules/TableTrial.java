package vn.caunoi.processes.rules;

import java.util.Set;
import org.camunda.bpm.model.dmn.HitPolicy;

/** Reads a table as it would be read when the program begins, to see whether it could be used. */
public final class TableTrial {

    private static final Set<String> FIRST = Set.of("routing", "handling");

    private TableTrial() {}

    /**
     * @param name of the table: {@code deadlines}
     * @throws BrokenTable when it could not be used; it names the row
     */
    public static void mustHold(String name, byte[] content) {
        RuleTable.parse(name, content, FIRST.contains(name) ? HitPolicy.FIRST : HitPolicy.UNIQUE);
    }
}
