package vn.caunoi.projections.timekeeping;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** Every deadline that runs, with what is needed to count it anew: for all at once, when the calendar or a rule changes. */
@Component
@ProcessingGroup(RunningDeadlines.GROUP)
public class RunningDeadlines implements ReadModel {
    static final String GROUP = "running_deadlines";

    private static final int AT_ONCE = 1_000;

    /**
     * A case with its deadlines.
     *
     * @param secret whether it is a denunciation, of which no list tells
     */
    public record Timed(PetitionId petition, String code, UnitId unit, boolean secret, List<Running> deadlines) {}

    private final JdbcTemplate jdbc;
    private final Batch batch;

    public RunningDeadlines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.batch = new Batch(this, jdbc);
    }

    /**
     * Every case with an open deadline, one after the other.
     *
     * @param reader what is about them is left out; the units they see do not matter
     */
    public void each(Visibility reader, Consumer<Timed> take) {
        String after = "";
        for (List<Timed> page = page(after, reader); !page.isEmpty(); page = page(after, reader)) {
            page.forEach(take);
            after = page.getLast().petition().value();
        }
    }

    private List<Timed> page(String after, Visibility reader) {
        return jdbc.query(
                """
                select r.id, r.deadlines, c.code, c.unit, c.kind from views.running_deadline r
                  join views.oversight_case c on c.id = r.id
                 where r.open and r.id > ? and not exists (
                   select from views.accused a where a.officer = ? and a.petition = r.id)
                 order by r.id limit ?""",
                (row, n) -> new Timed(
                        new PetitionId(row.getString("id")),
                        row.getString("code"),
                        new UnitId(row.getString("unit")),
                        Kind.DENUNCIATION.name().equals(row.getString("kind")),
                        RunningFilling.read(row.getString("deadlines"))),
                after,
                reader.readerName(),
                AT_ONCE);
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("running_deadline");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(DeadlineEvent.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new RunningFilling(tables);
    }

    @EventHandler
    void on(DeadlineEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
