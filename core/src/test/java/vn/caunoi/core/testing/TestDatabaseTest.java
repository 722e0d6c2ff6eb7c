package vn.caunoi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void each_fresh_database_is_migrated_and_its_own() {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            one.jdbc()
                    .sql("insert into vault.key (id, wrapped) values (gen_random_uuid(), 'x')")
                    .update();
            assertThat(count(one)).isEqualTo(1);
            assertThat(count(other)).isZero();
        }
    }

    private static int count(TestDatabase database) {
        return database.jdbc()
                .sql("select count(*) from vault.key")
                .query(Integer.class)
                .single();
    }
}
