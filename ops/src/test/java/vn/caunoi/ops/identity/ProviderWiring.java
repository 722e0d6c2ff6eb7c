package vn.caunoi.ops.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** How the provider is put together; bears no stereotype, so that the program under test does not find it. */
@EnableWebSecurity
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class ProviderWiring {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> server.oidc(withDefaults()))
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .formLogin(withDefaults())
                .oauth2ResourceServer(userInfo -> userInfo.jwt(withDefaults()))
                .build();
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(Stream.of("lan", "minh", "stranger")
                .map(name -> User.withUsername(name)
                        .password("{noop}" + IdentityProvider.PASSWORD)
                        .roles("ADMIN")
                        .build())
                .toList());
    }

    @Bean
    RegisteredClientRepository clients(IdentityProvider.Addresses addresses) {
        return new InMemoryRegisteredClientRepository(
                program("gateway"), program("nobody-of-ours"), program("other"), pages(addresses));
    }

    /** A program that acts for itself; its tokens name it as {@code sub} only. */
    private static RegisteredClient program(String id) {
        return client(id)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("admin")
                .build();
    }

    private static RegisteredClient pages(IdentityProvider.Addresses addresses) {
        String program = addresses.program().toString();
        return client("pages")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(program + "/login/oauth2/code/province")
                .redirectUri("http://127.0.0.1/app")
                .postLogoutRedirectUri(program + "/login?left")
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(id)
                .clientSecret("{noop}" + IdentityProvider.secretOf(id))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    /** Claims roles and a unit as well, which the program must not believe. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return token -> {
            String client = token.getRegisteredClient().getClientId();
            token.getClaims().claim("roles", List.of("ADMIN", "HEAD")).claim("unit", "P");
            if (token.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN))
                token.getClaims().audience(List.of(client.equals("other") ? "other" : IdentityProvider.AUDIENCE));
            if (token.getAuthorizationGrantType().equals(AuthorizationGrantType.AUTHORIZATION_CODE))
                token.getClaims()
                        .claim("preferred_username", token.getPrincipal().getName());
        };
    }

    @Bean
    AuthorizationServerSettings settings(IdentityProvider.Addresses addresses) {
        return AuthorizationServerSettings.builder()
                .issuer(addresses.issuer().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(RSAKey key) {
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }
}
