package vn.caunoi.projections;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.ledger.following.BatchReader;
import vn.caunoi.core.petition.PetitionEvent;

/** A read model that keeps step with the others; the rows it wrote last it need not read again. */
final class Together implements BatchReader {
    private final ReadModel model;
    private final Tables tables;
    private ReadModel.@Nullable Filling filling;

    Together(ReadModel model, JdbcTemplate jdbc) {
        this.model = model;
        this.tables = Tables.live(jdbc);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public void take(List<? extends EventMessage<?>> events) {
        ReadModel.Filling current = filling == null ? model.filling(tables) : filling;
        filling = current;
        for (EventMessage<?> message : events) {
            if (message.getPayload() instanceof PetitionEvent event) current.expect(event);
        }
        for (EventMessage<?> message : events) current.take(Happened.of(message));
        current.flush();
    }

    @Override
    public void forget() {
        filling = null;
    }
}
