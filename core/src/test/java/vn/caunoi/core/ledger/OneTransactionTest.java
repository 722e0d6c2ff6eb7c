package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.junit.jupiter.api.Test;

class OneTransactionTest {

    @Test
    void a_program_without_transactions_refuses_to_start() {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(config -> NoTransactionManager.instance())
                .buildConfiguration();
        assertThatThrownBy(() -> OneTransaction.mustHold(axon)).hasMessageContaining("no transaction manager");
    }
}
