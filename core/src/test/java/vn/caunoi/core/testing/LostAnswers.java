package vn.caunoi.core.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A network that, when asked to, loses the answer to a commit that was done. */
public final class LostAnswers implements BeanPostProcessor {
    private final AtomicInteger left = new AtomicInteger();
    private volatile String thread = "";

    /** The next commit of a thread is done, and its answer lost. */
    public void loseOneOf(String name) {
        thread = name;
        left.set(1);
    }

    public boolean wasLost() {
        return left.get() == 0;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Through(database) : bean;
    }

    private final class Through extends DelegatingDataSource {
        Through(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return through(super.getConnection());
        }
    }

    private Connection through(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals("commit")) loseIfAsked();
                    return answer;
                });
    }

    private void loseIfAsked() throws SQLException {
        if (Thread.currentThread().getName().equals(thread) && left.compareAndSet(1, 0))
            throw new SQLException("the connection was lost", "08006");
    }
}
