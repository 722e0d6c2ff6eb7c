package vn.caunoi.projections;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.caunoi.core.vault.ErasesKeys;

/**
 * What rebuilds leave behind: killed ones their tables, which are dropped at the next start; others the tables they
 * replaced, which follow nothing any more and so must not outlive an erasure.
 */
@Component
class AfterRebuilds {
    private final DataSource database;
    private final List<ReadModel> models;

    AfterRebuilds(DataSource database, List<ReadModel> models, EventStore events) {
        this.database = database;
        this.models = List.copyOf(models);
        events.subscribe(recorded -> {
            if (recorded.stream().anyMatch(event -> event.getPayload() instanceof ErasesKeys))
                new KeptTables(new JdbcTemplate(database)).erase(this.models);
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void clearUp() {
        Shadow.clearUp(database, models);
    }
}
