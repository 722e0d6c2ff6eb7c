package vn.caunoi.core.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.testing.TestDatabase;

class VaultTest {

    private static final KeyId PERSON = KeyId.person("person-1");
    private static final byte[] CLEAR = "Trần Văn Kín".getBytes(UTF_8);

    private final TestDatabase database = TestDatabase.fresh();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    private final Vault vault = vault();

    @Test
    void what_was_sealed_opens_again_also_for_another_node() {
        byte[] sealed = sealed(PERSON);
        assertThat(new String(sealed, UTF_8)).doesNotContain("Kín");
        assertThat(vault.open(PERSON, sealed)).isEqualTo(CLEAR);
        assertThat(vault().open(PERSON, sealed)).isEqualTo(CLEAR);
    }

    @Test
    void what_was_sealed_for_one_person_does_not_open_for_another() {
        byte[] sealed = sealed(PERSON);
        KeyId other = KeyId.person("person-2");
        sealed(other);
        assertThatThrownBy(() -> vault.open(other, sealed)).hasMessageContaining("not sealed with this key");
    }

    @Test
    void an_erased_key_opens_nothing_and_never_comes_back() {
        byte[] sealed = sealed(PERSON);
        vault.erase(PERSON);
        assertThat(vault.open(PERSON, sealed)).isNull();
        assertThat(vault.seal(PERSON, CLEAR)).isNull();
        assertThat(vault().seal(PERSON, CLEAR)).isNull();
        assertThat(database.jdbc()
                        .sql("select wrapped is null and erased is not null from vault.key")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_person_erased_before_anything_was_sealed_stays_erased() {
        vault.erase(PERSON);
        assertThat(vault.seal(PERSON, CLEAR)).isNull();
    }

    @Test
    void an_erasure_that_is_rolled_back_did_not_happen() {
        byte[] sealed = sealed(PERSON);
        transaction.executeWithoutResult(status -> {
            vault.erase(PERSON);
            assertThat(vault.open(PERSON, sealed)).isNull();
            status.setRollbackOnly();
        });
        assertThat(vault.open(PERSON, sealed)).isEqualTo(CLEAR);
    }

    @Test
    void a_key_made_in_a_transaction_that_was_rolled_back_is_not_used_again() {
        transaction.executeWithoutResult(status -> {
            sealed(PERSON);
            status.setRollbackOnly();
        });
        byte[] sealed = sealed(PERSON);
        assertThat(vault().open(PERSON, sealed)).isEqualTo(CLEAR);
    }

    @Test
    void a_key_made_behind_a_savepoint_that_was_rolled_back_is_not_used_again() {
        TransactionTemplate nested = new TransactionTemplate(
                new JdbcTransactionManager(database.dataSource()),
                new org.springframework.transaction.support.DefaultTransactionDefinition(
                        TransactionDefinition.PROPAGATION_NESTED));
        byte[] sealed = transaction.execute(outer -> {
            nested.executeWithoutResult(inner -> {
                sealed(PERSON);
                inner.setRollbackOnly();
            });
            return sealed(PERSON);
        });
        assertThat(sealed).isNotNull();
        assertThat(vault().open(PERSON, sealed)).isEqualTo(CLEAR);
    }

    @Test
    void a_master_key_that_does_not_fit_is_refused() {
        sealed(PERSON);
        MasterKey other = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(() -> new Vault(database.jdbc(), other)).hasMessageContaining("master key does not open");
    }

    @Test
    void a_made_master_key_can_be_read_only_by_its_owner(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys/master.key");
        MasterKey made = MasterKey.create(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        byte[] sealed = new Vault(database.jdbc(), made).seal(PERSON, CLEAR);
        assertThat(sealed).isNotNull();
        assertThat(new Vault(database.jdbc(), MasterKey.read(file)).open(PERSON, sealed))
                .isEqualTo(CLEAR);
    }

    @Test
    void a_master_key_that_everybody_can_read_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("master.key");
        MasterKey.create(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> MasterKey.read(file)).hasMessageContaining("chmod 600");
    }

    @Test
    void the_blind_index_of_a_number_does_not_depend_on_how_it_is_written() {
        assertThat(vault.blindIndex("079 085 001234")).isEqualTo(vault.blindIndex("079085001234"));
        assertThat(vault.blindIndex("079085001234")).isNotEqualTo(vault.blindIndex("079085001235"));
    }

    @Test
    void sealed_values_never_show_their_text() {
        assertThat(Sealed.of(PERSON, "Kín").toString()).doesNotContain("Kín");
        assertThat(SealedData.of(PERSON, Map.of("name", "Kín")).toString()).doesNotContain("Kín");
        assertThat(JsonMapper.shared().writeValueAsString(Sealed.of(PERSON, "Kín")))
                .doesNotContain("Kín");
    }

    @Test
    void form_data_comes_back_as_it_was_and_empty_once_erased() {
        JsonMapper json =
                JsonMapper.builder().addModule(new SealingModule(vault)).build();
        SealedData data = SealedData.of(PERSON, Map.of("n", 3, "text", "Kín", "yes", true));
        String stored = json.writeValueAsString(data);
        assertThat(json.readValue(stored, SealedData.class)).isEqualTo(data);
        vault.erase(PERSON);
        SealedData erased = json.readValue(stored, SealedData.class);
        assertThat(erased.isErased()).isTrue();
        assertThat(erased.clear()).isEmpty();
        assertThat(json.writeValueAsString(erased)).doesNotContain("sealed");
    }

    private byte[] sealed(KeyId key) {
        byte @Nullable [] sealed = vault.seal(key, CLEAR);
        assertThat(sealed).isNotNull();
        return sealed;
    }

    private Vault vault() {
        return new Vault(database.jdbc(), MasterKey.of(TestDatabase.MASTER_KEY));
    }
}
