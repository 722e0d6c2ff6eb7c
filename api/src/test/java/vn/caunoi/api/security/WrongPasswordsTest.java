package vn.caunoi.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final WrongPasswords wrong = new WrongPasswords(nanos::get);

    @Test
    void guesses_at_one_account_from_many_addresses_come_to_an_end() {
        for (int i = 0; i < WrongPasswords.MOST_OF_ACCOUNT; i++) wrong.wrong("lan", "203.0.113." + i);
        assertThat(waitSeconds("lan", "198.51.100.1")).isEqualTo(900);
        assertOpen("minh", "198.51.100.1");
    }

    @Test
    void guesses_at_many_accounts_from_one_address_come_to_an_end() {
        for (int i = 0; i < WrongPasswords.MOST_OF_ADDRESS; i++) wrong.wrong("account" + i, "203.0.113.7");
        assertThat(waitSeconds("lan", "203.0.113.7")).isEqualTo(300);
        assertOpen("lan", "203.0.113.8");
    }

    @Test
    void a_stranger_who_guesses_without_end_does_not_lock_the_holder_out_of_the_usual_place() {
        wrong.right("lan", "192.0.2.10");
        for (int i = 0; i < 5_000; i++) wrong.wrong("lan", "203.0.113." + i % 250);
        for (int i = 0; i < 5_000; i++) wrong.wrong("account" + i, "192.0.2.10");
        assertOpen("lan", "192.0.2.10");
    }

    @Test
    void also_at_the_usual_place_an_account_is_closed_after_many_wrong_passwords() {
        wrong.right("lan", "192.0.2.10");
        for (int i = 0; i < WrongPasswords.MOST_FROM_THERE; i++) wrong.wrong("lan", "192.0.2.10");
        assertThat(waitSeconds("lan", "192.0.2.10")).isEqualTo(300);
    }

    @Test
    void a_ceiling_falls_away_with_its_window() {
        for (int i = 0; i < WrongPasswords.MOST_OF_ACCOUNT; i++) wrong.wrong("lan", "203.0.113." + i);
        nanos.addAndGet(WrongPasswords.LONG.minus(Duration.ofSeconds(20)).toNanos());
        assertThat(waitSeconds("lan", "198.51.100.1")).isEqualTo(20);
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertOpen("lan", "198.51.100.1");
    }

    @Test
    void of_ipv6_all_addresses_of_a_network_count_together() {
        for (int i = 0; i < WrongPasswords.MOST_OF_ADDRESS; i++) wrong.wrong("account" + i, "2001:db8:1:2::" + i);
        assertThat(waitSeconds("lan", "2001:db8:1:2:ffff::1")).isPositive();
        assertOpen("lan", "2001:db8:1:3::1");
    }

    private long waitSeconds(String account, String address) {
        TooManyAttempts closed = catchThrowableOfType(TooManyAttempts.class, () -> wrong.check(account, address));
        assertThat(closed).isNotNull();
        return closed.waitSeconds();
    }

    private void assertOpen(String account, String address) {
        assertThatCode(() -> wrong.check(account, address)).doesNotThrowAnyException();
    }
}
