package vn.caunoi.processes.place;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;

/** Several statements that change something, sent to the database in one round trip, in the order they were added. */
public final class Together {

    private static final int ANY = -1;

    private final List<String> statements = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /** @param values of its parameters; arrays of text or numbers for arrays */
    public void add(String statement, Object... values) {
        addChanging(ANY, statement, values);
    }

    /** @param changed rows that it has to change; else somebody else was at them, and all of it fails */
    public void addChanging(int changed, String statement, Object... values) {
        rows.add(changed);
        statements.add(statement);
        parameters.addAll(Arrays.asList(values));
    }

    public void run(JdbcOperations jdbc) {
        if (statements.isEmpty()) return;
        PreparedStatementCallback<Boolean> all = this::execute;
        jdbc.execute(String.join("; ", statements), all);
    }

    private boolean execute(PreparedStatement statement) throws java.sql.SQLException {
        for (int at = 0; at < parameters.size(); at++) statement.setObject(at + 1, parameters.get(at));
        statement.execute();
        for (int wanted : rows) {
            if (wanted != ANY && statement.getUpdateCount() != wanted)
                throw new OptimisticLockingException("an instance was moved by somebody else meanwhile");
            statement.getMoreResults();
        }
        return true;
    }
}
