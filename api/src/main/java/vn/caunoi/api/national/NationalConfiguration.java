package vn.caunoi.api.national;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A file, unless an address is named or somebody brings their own connector. */
@Configuration(proxyBeanMethods = false)
class NationalConfiguration {

    @Bean
    @ConditionalOnMissingBean
    NationalConnector nationalConnector(
            @Value("${caunoi.national.address:}") String address, @Value("${caunoi.national.token:}") String token) {
        return address.isBlank() ? new ByFile() : new ByHttp(URI.create(address), token);
    }
}
