package vn.caunoi.processes.driver;

import java.time.Clock;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Migrations;
import vn.caunoi.core.ledger.ProcessorSettings;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.StreamLocks;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.OpenPetitions;
import vn.caunoi.core.routing.Routing;
import vn.caunoi.processes.actions.Actions;
import vn.caunoi.processes.engine.Attempts;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Units;
import vn.caunoi.processes.rules.Proposed;
import vn.caunoi.processes.sweeper.DueDates;

/** The driver of the running program. {@link PublishedModels} comes from the studio; a {@link Watch} may be given. */
@Configuration(proxyBeanMethods = false)
public class DriverConfiguration {

    @Bean
    ProcessorSettings driverSettings() {
        return ProcessorSettings.driver(Driver.GROUP);
    }

    @Bean
    Attempts attempts(PlatformTransactionManager transactions) {
        return new Attempts(transactions);
    }

    @Bean
    Places places(JdbcTemplate jdbc, Migrations migrated) {
        return new Places(jdbc);
    }

    @Bean
    Units units(JdbcClient jdbc, Migrations migrated) {
        return new Units(jdbc);
    }

    @Bean
    Definitions definitions(Engine engine, PublishedModels models, JdbcClient jdbc) {
        return new Definitions(engine, models, jdbc);
    }

    @Bean
    OpenPetitions openPetitions(org.axonframework.config.Configuration axon) {
        return new OpenPetitions(axon);
    }

    @Bean
    Keeping keeping(StreamLocks locks, Places places, DueDates due, Engine engine, Past past, JdbcTemplate jdbc) {
        return new Keeping(locks, places, due, engine.instances(), past, jdbc);
    }

    @Bean
    Past past(Streams streams) {
        return new Past(streams);
    }

    @Bean
    DueDates dueDates(JdbcClient jdbc, Migrations migrated, CalendarInForce calendar, Ladder ladder) {
        return new DueDates(jdbc, calendar, ladder);
    }

    @Bean
    Mover mover(
            Engine engine,
            Places places,
            Units units,
            Definitions definitions,
            PublishedModels models,
            Past past,
            Rules rules,
            Routing routing,
            FormCatalogue forms) {
        return new Mover(engine, places, definitions, models, past, new Actions(rules, units, routing), units, forms);
    }

    @Bean
    Follower follower(Mover mover, Past past, Places places, DueDates due) {
        return new Follower(mover, past, places, due::follow);
    }

    @Bean
    MovesOnTrial movesOnTrial(
            Engine engine,
            Places places,
            Units units,
            Definitions definitions,
            PublishedModels models,
            Rules rules,
            Routing routing,
            FormCatalogue forms,
            Streams streams,
            PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        Actions actions = new Actions(rules, units, routing);
        return new MovesOnTrial(engine, places, definitions, models, actions, units, forms, streams, snapshot);
    }

    @Bean
    CaseMoves caseMoves(
            Places places,
            Definitions definitions,
            Engine engine,
            MovesOnTrial trial,
            Streams streams,
            Commands commands,
            Progress progress,
            PlatformTransactionManager transactions) {
        return new CaseMoves(
                places, definitions, engine, trial, streams, commands, progress, new TransactionTemplate(transactions));
    }

    @Bean
    RunningCases runningCases(CaseMoves moves) {
        return new RunningCases(moves);
    }

    /** With a past of its own, so that the driver's stays at what it follows. */
    @Bean
    EngineRebuild engineRebuild(
            Engine engine,
            Places places,
            Units units,
            Definitions definitions,
            Keeping keeping,
            PublishedModels models,
            Rules rules,
            Routing routing,
            FormCatalogue forms,
            DueDates due,
            Streams streams,
            Attempts attempts,
            Commands commands,
            PlatformTransactionManager transactions,
            EventProcessingConfiguration processing,
            Serializer tokens,
            JdbcClient jdbc) {
        Past past = new Past(streams);
        Mover mover =
                new Mover(engine, places, definitions, models, past, new Actions(rules, units, routing), units, forms);
        return new EngineRebuild(
                new Followed(jdbc, tokens, streams),
                places,
                units,
                keeping,
                mover,
                new Follower(mover, past, places, due::follow),
                models,
                streams,
                attempts,
                commands,
                new TransactionTemplate(transactions),
                processing);
    }

    @Bean
    FromRecord fromRecord(
            Engine engine,
            Places places,
            Units units,
            PublishedModels models,
            Rules rules,
            Routing routing,
            FormCatalogue forms,
            CalendarInForce calendar,
            Clock clock,
            Streams streams,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        PastCases cases = new PastCases(jdbc);
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        return new FromRecord(
                engine,
                places,
                models,
                new Actions(rules, units, routing),
                proposed -> new Actions(Proposed.rules(rules, proposed), units, routing),
                units,
                forms,
                calendar,
                clock,
                streams,
                cases,
                new CasesAtOnce(cases, streams, reading),
                new TransactionTemplate(transactions));
    }

    @Bean
    TryingOut tryingOut(
            Engine engine,
            Places places,
            Units units,
            PublishedModels models,
            Rules rules,
            Routing routing,
            FormCatalogue forms,
            DueDates due,
            Streams streams,
            Ladder ladder,
            WorkingCalendar calendar,
            PlatformTransactionManager transactions) {
        return new TryingOut(
                engine,
                places,
                models,
                forms,
                due,
                streams,
                rules,
                routing,
                ladder,
                units,
                calendar,
                new TransactionTemplate(transactions));
    }

    @Bean
    Driver driver(
            Mover mover,
            Follower follower,
            Places places,
            Units units,
            Keeping keeping,
            Attempts attempts,
            OpenPetitions petitions,
            Commands commands,
            Streams streams,
            ObjectProvider<Watch> watch) {
        Watch watching = watch.getIfAvailable(() -> new Watch() {});
        return new Driver(mover, follower, places, units, keeping, attempts, petitions, commands, streams, watching);
    }
}
