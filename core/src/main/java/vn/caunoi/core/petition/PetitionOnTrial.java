package vn.caunoi.core.petition;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;

/**
 * A petition that never was: judged by the same handlers as any other, at a time it is told. What it records is handed back
 * and kept nowhere: no stream, no bus, no key. For one thread.
 */
public final class PetitionOnTrial {

    /** @param at when it was recorded, by the clock of the trial */
    public record Fact(PetitionEvent event, Instant at) {}

    /** @param facts what was recorded, in order; {@code said} what the petition answered */
    public record Answer(List<Fact> facts, @Nullable Object said) {}

    /** How petitions are judged, with a calendar; made once, for it is not cheap. */
    public static final class Court {

        private final ToldTime time = new ToldTime();
        private final AggregateModel<Petition> model;

        public Court(WorkingCalendar calendar) {
            this.model = AnnotatedAggregateMetaModelFactory.inspectAggregate(
                    Petition.class,
                    MultiParameterResolverFactory.ordered(
                            ClasspathParameterResolverFactory.forClass(Petition.class),
                            new SimpleResourceParameterResolverFactory(List.of(time, calendar))));
        }

        /** A petition with this past; none begins with the first order. */
        public PetitionOnTrial open(List<Fact> past) {
            return new PetitionOnTrial(this, past);
        }
    }

    private final Court court;
    private final List<Fact> facts;
    private final Collected collected = new Collected();
    private EventSourcedAggregate<Petition> petition;

    private PetitionOnTrial(Court court, List<Fact> past) {
        this.court = court;
        this.facts = new ArrayList<>(past);
        this.petition = load();
    }

    /**
     * Gives an order, or takes a report.
     *
     * @throws RuntimeException the refusal or error itself; nothing was recorded, then
     */
    public Answer ask(PetitionCommand order, Instant at) {
        collected.events.clear();
        court.time.now.set(at);
        boolean done = false;
        try {
            Object said = petition.handle(new GenericCommandMessage<>(order));
            List<Fact> news =
                    collected.events.stream().map(event -> new Fact(event, at)).toList();
            facts.addAll(news);
            done = true;
            return new Answer(news, said);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        } finally {
            if (!done) petition = load();
            court.time.now.remove();
        }
    }

    private EventSourcedAggregate<Petition> load() {
        EventSourcedAggregate<Petition> loaded = EventSourcedAggregate.initialize(
                new Petition(), court.model, collected, NoSnapshotTriggerDefinition.TRIGGER);
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (Fact fact : facts) {
            messages.add(new GenericDomainEventMessage<>(
                    "Petition",
                    fact.event().petition().value(),
                    messages.size(),
                    fact.event(),
                    MetaData.emptyInstance(),
                    UUID.randomUUID().toString(),
                    fact.at()));
        }
        if (!messages.isEmpty()) loaded.initializeState(DomainEventStream.of(messages));
        return loaded;
    }

    /** Takes what is recorded, and tells nobody. */
    private static final class Collected implements EventBus {

        private final List<PetitionEvent> events = new ArrayList<>();

        @Override
        public void publish(List<? extends EventMessage<?>> messages) {
            messages.forEach(message -> events.add((PetitionEvent) message.getPayload()));
        }

        @Override
        public Registration subscribe(java.util.function.Consumer<List<? extends EventMessage<?>>> nobody) {
            throw new UnsupportedOperationException("nobody is told of a trial");
        }

        @Override
        public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super EventMessage<?>> nobody) {
            throw new UnsupportedOperationException("nobody is told of a trial");
        }
    }

    /** The time of the order that is being judged on this thread. */
    private static final class ToldTime extends Clock {

        private final ThreadLocal<@Nullable Instant> now = new ThreadLocal<>();

        @Override
        public ZoneId getZone() {
            return DueDate.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            Instant told = now.get();
            return told == null ? Instant.EPOCH : told;
        }
    }
}
