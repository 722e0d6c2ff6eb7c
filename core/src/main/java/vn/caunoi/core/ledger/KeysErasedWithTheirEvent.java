package vn.caunoi.core.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.vault.ErasesKeys;
import vn.caunoi.core.vault.Vault;

/**
 * Drops keys in the transaction that records their erasure: neither can be there without the other. Snapshots of the
 * stream go with them; the next one is made of what can still be read.
 */
final class KeysErasedWithTheirEvent implements Consumer<List<? extends EventMessage<?>>> {

    private final Vault vault;
    private final JdbcClient jdbc;
    private final Cache ready;

    /** @param ready aggregates in memory, which still know what they read */
    KeysErasedWithTheirEvent(Vault vault, JdbcClient jdbc, Cache ready) {
        this.vault = vault;
        this.jdbc = jdbc;
        this.ready = ready;
    }

    @Override
    public void accept(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (!(event.getPayload() instanceof ErasesKeys erased)) continue;
            erased.erasedKeys().forEach(vault::erase);
            if (event instanceof DomainEventMessage<?> recorded) forget(recorded.getAggregateIdentifier());
        }
    }

    private void forget(String stream) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(done -> ready.remove(stream));
        }
        jdbc.sql("delete from ledger.snapshot where stream = ?").param(stream).update();
    }
}
