package vn.caunoi.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.caunoi.api.idempotency.OnceFilter;

/**
 * The two ways in. {@code /api} takes Basic (demo) or bearer tokens and makes no session; a page's script may also call
 * it with the session of the page, and only then needs the CSRF token. Pages use form login, the login of an
 * identity provider, or both.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final Pattern INSIGHT = Pattern.compile("/processes/[^/]+/insight");
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final String POLICY_HEADER = "Content-Security-Policy";
    private static final String[] OPEN_PAGES = {
        "/",
        "/login",
        ProviderLogout.PAGE,
        "/language",
        "/theme",
        "/t",
        "/t/*",
        "/opinion/**",
        "/error",
        "/favicon.ico",
        "/assets/**",
        "/webjars/**",
        "/public/**"
    };
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final WaysIn ways;
    private final Accounts accounts;
    private final ApiChallenge challenge;
    private final BearerTokens tokens;

    SecurityChains(WaysIn ways, Accounts accounts, ApiChallenge challenge, BearerTokens tokens) {
        this.ways = ways;
        this.accounts = accounts;
        this.challenge = challenge;
        this.tokens = tokens;
    }

    @Bean
    AuthenticationManager authenticationManager(PasswordLogin login) {
        return new ProviderManager(login);
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, OnceFilter once) {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(calls -> calls.requestMatchers("/api/public/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(once, AuthorizationFilter.class);
        return calls(http, ways.basic());
    }

    @Bean
    @Order(2)
    SecurityFilterChain operationsChain(HttpSecurity http, OperationsAccess operations) {
        http.securityMatcher("/actuator/**", "/v3/**").authorizeHttpRequests(calls -> calls.requestMatchers(
                        HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                .permitAll()
                .anyRequest()
                .access(operations));
        return calls(http, ways.password());
    }

    /** For whoever reports something by a program that knows Open311: without an account, and without a session to abuse. */
    @Bean
    @Order(0)
    SecurityFilterChain open311Chain(HttpSecurity http) {
        http.securityMatcher("/open311/**")
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable());
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'none'"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny));
        return http.build();
    }

    /** What calls of programs have in common. */
    private SecurityFilterChain calls(HttpSecurity http, boolean basic) {
        http.csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityChains::comesWithSession))
                .securityContext(context -> context.securityContextRepository(new SessionUnlessHeader()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(on -> on.authenticationEntryPoint(challenge).accessDeniedHandler(challenge));
        if (basic) http.httpBasic(on -> on.authenticationEntryPoint(challenge));
        tokens.openTo(http);
        return secured(http);
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesChain(
            HttpSecurity http,
            ObjectProvider<ProviderLogin> login,
            ObjectProvider<ClientRegistrationRepository> providers) {
        http.authorizeHttpRequests(pages -> pages.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll() // the end of what was allowed when it began
                        .requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(on -> on.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .logout(logout -> logout.logoutSuccessUrl("/login?left"));
        if (ways.password()) {
            http.formLogin(on -> on.loginPage("/login")
                    .successHandler(new LoginSuccess())
                    .failureHandler(new LoginFailure())
                    .permitAll());
        }
        login.ifAvailable(on -> on.openTo(http, providers.getObject()));
        return secured(http);
    }

    /** A cookie is sent by the browser by itself, so a foreign page could abuse it; a header is not. */
    private static boolean comesWithSession(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                && !SessionUnlessHeader.hasHeader(request)
                && request.getSession(false) != null;
    }

    /** The stricter one of a page stays. The drawing of a process sets styles of its own shapes, on the pages of a case, of the studio and of insight alone. */
    private static void policy(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(POLICY_HEADER)) return;
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean draws = path.startsWith("/cases/")
                || path.startsWith("/studio/")
                || INSIGHT.matcher(path).lookingAt();
        response.setHeader(POLICY_HEADER, draws ? POLICY + "; style-src-attr 'unsafe-inline'" : POLICY);
    }

    private SecurityFilterChain secured(HttpSecurity http) {
        http.addFilterAfter(new EndOfSession(accounts), SecurityContextHolderFilter.class);
        http.headers(headers -> headers.addHeaderWriter(SecurityChains::policy)
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }
}
