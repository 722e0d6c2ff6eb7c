package vn.caunoi.projections.publicview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.CaseEvent.DecisionMadePublic;
import vn.caunoi.core.petition.CaseEvent.DecisionTakenDown;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.WordKeys;
import vn.caunoi.projections.casefile.CaseRecord;

/**
 * Decisions on complaints that everybody may read, with words blacked out: neither code nor id of the petition. What is taken
 * down, undone or erased is gone.
 */
@Component
@ProcessingGroup(PublishedDecisions.GROUP)
public class PublishedDecisions implements ReadModel {
    static final String GROUP = "published_decisions";

    private final JdbcClient jdbc;
    private final CaseRecord record;
    private final Vault vault;
    private final Batch batch;

    PublishedDecisions(JdbcTemplate jdbc, CaseRecord record, Vault vault) {
        this.jdbc = JdbcClient.create(jdbc);
        this.record = record;
        this.vault = vault;
        this.batch = new Batch(this, jdbc);
    }

    /** @param id of the publication; it does not lead to the petition */
    public record Decision(
            String id,
            UnitId unit,
            @Nullable String category,
            String number,
            LocalDate issuedOn,
            LocalDate publishedOn,
            String text) {}

    /**
     * The last published first.
     *
     * @param q all its words are found in number or text, the last as a beginning; null for all
     */
    public Page<Decision> search(@Nullable UnitId unit, @Nullable String q, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Map<String, Object> params = new HashMap<>();
        StringBuilder where = new StringBuilder("true");
        if (unit != null) {
            where.append(" and unit = :unit");
            params.put("unit", unit.value());
        }
        if (q != null) {
            List<String> words = WordKeys.asked(q);
            if (words.isEmpty()) return new Page<>(List.of(), null);
            where.append(" and to_tsvector('simple', words) @@ to_tsquery('simple', :words)");
            params.put("words", words.stream().collect(Collectors.joining(" & ", "", ":*")));
        }
        if (cursor != null) {
            Cursor after = Cursor.parse(cursor);
            where.append(" and (published, id) < (:day, :after)");
            params.put("day", LocalDate.ofInstant(after.at(), ZoneOffset.UTC));
            params.put("after", after.id());
        }
        List<Decision> rows = jdbc.sql("select * from views.published_decision where " + where
                        + " order by published desc, id desc limit " + (limit + 1))
                .params(params)
                .query(PublishedDecisions::decision)
                .list();
        return Page.of(
                rows,
                limit,
                last -> new Cursor(
                        last.publishedOn().atStartOfDay(ZoneOffset.UTC).toInstant(), last.id()));
    }

    public Optional<Decision> find(String id) {
        return jdbc.sql("select * from views.published_decision where id = :id")
                .param("id", id)
                .query(PublishedDecisions::decision)
                .optional();
    }

    /** The units that published some. */
    public List<UnitId> units() {
        return jdbc
                .sql("select distinct unit from views.published_decision order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getString("id"),
                new UnitId(row.getString("unit")),
                row.getString("category"),
                row.getString("number"),
                row.getObject("issued", LocalDate.class),
                row.getObject("published", LocalDate.class),
                row.getString("text"));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("published_decision");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(
                DecisionMadePublic.class,
                DecisionTakenDown.class,
                PetitionReopened.class,
                PetitionReclassified.class,
                PetitionSentBack.class,
                PersonalDataErased.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new DecisionFilling(tables, record, vault);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        if (DecisionFilling.concerns(event)) batch.take(message);
    }
}
