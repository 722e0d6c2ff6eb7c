package vn.caunoi.api.idempotency;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.caunoi.api.problem.ProblemWriter;

/** The filter runs inside the security chain of the API, so the container must not run it as well. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    @Bean
    OnceFilter onceFilter(Once once, ProblemWriter writer) {
        return new OnceFilter(once, writer);
    }

    @Bean
    FilterRegistrationBean<OnceFilter> onceFilterOnlyInTheChain(OnceFilter filter) {
        FilterRegistrationBean<OnceFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
