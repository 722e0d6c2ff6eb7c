package vn.caunoi.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.caunoi.core.testing.TestDatabase;

class AccountsTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void an_account_of_the_demo_does_not_open_outside_of_it_even_when_made_while_the_program_runs() {
        Accounts inEarnest = new Accounts(database.jdbc(), false);
        Accounts demo = new Accounts(database.jdbc(), true);
        demo.createForDemo("admin1");
        inEarnest.create("lan", "a long password");
        assertThat(inEarnest.find("admin1").orElseThrow().enabled()).isFalse();
        assertThat(demo.find("admin1").orElseThrow().enabled()).isTrue();
        assertThat(inEarnest.find("lan").orElseThrow().enabled()).isTrue();
    }
}
