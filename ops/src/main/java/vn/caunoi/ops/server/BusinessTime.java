package vn.caunoi.ops.server;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.clock.BusinessClock;

/**
 * The business clock of this node. A demonstration's difference to the machine's clock is kept with the data, so that
 * after a restart time goes on and not back.
 */
@Configuration(proxyBeanMethods = false)
public class BusinessTime {

    @Bean
    BusinessClock businessClock(
            JdbcClient database,
            @Value("${caunoi.demo:false}") boolean demo,
            @Value("${caunoi.clock:#{null}}") @Nullable OffsetDateTime start) {
        BusinessClock clock = BusinessClock.following(Clock.systemUTC());
        if (!demo) return clock;
        keptDifference(database).ifPresent(clock::continueAhead);
        if (start != null && (nothingRecorded(database) || start.toInstant().isAfter(clock.instant())))
            clock.startAt(start.toInstant());
        keep(database, clock);
        return clock;
    }

    /** Remembers how far the clock was set off. */
    static void keep(JdbcClient database, BusinessClock clock) {
        database.sql("""
                        insert into ledger.business_clock (one, ahead_micros) values (true, ?)
                        on conflict (one) do update set ahead_micros = excluded.ahead_micros""")
                .param(clock.ahead().toNanos() / 1000)
                .update();
    }

    private static java.util.Optional<Duration> keptDifference(JdbcClient database) {
        return database.sql("select ahead_micros from ledger.business_clock")
                .query(Long.class)
                .optional()
                .map(micros -> Duration.ofNanos(micros * 1000));
    }

    private static boolean nothingRecorded(JdbcClient database) {
        return database.sql("select not exists (select from ledger.business_clock)")
                .query(Boolean.class)
                .single();
    }
}
