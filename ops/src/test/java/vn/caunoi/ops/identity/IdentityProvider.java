package vn.caunoi.ops.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/**
 * A real OpenID provider on this machine, with keys of its own. Lives at {@code localhost}, so that a browser keeps its
 * cookies apart from those of the program at {@code 127.0.0.1}.
 */
public final class IdentityProvider implements AutoCloseable {

    /** The audience of tokens for the program. */
    public static final String AUDIENCE = "caunoi";

    /** The password of all its people. */
    public static final String PASSWORD = "provider";

    private final ConfigurableApplicationContext running;
    private final URI issuer;

    private IdentityProvider(ConfigurableApplicationContext running, URI issuer) {
        this.running = running;
        this.issuer = issuer;
    }

    /** @param program address of the program its people come from */
    public static IdentityProvider start(int port, URI program) {
        URI issuer = issuer(port);
        RSAKey key = newKey();
        ConfigurableApplicationContext running = new SpringApplicationBuilder(ProviderWiring.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of(
                        "spring.config.name", "no-file",
                        "spring.main.banner-mode", "off",
                        "spring.jmx.enabled", "false",
                        "server.address", "127.0.0.1",
                        "server.port", port,
                        "server.servlet.session.cookie.name", "PROVIDER",
                        "logging.level.root", "warn"))
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("key", key);
                    context.getBeanFactory().registerSingleton("addresses", new Addresses(issuer, program));
                })
                .run();
        return new IdentityProvider(running, issuer);
    }

    static URI issuer(int port) {
        return URI.create("http://localhost:" + port);
    }

    record Addresses(URI issuer, URI program) {}

    /** The secret of one of its clients. */
    static String secretOf(String client) {
        return "secret of " + client;
    }

    public URI issuer() {
        return issuer;
    }

    /** A token signed with this provider's key, as it could have been given at another time or for something else. */
    String token(Consumer<JwtClaimsSet.Builder> otherwise) {
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(issuer.toString())
                .subject("gateway")
                .audience(java.util.List.of(AUDIENCE))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(300));
        otherwise.accept(claims);
        return running.getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(claims.build()))
                .getTokenValue();
    }

    @Override
    public void close() {
        running.close();
    }

    static RSAKey newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
