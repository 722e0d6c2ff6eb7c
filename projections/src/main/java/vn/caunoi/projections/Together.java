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
        List<Happened<Object>> all =
                events.stream().<Happened<Object>>map(Happened::of).toList();
        for (Happened<Object> event : all) expect(current, event);
        for (Happened<Object> event : all) current.take(event);
        current.flush();
    }

    /** The position moves with the rows, and who was set back goes alone: nothing comes here twice. */
    private static void expect(ReadModel.Filling filling, Happened<Object> happened) {
        if (!(happened.event() instanceof PetitionEvent event)) return;
        filling.expectNew(event);
        filling.expect(event);
    }

    @Override
    public void forget() {
        filling = null;
    }
}
