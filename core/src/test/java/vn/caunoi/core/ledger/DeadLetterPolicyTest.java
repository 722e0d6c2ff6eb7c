package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.Test;

class DeadLetterPolicyTest {

    @Test
    void of_a_failure_only_its_sort_is_kept_because_its_message_can_name_people() {
        var failed = new IllegalStateException(
                "insert of Lê Văn Kín", new SQLException("Failing row contains (Lê Văn Kín)", "23514"));
        var letter = new GenericDeadLetter<>("stream", GenericEventMessage.asEventMessage("event"));
        var cause = new DeadLetterPolicy().decide(letter, failed).enqueueCause().orElseThrow();
        assertThat(cause.getMessage()).isEqualTo("java.sql.SQLException (SQL state 23514)");
        assertThat(cause.toString()).doesNotContain("Kín");
    }
}
