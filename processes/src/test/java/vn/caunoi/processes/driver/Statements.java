package vn.caunoi.processes.driver;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Takes down what the driver's threads ask of the database. */
final class Statements implements BeanPostProcessor {

    private final List<String> asked = new CopyOnWriteArrayList<>();

    void forget() {
        asked.clear();
    }

    /** Those for the sake of events, not those that look for events and keep claims. */
    List<String> ofTheDriver() {
        return asked.stream()
                .filter(sql -> !sql.contains("from ledger.event where position > ?") && !sql.contains("ledger.token"))
                .toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counted(source) : bean;
    }

    private final class Counted extends DelegatingDataSource {

        Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> call(connection, method, arguments));
        }

        private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
            if (Thread.currentThread().getName().contains("[" + Driver.GROUP + "]")) {
                switch (method.getName()) {
                    case "prepareStatement" -> asked.add((String) arguments[0]);
                    case "setSavepoint", "releaseSavepoint", "rollback", "commit" -> asked.add(method.getName());
                    default -> {}
                }
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }
}
