package vn.caunoi.api.security;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * By what people and programs may sign in here, as configured: {@code caunoi.security.password-login} (default true),
 * {@code caunoi.api.basic} (default only in the demo) and {@code spring.security.oauth2.client.registration.*}.
 */
@Component
public class WaysIn {

    /** An identity provider people can choose; {@code id} is that of its registration. */
    public record Provider(String id, String name) {}

    private final boolean password;
    private final boolean basic;
    private final List<Provider> providers;
    private final @Nullable Provider ofCitizens;

    WaysIn(Environment settings) {
        this.password = settings.getProperty("caunoi.security.password-login", Boolean.class, true);
        boolean demo = settings.getProperty("caunoi.demo", Boolean.class, false);
        this.basic = password && (demo || settings.getProperty("caunoi.api.basic", Boolean.class, false));
        List<Provider> all = providers(
                Binder.get(settings).bindOrCreate("spring.security.oauth2.client", OAuth2ClientProperties.class));
        String citizens = settings.getProperty("caunoi.online.provider", "").strip();
        this.providers = all.stream().filter(one -> !one.id().equals(citizens)).toList();
        this.ofCitizens = all.stream()
                .filter(one -> one.id().equals(citizens))
                .findFirst()
                .orElse(null);
    }

    /** By name and password, on the page. */
    public boolean password() {
        return password;
    }

    /** By name and password, with each call. */
    boolean basic() {
        return basic;
    }

    public List<Provider> providers() {
        return providers;
    }

    /** The one that vouches for citizens who hand in online; null where there is none. */
    public @Nullable Provider ofCitizens() {
        return ofCitizens;
    }

    private static List<Provider> providers(OAuth2ClientProperties clients) {
        return clients.getRegistration().entrySet().stream()
                .filter(one -> isForPeople(one.getValue().getAuthorizationGrantType()))
                .map(one -> new Provider(one.getKey(), name(one)))
                .toList();
    }

    private static boolean isForPeople(@Nullable String grant) {
        return grant == null || grant.equals("authorization_code");
    }

    private static String name(Map.Entry<String, OAuth2ClientProperties.Registration> one) {
        String name = one.getValue().getClientName();
        return name == null || name.isBlank() ? one.getKey() : name;
    }
}
