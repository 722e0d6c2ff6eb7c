package vn.caunoi.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.caunoi.api.idempotency.OnceFilter;

/**
 * The two ways in. {@code /api} takes Basic (demo) or bearer tokens and keeps no session; a page's script may also call
 * it with the session of the page, and only then needs the CSRF token. Pages use form login.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final boolean basic;

    SecurityChains(@Value("${caunoi.demo:false}") boolean demo, @Value("${caunoi.api.basic:false}") boolean basic) {
        this.basic = demo || basic;
    }

    @Bean
    AuthenticationManager authenticationManager(PasswordLogin login) {
        return new ProviderManager(login);
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            ApiChallenge challenge,
            OnceFilter once,
            ObjectProvider<JwtDecoder> tokens,
            @Value("${caunoi.oidc.officer-claim:preferred_username}") String officerClaim) {
        http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityChains::comesWithSession))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(on -> on.authenticationEntryPoint(challenge).accessDeniedHandler(challenge))
                .authorizeHttpRequests(calls -> calls.requestMatchers("/api/public/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(once, AuthorizationFilter.class);
        if (basic) http.httpBasic(on -> on.authenticationEntryPoint(challenge));
        tokens.ifAvailable(decoder -> http.oauth2ResourceServer(on -> on.authenticationEntryPoint(challenge)
                .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(byClaim(officerClaim)))));
        secureHeaders(http);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain operationsChain(HttpSecurity http, ApiChallenge challenge, OperationsAccess operations) {
        http.securityMatcher("/actuator/**", "/v3/**")
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityChains::comesWithSession))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(on -> on.authenticationEntryPoint(challenge).accessDeniedHandler(challenge))
                .authorizeHttpRequests(
                        calls -> calls.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .access(operations))
                .httpBasic(on -> on.authenticationEntryPoint(challenge));
        secureHeaders(http);
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesChain(HttpSecurity http) {
        http.authorizeHttpRequests(pages -> pages.requestMatchers(
                                "/",
                                "/login",
                                "/language",
                                "/t",
                                "/error",
                                "/favicon.ico",
                                "/assets/**",
                                "/webjars/**",
                                "/public/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(login -> login.loginPage("/login")
                        .successHandler(new LoginSuccess())
                        .failureHandler(new LoginFailure())
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?left"));
        secureHeaders(http);
        return http.build();
    }

    /** A cookie is sent by the browser by itself, so a foreign page could abuse it; a header is not. */
    private static boolean comesWithSession(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                && request.getHeader("Authorization") == null
                && request.getSession(false) != null;
    }

    private static void secureHeaders(HttpSecurity http) {
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    private static JwtAuthenticationConverter byClaim(String claim) {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setPrincipalClaimName(claim);
        return converter;
    }
}
