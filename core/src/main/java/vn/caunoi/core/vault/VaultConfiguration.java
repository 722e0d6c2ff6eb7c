package vn.caunoi.core.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens the vault with {@code caunoi.vault.master-key} (32 bytes in base64), or with the file named by
 * {@code caunoi.vault.master-key-file}, which is made at the first start. Refuses to start when the key does not fit.
 */
@Configuration(proxyBeanMethods = false)
public class VaultConfiguration {

    @Bean
    Vault vault(
            JdbcClient jdbc,
            @Value("${caunoi.vault.master-key:}") String key,
            @Value("${caunoi.vault.master-key-file:}") String file) {
        return new Vault(jdbc, masterKey(jdbc, key, file));
    }

    private static MasterKey masterKey(JdbcClient jdbc, String key, String file) {
        if (!key.isBlank()) {
            return MasterKey.of(key);
        }
        if (file.isBlank()) {
            throw new IllegalStateException(
                    "the vault needs its master key: set caunoi.vault.master-key or caunoi.vault.master-key-file");
        }
        Path path = Path.of(file);
        if (Files.exists(path)) {
            return MasterKey.read(path);
        }
        if (Vault.isInUse(jdbc)) {
            throw new IllegalStateException(
                    "the vault has keys but its master key file is missing: put it back at " + path);
        }
        return MasterKey.create(path);
    }
}
