package vn.caunoi.api.security;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.web.client.RestTemplate;

/** Calls: bearer tokens of an identity provider, where {@code spring.security.oauth2.resourceserver.jwt} names one. */
@Configuration(proxyBeanMethods = false)
class BearerTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ObjectProvider<JwtDecoder> decoders;
    private final ProviderAccounts accounts;
    private final ApiChallenge challenge;

    BearerTokens(ObjectProvider<JwtDecoder> decoders, ProviderAccounts accounts, ApiChallenge challenge) {
        this.decoders = decoders;
        this.accounts = accounts;
        this.challenge = challenge;
    }

    /** A provider that hangs must not hold up every call. */
    @Bean
    static JwkSetUriJwtDecoderBuilderCustomizer impatient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return decoder -> decoder.restOperations(new RestTemplate(requests));
    }

    void openTo(HttpSecurity http) {
        decoders.ifAvailable(decoder -> http.oauth2ResourceServer(on -> on.authenticationEntryPoint(challenge)
                .jwt(jwt -> jwt.decoder(retried(decoder)).jwtAuthenticationConverter(accounts.ofToken()))
                .withObjectPostProcessor(alwaysAnswered())));
    }

    /** The provider is asked for its keys at the first token; when it does not answer, the caller may try again. */
    private static JwtDecoder retried(JwtDecoder decoder) {
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("the identity provider does not answer", e);
            }
        };
    }

    /** The filter would let the failure of the provider, as opposed to that of the token, become a failure of ours. */
    private ObjectPostProcessor<BearerTokenAuthenticationFilter> alwaysAnswered() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(challenge::commence);
                return filter;
            }
        };
    }
}
