package vn.caunoi.ops.cli;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.caunoi.ops.server.RefusedToServe;

/**
 * An installed product that nobody configured does not serve: it would have a database nobody backs up. Neither does a
 * demonstration reach beyond this machine, nor does its clock exist outside it.
 */
final class ConfiguredOrDemo implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean demo = environment.getProperty("caunoi.demo", Boolean.class, false);
        if (!demo && !environment.containsProperty("spring.datasource.url"))
            throw new RefusedToServe("Nothing is configured: name a database by spring.datasource.url"
                    + " (environment SPRING_DATASOURCE_URL), or start the demonstration with --demo.");
        if (!demo && environment.containsProperty("caunoi.clock"))
            throw new RefusedToServe("--clock is for the demonstration only.");
        if (demo && !environment.getProperty("server.address", "127.0.0.1").equals("127.0.0.1"))
            throw new RefusedToServe("The demonstration has known passwords and listens on 127.0.0.1 only.");
    }
}
