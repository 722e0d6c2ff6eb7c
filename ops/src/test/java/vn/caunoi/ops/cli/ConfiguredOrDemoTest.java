package vn.caunoi.ops.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import vn.caunoi.ops.server.RefusedToServe;

class ConfiguredOrDemoTest {

    private static final String TOKENS = "spring.security.oauth2.resourceserver.jwt.";

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void an_installation_that_does_not_say_where_the_master_key_lies_is_refused() {
        settings.withProperty("spring.datasource.url", "jdbc:postgresql://db/caunoi");
        assertRefused("CAUNOI_VAULT_MASTER_KEY_FILE");
        settings.withProperty("caunoi.vault.master-key-file", " ");
        assertRefused("CAUNOI_VAULT_MASTER_KEY_FILE");
        settings.withProperty("caunoi.vault.master-key-file", "/etc/caunoi/master.key");
        assertServes();
    }

    @Test
    void a_demonstration_needs_no_settings() {
        settings.withProperty("caunoi.demo", "true");
        assertServes();
    }

    @Test
    void bearer_tokens_are_taken_only_when_issuer_and_audience_are_said() {
        installed().withProperty(TOKENS + "issuer-uri", "https://id.example");
        assertRefused("audiences");
        settings.withProperty(TOKENS + "audiences", "caunoi");
        assertServes();
    }

    @Test
    void keys_of_a_provider_without_its_name_are_not_enough() {
        installed()
                .withProperty(TOKENS + "jwk-set-uri", "https://id.example/keys")
                .withProperty(TOKENS + "audiences[0]", "caunoi");
        assertRefused("issuer-uri");
        settings.withProperty(TOKENS + "issuer-uri", "https://id.example");
        assertServes();
    }

    @Test
    void passwords_are_switched_off_only_where_a_provider_can_be_used() {
        installed().withProperty("caunoi.security.password-login", "false");
        assertRefused("nobody could sign in");
        settings.withProperty("spring.security.oauth2.client.registration.province.client-id", "pages");
        assertServes();
    }

    private MockEnvironment installed() {
        return settings.withProperty("spring.datasource.url", "jdbc:postgresql://db/caunoi")
                .withProperty("caunoi.vault.master-key-file", "/etc/caunoi/master.key");
    }

    private void assertServes() {
        assertThatCode(this::initialize).doesNotThrowAnyException();
    }

    private void assertRefused(String because) {
        assertThatThrownBy(this::initialize)
                .isInstanceOf(RefusedToServe.class)
                .hasMessageContaining(because)
                .hasMessageNotContaining("\n");
    }

    private void initialize() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(settings);
            new ConfiguredOrDemo().initialize(context);
        }
    }
}
