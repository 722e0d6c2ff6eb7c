package vn.caunoi.projections.message;

import static vn.caunoi.projections.Tables.time;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Carrier;
import vn.caunoi.core.petition.Language;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Topic;

/** A message, while it is being changed. */
final class MessageRow {
    final String id;
    final PetitionId petition;
    final String code;
    final UnitId unit;
    final PersonId person;
    final Carrier carrier;
    final Topic topic;
    final Language language;
    final Instant at;
    MessageState state = MessageState.WAITING;

    @Nullable Instant settled;

    @Nullable String problem;

    MessageRow(Reachable to, long sequence, Contact contact, Topic topic, Instant at) {
        this(id(to.petition, sequence, contact), to, contact, topic, at);
    }

    /** One that went to somebody who would not be told today, as to all whom a representative speaks for now. */
    MessageRow(String id, Reachable to, Contact contact, Topic topic, Instant at) {
        this.id = id;
        this.petition = to.petition;
        this.code = to.code;
        this.unit = to.unit;
        this.person = contact.person();
        this.carrier = contact.carrier();
        this.topic = topic;
        this.language = to.language;
        this.at = at;
    }

    private MessageRow(ResultSet row) throws SQLException {
        id = row.getString("id");
        petition = new PetitionId(row.getString("petition"));
        code = row.getString("code");
        unit = new UnitId(row.getString("unit"));
        person = new PersonId(row.getString("person"));
        carrier = Carrier.valueOf(row.getString("carrier"));
        topic = Topic.valueOf(row.getString("topic"));
        language = Language.valueOf(row.getString("language"));
        at = Objects.requireNonNull(time(row, "at"));
        state = MessageState.valueOf(row.getString("state"));
        settled = time(row, "settled");
        problem = row.getString("problem");
    }

    static MessageRow read(ResultSet row, int number) throws SQLException {
        return new MessageRow(row);
    }

    /** Follows from what it tells whom, so that a rebuild gives it the same one. */
    static String id(PetitionId petition, long sequence, Contact contact) {
        String told = petition.value() + "#" + sequence + "#" + contact.person().value() + "#" + contact.carrier();
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }

    void settle(MessageState as, @Nullable Instant when, @Nullable String why) {
        state = as;
        settled = when;
        problem = why;
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {
            id,
            petition.value(),
            code,
            unit.value(),
            person.value(),
            carrier.name(),
            topic.name(),
            language.name(),
            time(at),
            state.name(),
            time(settled),
            problem
        };
    }
}
