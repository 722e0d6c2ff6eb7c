package vn.caunoi.core.ledger;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Recognises, by SQLSTATE, that somebody else was faster. Axon's own resolver does not know PostgreSQL's codes. */
final class LostRace implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> RETRY = Set.of("40001", "40P01", "55P03");

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return hasState(exception, Set.of(UNIQUE_VIOLATION));
    }

    /** True when the same command may succeed on a second attempt. */
    static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException) {
                return true;
            }
        }
        return hasState(failure, RETRY);
    }

    static boolean hasState(@Nullable Throwable failure, Set<String> states) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && anyState(sql, states)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyState(SQLException first, Set<String> states) {
        for (SQLException sql = first; sql != null; sql = sql.getNextException()) {
            if (sql.getSQLState() != null && states.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
