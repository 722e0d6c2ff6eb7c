package vn.caunoi.processes.engine;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.transaction.TransactionException;

/** Failures that say nothing about the petition: the batch is tried again, nobody is bothered. */
final class Transient {

    /** Connection lost, transaction rolled back by the database, resources, operator, object in use. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57");

    private Transient() {}

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Transient::passes);
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case SQLException sql ->
                sql.getSQLState() != null && CLASSES.contains(sql.getSQLState().substring(0, 2));
            case OptimisticLockingException raced -> true;
            case TransactionException broken -> true;
            default -> false;
        };
    }
}
