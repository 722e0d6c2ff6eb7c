package vn.caunoi.projections.message;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Carrier;
import vn.caunoi.core.petition.Language;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Topic;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** Messages to petitioners: what is to be sent, and what became of it. None is about a denunciation or a confidential petition. */
@Component
@ProcessingGroup(Messages.GROUP)
public class Messages implements ReadModel {
    static final String GROUP = "messages";

    /** With the state a reader is told: what is not wanted any more waits for nothing. */
    private static final String TOLD = """
            select m.*, case when m.state = 'WAITING' and not (c.told and position(m.person in c.persons) > 0)
                             then 'DROPPED' else m.state end as shown
              from views.message m join views.message_case c on c.petition = m.petition
             where
            """;

    private final JdbcClient jdbc;
    private final Batch batch;

    public Messages(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /**
     * A message to one person.
     *
     * @param at when what it tells of was recorded
     * @param settled when it was sent or given up; null while it waits
     * @param problem word for why it could not be delivered
     */
    public record Message(
            String id,
            PetitionId petition,
            String code,
            UnitId unit,
            PersonId person,
            Carrier carrier,
            Topic topic,
            Language language,
            Instant at,
            MessageState state,
            @Nullable Instant settled,
            @Nullable String problem) {

        /** The same as one that is not sent any more. */
        public Message dropped() {
            return new Message(
                    id,
                    petition,
                    code,
                    unit,
                    person,
                    carrier,
                    topic,
                    language,
                    at,
                    MessageState.DROPPED,
                    settled,
                    problem);
        }
    }

    /** How petitioners want to be told about a petition. */
    public record Preference(boolean told, Language language) {}

    /**
     * Those to be sent, oldest first.
     *
     * @param carrier that takes them
     * @param since what was recorded before is never sent
     * @param cursor from the page before, or null
     */
    public Page<Message> waiting(Carrier carrier, Instant since, @Nullable String cursor, int limit) {
        Cursor after = cursor == null ? Cursor.START : Cursor.parse(cursor);
        List<Message> rows = jdbc.sql(TOLD + """
                        m.state = 'WAITING' and m.carrier = :carrier and m.at >= :since and (m.at, m.id) > (:at, :id)
                           and c.told and position(m.person in c.persons) > 0
                         order by m.at, m.id limit :rows""")
                .param("carrier", carrier.name())
                .param("since", time(since))
                .param("at", time(after.at()))
                .param("id", after.id())
                .param("rows", limit + 1)
                .query(Messages::message)
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.at(), last.id()));
    }

    /** Newest first. @param state null for all; {@link MessageState#DROPPED} cannot be asked for */
    public Page<Message> newest(Visibility to, @Nullable MessageState state, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Cursor after = cursor == null ? Cursor.END : Cursor.parse(cursor);
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("at", time(after.at()));
        params.put("id", after.id());
        params.put("rows", limit + 1);
        String seen = "";
        if (!to.all()) {
            seen = " and m.unit = any(:units)";
            params.put("units", to.unitNames());
        }
        if (to.reader() != null) {
            seen += " and m.petition not in (select petition from views.accused where officer = :reader)";
            params.put("reader", to.readerName());
        }
        String inState = state == null ? "" : " and m.state = '" + state + "'";
        List<Message> rows = jdbc.sql(TOLD + "(m.at, m.id) < (:at, :id)" + seen + inState
                        + " order by m.at desc, m.id desc limit :rows")
                .params(params)
                .query(Messages::message)
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.at(), last.id()));
    }

    /** How many could not be delivered. */
    public long failed() {
        return jdbc.sql("select count(*) from views.message where state = 'FAILED'")
                .query(Long.class)
                .single();
    }

    /** All about one petition, newest first. */
    public List<Message> about(PetitionId petition) {
        return jdbc.sql(TOLD + "m.petition = :petition order by m.at desc, m.id desc")
                .param("petition", petition.value())
                .query(Messages::message)
                .list();
    }

    /** Empty where nobody can be told by message. */
    public Optional<Preference> preference(PetitionId petition) {
        return jdbc.sql("select told, language from views.message_case where petition = :petition and persons <> ''")
                .param("petition", petition.value())
                .query((row, number) -> new Preference(row.getBoolean(1), Language.valueOf(row.getString(2))))
                .optional();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getString("id"),
                new PetitionId(row.getString("petition")),
                row.getString("code"),
                new UnitId(row.getString("unit")),
                new PersonId(row.getString("person")),
                Carrier.valueOf(row.getString("carrier")),
                Topic.valueOf(row.getString("topic")),
                Language.valueOf(row.getString("language")),
                Objects.requireNonNull(time(row, "at")),
                MessageState.valueOf(row.getString("shown")),
                time(row, "settled"),
                row.getString("problem"));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("message_case", "message");
    }

    @Override
    public Filling filling(Tables tables) {
        return new MessageFilling(tables);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
