package vn.caunoi.api.file;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Uploads are looked at by a clamd where {@code caunoi.files.clamd} names one as {@code host:port}. */
@Configuration(proxyBeanMethods = false)
class ScanConfiguration {

    @Bean
    VirusScan virusScan(
            @Value("${caunoi.files.clamd:}") String clamd,
            @Value("${caunoi.files.clamd-patience:PT30S}") Duration patience) {
        if (clamd.isBlank()) return VirusScan.NONE;
        int colon = clamd.lastIndexOf(':');
        if (colon < 1 || !clamd.substring(colon + 1).matches("\\d{1,5}")) {
            throw new WrongSettings("caunoi.files.clamd is host:port, not " + clamd);
        }
        return new Clamd(clamd.substring(0, colon), Integer.parseInt(clamd.substring(colon + 1)), patience);
    }
}
