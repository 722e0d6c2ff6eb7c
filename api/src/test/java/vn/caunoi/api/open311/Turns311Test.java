package vn.caunoi.api.open311;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class Turns311Test {

    private final Turns311 turns = new Turns311(2, 1, 5);

    @Test
    void who_reads_too_often_is_asked_to_come_later_and_others_are_not() {
        turns.mayRead("here");
        turns.mayRead("here");
        refused(() -> turns.mayRead("here"));
        assertThatCode(() -> turns.mayRead("elsewhere")).doesNotThrowAnyException();
        assertThatCode(() -> turns.mayAsk("here")).doesNotThrowAnyException();
    }

    @Test
    void asking_is_counted_by_address_and_for_everybody_together() {
        for (int time = 0; time < 4; time++) turns.mayAsk("here");
        refused(() -> turns.mayAsk("here"));
        turns.mayAsk("elsewhere");
        refused(() -> turns.mayAsk("anywhere"));
    }

    private static void refused(Runnable call) {
        assertThatExceptionOfType(Refused311.class)
                .isThrownBy(call::run)
                .matches(refused -> refused.answer().status() == HttpStatus.TOO_MANY_REQUESTS);
    }
}
