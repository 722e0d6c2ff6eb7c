package vn.caunoi.processes.sweeper;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ledger.StreamLocks;
import vn.caunoi.core.petition.OpenPetitions;
import vn.caunoi.processes.engine.Attempts;
import vn.caunoi.processes.rules.LadderInForce;

/** The sweeper of the running program; {@code caunoi.sweeper.interval} (five seconds) of zero leaves it to be called. */
@Configuration(proxyBeanMethods = false)
public class SweeperConfiguration {

    @Bean
    Sweeper sweeper(
            DueDates dates,
            Attempts attempts,
            StreamLocks locks,
            OpenPetitions petitions,
            Ladder ladder,
            ObjectProvider<LadderInForce> editions,
            Superiors superiors,
            Rules rules,
            TransactionManager transactions,
            Clock clock) {
        LadderInForce published = editions.getIfAvailable();
        return new Sweeper(
                dates,
                attempts,
                locks,
                petitions,
                ladder,
                day -> published == null ? 0 : published.edition(day),
                superiors,
                rules,
                transactions,
                clock);
    }

    @Bean
    SweeperRounds sweeperRounds(
            Sweeper sweeper, DueDates dates, Clock clock, @Value("${caunoi.sweeper.interval:PT5S}") Duration interval) {
        return new SweeperRounds(sweeper, new NextDue(dates, clock), interval);
    }
}
