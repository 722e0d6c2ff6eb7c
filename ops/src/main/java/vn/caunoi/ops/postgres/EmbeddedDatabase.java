package vn.caunoi.ops.postgres;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the application a database of its own below {@code caunoi.data} (default {@code .data}), unless {@code
 * spring.datasource.url} names another one. It stops after the application context is closed, never before.
 */
public final class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) return;
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(environment.getProperty("caunoi.data", ".data")));
        SpringApplication.getShutdownHandlers().add(postgres::close);
        Map<String, Object> properties = Map.of(
                "spring.datasource.url", postgres.url(),
                "spring.datasource.username", postgres.user(),
                "spring.datasource.password", postgres.password(),
                // nobody else can be on this folder, so the claims of a killed program need not run out first
                "caunoi.ledger.only-node", "true");
        environment.getPropertySources().addFirst(new MapPropertySource("embeddedDatabase", properties));
    }
}
