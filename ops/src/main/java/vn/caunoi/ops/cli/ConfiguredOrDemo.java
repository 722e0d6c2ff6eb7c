package vn.caunoi.ops.cli;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.caunoi.ops.server.RefusedToServe;

/**
 * An installed product that nobody configured does not serve: it would have a database nobody backs up, and a key that
 * lies beside the data it protects. Neither does a demonstration reach beyond this machine, nor does its clock exist
 * outside it. An identity provider that is configured by half is none.
 */
final class ConfiguredOrDemo implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String TOKENS = "spring.security.oauth2.resourceserver.jwt";
    private static final String PEOPLE = "spring.security.oauth2.client.registration";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.getProperty("caunoi.demo", Boolean.class, false)) demonstration(environment);
        else installation(environment);
        identityProvider(environment);
    }

    private static void demonstration(ConfigurableEnvironment environment) {
        refuseIf(
                !environment.getProperty("server.address", "127.0.0.1").equals("127.0.0.1"),
                "The demonstration has known passwords and listens on 127.0.0.1 only.");
    }

    private static void installation(ConfigurableEnvironment environment) {
        refuseIf(
                !has(environment, "spring.datasource.url"),
                "Nothing is configured: name a database by spring.datasource.url"
                        + " (environment SPRING_DATASOURCE_URL), or start the demonstration with --demo.");
        refuseIf(has(environment, "caunoi.clock"), "--clock is for the demonstration only.");
        refuseIf(
                !has(environment, "caunoi.vault.master-key-file") && !has(environment, "caunoi.vault.master-key"),
                "Say where the vault's master key lies: set caunoi.vault.master-key-file (environment"
                        + " CAUNOI_VAULT_MASTER_KEY_FILE) to a file apart from the database and its backup;"
                        + " it is made when it does not exist.");
    }

    private static void identityProvider(ConfigurableEnvironment environment) {
        Binder binder = Binder.get(environment);
        boolean tokens =
                binder.bind(TOKENS, Bindable.mapOf(String.class, Object.class)).isBound();
        refuseIf(
                tokens && !(has(environment, TOKENS + ".issuer-uri") && isBound(binder, TOKENS + ".audiences")),
                "For bearer tokens set both " + TOKENS + ".issuer-uri and " + TOKENS
                        + ".audiences: without them tokens meant for other programs would open this one.");
        refuseIf(
                !environment.getProperty("caunoi.security.password-login", Boolean.class, true)
                        && !binder.bind(PEOPLE, Bindable.mapOf(String.class, Object.class))
                                .isBound(),
                "Without passwords and without an identity provider nobody could sign in: set " + PEOPLE
                        + ".* or leave caunoi.security.password-login on.");
    }

    private static boolean has(ConfigurableEnvironment environment, String setting) {
        return !environment.getProperty(setting, "").isBlank();
    }

    private static boolean isBound(Binder binder, String setting) {
        List<String> values =
                binder.bind(setting, Bindable.listOf(String.class)).orElse(List.of());
        return values != null && !values.isEmpty();
    }

    private static void refuseIf(boolean wrong, String reason) {
        if (wrong) throw new RefusedToServe(reason);
    }
}
