package vn.caunoi.api.upkeep;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Does the upkeep every hour ({@code caunoi.upkeep.every}; zero: never) of real time, not of the business clock. */
@Component
class UpkeepRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepRounds.class);

    private final List<Upkeep> all;

    UpkeepRounds(List<Upkeep> all, @Value("${caunoi.upkeep.every:PT1H}") Duration every) {
        super("upkeep", every, every);
        this.all = List.copyOf(all);
    }

    /** One that fails does not keep the others. */
    @Override
    protected void round() {
        for (Upkeep upkeep : all) {
            try {
                upkeep.tidy();
            } catch (RuntimeException failed) {
                LOG.warn("a round of upkeep failed", failed);
            }
        }
    }
}
