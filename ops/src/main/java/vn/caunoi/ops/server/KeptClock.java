package vn.caunoi.ops.server;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.clock.BusinessClock;

/** What is kept of a demonstration's clock: how far it runs ahead of the machine's. */
public final class KeptClock {
    private final JdbcClient database;

    KeptClock(JdbcClient database) {
        this.database = database;
    }

    Duration difference() {
        Optional<Long> micros = database.sql("select ahead_micros from ledger.business_clock")
                .query(Long.class)
                .optional();
        return Duration.ofNanos(micros.orElse(0L) * 1000);
    }

    /** Remembers how far the clock is set off now. */
    public void keep(BusinessClock clock) {
        database.sql("""
                        insert into ledger.business_clock (one, ahead_micros) values (true, ?)
                        on conflict (one) do update set ahead_micros = excluded.ahead_micros""").param(clock.ahead().toNanos() / 1000).update();
    }

    /** Whether something was recorded by a program that was no demonstration. */
    boolean isInEarnest() {
        boolean noDemonstration = database.sql("select not exists (select from ledger.business_clock)")
                .query(Boolean.class)
                .single();
        return noDemonstration && !nothingRecorded();
    }

    boolean nothingRecorded() {
        return database.sql("select not exists (select from ledger.event)")
                .query(Boolean.class)
                .single();
    }
}
