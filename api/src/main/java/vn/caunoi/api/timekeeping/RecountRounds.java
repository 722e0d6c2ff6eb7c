package vn.caunoi.api.timekeeping;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.api.upkeep.Rounds;

/** Looks every second whether deadlines have to be counted anew ({@code caunoi.recount.every}; zero: never). */
@Component
class RecountRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(RecountRounds.class);

    private final Recounts recounts;

    RecountRounds(Recounts recounts, @Value("${caunoi.recount.every:PT1S}") Duration every) {
        super("recount", every, every);
        this.recounts = recounts;
    }

    @Override
    protected void round() {
        while (recounts.round()) LOG.debug("counted anew");
    }
}
