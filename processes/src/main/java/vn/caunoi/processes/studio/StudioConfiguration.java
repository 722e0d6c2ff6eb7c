package vn.caunoi.processes.studio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.SubscribableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.handling.EligibilityRules;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Migrations;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.process.ProcessEvent;
import vn.caunoi.processes.driver.Rehearsal;
import vn.caunoi.processes.driver.TryingOut;
import vn.caunoi.processes.rules.HandlingInForce;
import vn.caunoi.processes.rules.LadderInForce;
import vn.caunoi.processes.rules.RoutingInForce;
import vn.caunoi.processes.rules.RulesInForce;
import vn.caunoi.processes.rules.TablesInForce;

/** Checking, publishing and reading of models. */
@Configuration(proxyBeanMethods = false)
public class StudioConfiguration {

    @Bean
    ModelCheck modelCheck(FormCatalogue forms, ObjectProvider<RulesInForce> rules, ObjectProvider<Clock> clock) {
        LimitRule limits = new LimitRule(() -> table(rules.getIfAvailable()), () -> today(clock));
        return new ModelCheck(forms, limits);
    }

    private static LimitRule.@Nullable Table table(@Nullable RulesInForce inForce) {
        return inForce == null ? null : new LimitRule.Table(inForce, inForce.rows());
    }

    @Bean
    FormCheck formCheck(FormCatalogue forms) {
        return new FormCheck(forms);
    }

    @Bean
    TableBook tableBook(
            @Value("${caunoi.rules.folder:}") String folder,
            ObjectProvider<TablesInForce> published,
            ObjectProvider<Clock> clock) {
        TablesInForce tables = published.getIfAvailable();
        return new TableBook(folder, tables, () -> today(clock));
    }

    @Bean
    Palette palette(FormCatalogue forms) {
        return Palette.of(forms);
    }

    @Bean
    Explanation explanation(FormCatalogue forms) {
        return new Explanation(forms);
    }

    @Bean
    RuleBook ruleBook(ObjectProvider<RulesInForce> rules) {
        return new RuleBook(rules.getIfAvailable());
    }

    @Bean
    HandlingBook handlingBook(
            ObjectProvider<HandlingInForce> rules,
            ObjectProvider<EligibilityRules> conditions,
            ObjectProvider<Clock> clock) {
        HandlingInForce table = rules.getIfAvailable();
        return new HandlingBook(
                () -> table == null ? List.of() : table.rows(today(clock)),
                conditions.getIfAvailable(EligibilityRules::shipped).rows());
    }

    private static LocalDate today(ObjectProvider<Clock> clock) {
        return DueDate.dayOf(clock.getObject().instant());
    }

    @Bean
    RoutingBook routingBook(ObjectProvider<RoutingInForce> routing, ObjectProvider<Clock> clock) {
        return new RoutingBook(routing::getIfAvailable, clock::getObject);
    }

    @Bean
    LadderBook ladderBook(ObjectProvider<LadderInForce> ladder, ObjectProvider<Clock> clock) {
        LadderInForce table = ladder.getIfAvailable();
        return new LadderBook(() -> table == null ? List.of() : table.rows(today(clock)));
    }

    @Bean
    Publishing publishing(ModelCheck check, Commands commands) {
        return new Publishing(check, commands);
    }

    @Bean
    Rehearsing rehearsing(ModelCheck check, FormCatalogue forms, ObjectProvider<Rehearsal> rehearsal) {
        return new Rehearsing(check, forms, rehearsal::getObject);
    }

    @Bean
    Trying trying(ModelCheck check, ObjectProvider<TryingOut> out, ObjectProvider<Clock> clock) {
        return new Trying(check, out::getObject, clock::getObject);
    }

    @Bean
    Library library(JdbcClient jdbc) {
        return new Library(jdbc);
    }

    /** In the publisher's own transaction: a model is usable when its publication answered. */
    @Bean
    ConfigurerModule modelsWithPublication() {
        return configurer -> configurer
                .eventProcessing()
                .registerSubscribingEventProcessor(Library.GROUP, axon -> publications(axon.eventBus()));
    }

    /** All other events, thousands for each of these, need not pass through a processor to be left out. */
    private static SubscribableMessageSource<EventMessage<?>> publications(EventBus all) {
        return processor -> all.subscribe(events -> {
            List<EventMessage<?>> published = new ArrayList<>();
            for (EventMessage<?> event : events) {
                if (event.getPayload() instanceof ProcessEvent) published.add(event);
            }
            if (!published.isEmpty()) processor.accept(published);
        });
    }

    /** Before anything follows the ledger, so that no petition is received without a model to follow. */
    @Bean
    ConfigurerModule shippedModelsFirst(ObjectProvider<ShippedModels> shipped) {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(
                Phase.INBOUND_COMMAND_CONNECTOR, () -> shipped.getObject().publish()));
    }

    @Bean
    ShippedModels shippedModels(
            Publishing publishing, Library library, Streams streams, JdbcClient jdbc, Migrations migrated) {
        return new ShippedModels(publishing, library, streams, jdbc);
    }
}
