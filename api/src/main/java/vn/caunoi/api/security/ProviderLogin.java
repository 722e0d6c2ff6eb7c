package vn.caunoi.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Pages: signing in with an identity provider (OpenID Connect, authorization code with PKCE), where one is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ProviderLogin {

    private static final Logger log = LoggerFactory.getLogger(ProviderLogin.class);

    private final ProviderAccounts accounts;
    private final CitizenLogin citizens;

    ProviderLogin(ProviderAccounts accounts, CitizenLogin citizens) {
        this.citizens = citizens;
        this.accounts = accounts;
    }

    /** The provider is asked for its addresses at the first login: it may be down when this program starts. */
    @Bean
    static ClientRegistrationRepository identityProviders(OAuth2ClientProperties settings) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                new OAuth2ClientPropertiesMapper(settings).asClientRegistrations()));
    }

    void openTo(HttpSecurity http, ClientRegistrationRepository providers) {
        http.oauth2Login(login -> login.loginPage("/login")
                        .authorizationEndpoint(start -> start.authorizationRequestResolver(requests(providers)))
                        .userInfoEndpoint(info -> info.oidcUserService(accounts.ofPeople())
                                .userService(ProviderAccounts.nobodyWithoutOpenId()))
                        .authorizedClientRepository(new NoTokensKept())
                        .successHandler(welcome())
                        .failureHandler(turnedAway())
                        .withObjectPostProcessor(backToLogin()))
                .logout(logout -> logout.logoutSuccessHandler(new ProviderLogout(providers)));
    }

    private AuthenticationSuccessHandler welcome() {
        LoginSuccess officers = new LoginSuccess();
        return (request, response, who) -> {
            if (who.getPrincipal() instanceof VouchedCitizen citizen) citizens.keep(citizen, request, response);
            else officers.onAuthenticationSuccess(request, response, who);
        };
    }

    private AuthenticationFailureHandler turnedAway() {
        LoginFailure officers = new LoginFailure();
        return (request, response, failure) -> {
            if (citizens.isOf(request)) citizens.failed(request, response);
            else officers.onAuthenticationFailure(request, response, failure);
        };
    }

    private static OAuth2AuthorizationRequestResolver requests(ClientRegistrationRepository providers) {
        var usual = new DefaultOAuth2AuthorizationRequestResolver(providers);
        usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest call) {
                return asSomebodyElse(usual.resolve(call), call);
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest call, String provider) {
                return asSomebodyElse(usual.resolve(call, provider), call);
            }
        };
    }

    /** Who has no account here would otherwise come back as the same person, without being asked. */
    private static @Nullable OAuth2AuthorizationRequest asSomebodyElse(
            @Nullable OAuth2AuthorizationRequest request, HttpServletRequest call) {
        if (request == null || call.getParameter("again") == null) return request;
        return OAuth2AuthorizationRequest.from(request)
                .additionalParameters(more -> more.putAll(Map.of("prompt", "login")))
                .build();
    }

    /** A provider that does not answer is told on the login page. */
    private ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> backToLogin() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler((request, response, failure) -> {
                    log.warn("the identity provider cannot be asked: {}", reason(failure));
                    if (citizens.isOf(request)) citizens.failed(request, response);
                    else response.sendRedirect(request.getContextPath() + "/login?provider");
                });
                return filter;
            }
        };
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) cause = cause.getCause();
        return String.valueOf(cause);
    }
}
