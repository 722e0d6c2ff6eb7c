package vn.caunoi.core.ledger;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.NewKey;
import vn.caunoi.core.vault.Vault;

/** How events come into the record: at once, or in the same trip as the commit when the unit of work is about to end. */
final class Writing {

    private final Connections database;
    private final Appending appending;
    private final Consumer<Class<?>> mayBeRecorded;
    private final @Nullable Vault vault;
    private final Handover handover;
    private final BiConsumer<SQLException, EventMessage<?>> refusal;

    /**
     * @param mayBeRecorded throws for a class whose instances must not be recorded
     * @param vault where the keys are that the events are sealed with
     * @param handover told what was committed
     * @param refusal throws what the framework expects for an event that the database refused
     */
    Writing(
            Connections database,
            Appending appending,
            Consumer<Class<?>> mayBeRecorded,
            @Nullable Vault vault,
            Handover handover,
            BiConsumer<SQLException, EventMessage<?>> refusal) {
        this.database = database;
        this.appending = appending;
        this.mayBeRecorded = mayBeRecorded;
        this.vault = vault;
        this.handover = handover;
        this.refusal = refusal;
    }

    /** Needs at least one event. */
    void append(List<? extends EventMessage<?>> events, Serializer serializer) {
        Optional<LastStatement> last = LastStatement.aboutToCommit();
        Map<UUID, Appending.Head> ends = last.isPresent()
                ? appendWithCommit(last.get(), events, serializer)
                : appendNow(events, drafted(events, serializer));
        Heads.current().ifPresent(heads -> tell(heads, events, ends));
        ReadTogether.current().ifPresent(together -> grown(together, events));
    }

    private static void grown(ReadTogether together, List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> fact) together.forget(fact.getAggregateIdentifier());
        }
    }

    private Drafting drafted(List<? extends EventMessage<?>> events, Serializer serializer) {
        Drafting drafting = new Drafting(serializer, mayBeRecorded);
        events.forEach(drafting::add);
        return drafting;
    }

    private Map<UUID, Appending.Head> appendNow(List<? extends EventMessage<?>> events, Drafting drafted) {
        return withConnection(events, connection -> {
            LastStatement.sendNow();
            Map<UUID, Appending.Head> ends = appending.append(connection, new Appending.Batch(drafted));
            if (ends.isEmpty()) {
                throw new ConcurrencyException("a stream ends with another event than was thought");
            }
            return ends;
        });
    }

    private Map<UUID, Appending.Head> appendWithCommit(
            LastStatement last, List<? extends EventMessage<?>> events, Serializer serializer) {
        Optional<Trust> trust = Trust.used();
        Drafting drafting = new Drafting(serializer, mayBeRecorded);
        Runnable draft = () -> events.forEach(drafting::add);
        List<NewKey> keys = List.of();
        if (vault != null && trust.filter(Trust::asFirst).isPresent()) {
            keys = vault.presumingNew(draft);
        } else {
            draft.run();
        }
        Appending.Batch batch =
                new Appending.Batch(drafting, keys, trust.flatMap(Trust::stream).orElse(null));
        trust.ifPresent(used -> used.proveBy(events));
        Appending.Tied tied = withConnection(events, connection -> appending.tie(connection, batch));
        if (trust.isPresent() && tied.isAfterNothing()) {
            throw new ConcurrencyException("the event that was thought to be the last of the stream is not there");
        }
        last.waitForCommit(withCommit -> {
            trust.ifPresent(Trust::sending);
            send(events, tied, withCommit);
        });
        return tied.tips();
    }

    private void send(List<? extends EventMessage<?>> events, Appending.Tied tied, boolean withCommit) {
        Drawn drawn = withCommit && handover.isWanted() ? Drawn.of(tied) : Drawn.unasked();
        boolean done = withConnection(events, connection -> appending.send(connection, tied, withCommit, drawn));
        if (done && withCommit) handover.committed(events, tied, drawn.positions());
    }

    private static void tell(Heads heads, List<? extends EventMessage<?>> events, Map<UUID, Appending.Head> ends) {
        String told = "";
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> fact && !told.equals(fact.getAggregateIdentifier())) {
                told = fact.getAggregateIdentifier();
                Appending.Head end = ends.get(StreamKey.of(told).key());
                if (end != null) heads.appended(told, HexFormat.of().formatHex(end.hash()));
            }
        }
    }

    private <R> R withConnection(List<? extends EventMessage<?>> events, Connections.Question<R> question) {
        try {
            return database.with(question);
        } catch (SQLException e) {
            refusal.accept(e, events.getFirst());
            throw new EventStoreException("events could not be appended", e);
        }
    }
}
