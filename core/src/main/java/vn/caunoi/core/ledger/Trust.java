package vn.caunoi.core.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first attempt of a command take the end of its stream from memory, without locking it and without a look.
 * What it appends checks whether that was right; where nothing is appended, or the command fails, nothing was proved,
 * and a second attempt has to look. Travels with the message, in memory only.
 */
final class Trust {

    static final String KEY = "ledger.trust";

    private static final Set<String> EXISTS = Set.of("23505");

    private @Nullable String stream;
    private boolean asFirst;
    private boolean proof;
    private boolean sent;

    static Optional<Trust> offeredTo(UnitOfWork<?> work) {
        return work.getMessage() == null
                ? Optional.empty()
                : Optional.ofNullable((Trust) work.getMessage().getMetaData().get(KEY));
    }

    /** When it is made use of in this unit of work. */
    static Optional<Trust> used() {
        return CurrentUnitOfWork.map(UnitOfWork::root).flatMap(Trust::offeredTo).filter(Trust::isUsed);
    }

    /** @param asFirst in that it has no event yet */
    void in(String stream, boolean asFirst) {
        this.stream = stream;
        this.asFirst = asFirst;
    }

    boolean isUsed() {
        return stream != null;
    }

    Optional<String> stream() {
        return Optional.ofNullable(stream);
    }

    boolean asFirst() {
        return asFirst;
    }

    /** These will be appended, and prove that the stream was known if they are of it. */
    void proveBy(List<? extends EventMessage<?>> events) {
        proof |= events.stream()
                .anyMatch(event -> event instanceof DomainEventMessage<?> fact
                        && fact.getAggregateIdentifier().equals(stream));
    }

    void mustBeProved() {
        if (!proof)
            throw new ConcurrencyException("nothing was recorded, so nobody knows whether the stream was known");
    }

    void sending() {
        sent = true;
    }

    /** Not after a failure that may have come behind the commit. */
    boolean justifiesAnotherAttempt(RuntimeException failure) {
        return stream != null && (!sent || LostRace.isCauseOf(failure) || LostRace.hasState(failure, EXISTS));
    }
}
