package vn.caunoi.projections.letter;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.letter.FormPublished;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** The editions of forms of letters that administrators have published. */
@Component
@ProcessingGroup(OwnForms.GROUP)
public class OwnForms implements ReadModel {
    static final String GROUP = "letter_forms";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Batch batch;

    public OwnForms(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    public List<LetterForm> all() {
        return jdbc.sql("select form from views.letter_form order by id, edition")
                .query((row, number) -> JSON.readValue(row.getString("form"), LetterForm.class))
                .list();
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("letter_form");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(FormPublished.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new Written(tables);
    }

    @EventHandler
    void on(FormPublished event, EventMessage<?> message) {
        batch.take(message);
    }

    /** Forms change rarely: each event is written at once. */
    private record Written(Tables tables) implements Filling {
        @Override
        public void take(Happened<?> recorded) {
            if (!(recorded.event() instanceof FormPublished event)) return;
            tables.update("""
                    insert into views.letter_form (id, edition, form) values (?, ?, ?::jsonb)
                    on conflict (id, edition) do update set form = excluded.form""", event.form().id(), event.form().edition(), JSON.writeValueAsString(event.form()));
        }

        @Override
        public void flush() {}
    }
}
