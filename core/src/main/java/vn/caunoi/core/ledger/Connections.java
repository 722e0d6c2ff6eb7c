package vn.caunoi.core.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** What the record asks its database: within the transaction of the thread, if there is one. */
record Connections(DataSource database) {

    /** What is done with a connection, which stays open only as long. */
    interface Question<R> {
        R of(Connection connection) throws SQLException;
    }

    /**
     * Sends first what waits to be sent with the commit, so that the answer holds it.
     *
     * @throws EventStoreException with {@code failure} when the database cannot answer
     */
    <R> R ask(String failure, Question<R> question) {
        LastStatement.sendNow();
        try {
            return with(question);
        } catch (SQLException e) {
            throw new EventStoreException(failure, e);
        }
    }

    <R> R with(Question<R> question) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            return question.of(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
