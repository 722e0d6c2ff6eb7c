package vn.caunoi.api.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import vn.caunoi.api.admin.DemoClock;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.ledger.Progress;

/** All modules but the one that starts them; its clock begins on a working day in the morning. */
@SpringBootApplication(scanBasePackages = "vn.caunoi")
public class ApiProgram {

    public static final Instant START = Instant.parse("2026-11-18T02:00:00Z");

    @Bean
    BusinessClock businessClock() {
        BusinessClock clock = BusinessClock.following(Clock.systemUTC());
        clock.startAt(START);
        return clock;
    }

    @Bean
    DemoClock demoClock(BusinessClock clock, Progress progress) {
        return span -> {
            clock.advance(span);
            progress.awaitSettled(Duration.ofSeconds(20));
            return clock.instant();
        };
    }
}
