package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;

class DeadLetterPolicyTest {

    private static final GenericDeadLetter<EventMessage<?>> LETTER =
            new GenericDeadLetter<>("stream", GenericEventMessage.asEventMessage("event"));

    private final DeadLetterPolicy policy = new DeadLetterPolicy();

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "53300", "57P01", "08006"})
    void what_will_pass_is_tried_again_with_its_batch_and_never_dropped(String state) {
        var passing = new IllegalStateException(new SQLException("away", state));
        assertThatThrownBy(() -> policy.decide(LETTER, passing)).isInstanceOf(EventProcessingException.class);
    }

    @Test
    void a_query_that_took_too_long_is_tried_again() {
        assertThatThrownBy(() -> policy.decide(LETTER, new QueryTimeoutException("slow")))
                .isInstanceOf(EventProcessingException.class);
    }

    @Test
    void what_will_not_pass_is_set_aside() {
        assertThat(policy.decide(LETTER, new SQLException("too long", "22001")).shouldEnqueue())
                .isTrue();
        assertThat(policy.decide(LETTER, new IllegalStateException("a mistake")).shouldEnqueue())
                .isTrue();
    }
}
