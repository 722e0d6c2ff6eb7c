package vn.caunoi.ops.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.clock.BusinessClock;

/**
 * The business clock of this node: the machine's, or in a demonstration one that can be set off against it. The
 * difference is kept with the data, so that after a restart time goes on and not back.
 */
@Configuration(proxyBeanMethods = false)
class BusinessTime {

    @Bean
    @ConditionalOnProperty(name = "caunoi.demo", havingValue = "false", matchIfMissing = true)
    BusinessClock businessClock() {
        return BusinessClock.following(Clock.systemUTC());
    }

    /** The clock and the moment at which people meet it, decided before anything is recorded. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "caunoi.demo", havingValue = "true")
    static class OfTheDemonstration {

        @Bean
        @DependsOn("migrations")
        KeptClock keptClock(JdbcClient database) {
            return new KeptClock(database);
        }

        @Bean
        DemoPeriod demoPeriod(KeptClock kept, @Value("${caunoi.clock:#{null}}") @Nullable OffsetDateTime wanted) {
            if (kept.isInEarnest())
                throw new RefusedToServe("This database was used without --demo: a demonstration would write its"
                        + " units, accounts and another time into it. Name another one.");
            Instant now = Instant.now(Clock.systemUTC()).plus(kept.difference());
            Instant wish = wanted == null ? now : wanted.toInstant();
            boolean takesWish = kept.nothingRecorded() || wish.isAfter(now);
            return new DemoPeriod(takesWish ? wish : now, kept.nothingRecorded());
        }

        /** With samples to come, the clock begins before the year they are played in. */
        @Bean
        BusinessClock businessClock(
                DemoPeriod period, @Value("${caunoi.samples:false}") boolean samples, KeptClock kept) {
            BusinessClock clock = BusinessClock.following(Clock.systemUTC());
            Duration lead = samples && period.fresh() ? Duration.ofDays(370) : Duration.ZERO;
            clock.startAt(period.now());
            kept.keep(clock);
            if (!lead.isZero()) clock.startAt(period.now().minus(lead));
            return clock;
        }
    }
}
