package vn.caunoi.projections.oversight;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;

/** What is kept of a case for supervisors, while it is being changed. The subject of a denunciation is not written. */
final class OversightRow {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final PetitionId id;
    final String code;
    final Channel channel;

    @Nullable Kind kind;

    UnitId unit;

    @Nullable OfficerId assignee;

    @Nullable String subject;

    Stage stage = Stage.RECEIPT;
    Status status = Status.OPEN;
    boolean accepted;
    Instant received;

    @Nullable Instant closed;

    @Nullable Result result;

    int level;

    @Nullable Instant escalated;

    @Nullable String cause;

    /** Where it was brought last. */
    @Nullable UnitId raised;

    /** Which unit had it until a reorganisation, and when that was. */
    @Nullable UnitId former;

    @Nullable Instant handed;

    /** When the citizen was first told something in writing. */
    @Nullable Instant answered;

    @Nullable String category;

    @Nullable String place;

    /** Number of the decision it is about. */
    @Nullable String contested;

    /** The unit it was brought to; null for those written before that was kept. */
    @Nullable UnitId brought;

    int people;
    int points;
    /** Accepted as such. */
    boolean complex;

    /** Moments by which urging letters are to be answered, by their numbers. */
    SortedMap<Integer, Instant> urged = new TreeMap<>();

    List<Limit> limits = List.of();
    /** Sequence of the last event that changed it. */
    long version;

    OversightRow(PetitionReceived e) {
        id = e.petition();
        code = e.code();
        channel = e.channel();
        kind = e.kind();
        unit = e.unit();
        subject = e.subject().clear();
        received = e.occurred();
        category = e.category();
        place = e.place();
        contested = e.about() == null ? null : e.about().number();
        brought = e.unit();
        people = many(e.petitioners());
        points = e.points().size();
    }

    /** Those whose matter it is, without who only speaks for them. */
    static int many(List<Person> petitioners) {
        return (int) petitioners.stream()
                .filter(one -> one.role() != PersonRole.PROXY)
                .count();
    }

    private OversightRow(ResultSet row) throws SQLException {
        id = new PetitionId(row.getString("id"));
        code = row.getString("code");
        channel = Channel.valueOf(row.getString("channel"));
        kind = row.getString("kind") == null ? null : Kind.valueOf(row.getString("kind"));
        unit = new UnitId(row.getString("unit"));
        assignee = row.getString("assignee") == null ? null : new OfficerId(row.getString("assignee"));
        subject = row.getString("subject");
        stage = Stage.valueOf(row.getString("stage"));
        status = Status.valueOf(row.getString("status"));
        accepted = row.getBoolean("accepted");
        received = Objects.requireNonNull(time(row, "received"));
        closed = time(row, "closed");
        result = row.getString("result") == null ? null : Result.valueOf(row.getString("result"));
        level = row.getInt("level");
        escalated = time(row, "escalated");
        cause = row.getString("cause");
        raised = row.getString("raised") == null ? null : new UnitId(row.getString("raised"));
        former = row.getString("former") == null ? null : new UnitId(row.getString("former"));
        handed = time(row, "handed");
        answered = time(row, "answered");
        category = row.getString("category");
        place = row.getString("place");
        contested = row.getString("contested");
        brought = row.getString("brought") == null ? null : new UnitId(row.getString("brought"));
        people = row.getInt("people");
        points = row.getInt("points");
        complex = row.getBoolean("complex");
        limits = JSON.readValue(row.getString("limits"), new TypeReference<List<Limit>>() {});
        String open = row.getString("urgings");
        if (open != null) urged = JSON.readValue(open, new TypeReference<TreeMap<Integer, Instant>>() {});
        version = row.getLong("version");
    }

    static OversightRow read(ResultSet row, int number) throws SQLException {
        return new OversightRow(row);
    }

    /** The first moment by which an urging letter is to be answered. */
    @Nullable Instant answerBy() {
        return urged.values().stream().min(Instant::compareTo).orElse(null);
    }

    private @Nullable Instant unnoticed() {
        Instant first = status == Status.CLOSED ? Instant.MAX : Limit.unnoticed(limits);
        return first.equals(Instant.MAX) ? null : first;
    }

    Instant due() {
        return status == Status.CLOSED ? Instant.MAX : Limit.next(limits);
    }

    /** All that an event can change. */
    List<@Nullable Object> shown() {
        return Arrays.asList(
                kind,
                unit,
                assignee,
                subject,
                stage,
                status,
                accepted,
                received,
                closed,
                result,
                level,
                escalated,
                cause,
                raised,
                former,
                handed,
                answered,
                category,
                place,
                contested,
                people,
                points,
                complex,
                Map.copyOf(urged),
                limits);
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {
            id.value(),
            code,
            channel.name(),
            kind == Kind.DENUNCIATION ? null : subject,
            kind == null ? null : kind.name(),
            unit.value(),
            assignee == null ? null : assignee.value(),
            time(received),
            time(closed),
            result == null ? null : result.name(),
            time(escalated),
            cause,
            level,
            accepted,
            stage.name(),
            status.name(),
            time(due()),
            version,
            JSON.writeValueAsString(limits),
            raised == null ? null : raised.value(),
            time(answerBy()),
            urged.isEmpty() ? null : JSON.writeValueAsString(urged),
            time(unnoticed()),
            former == null ? null : former.value(),
            time(handed),
            time(answered),
            category,
            place,
            contested,
            brought == null ? null : brought.value(),
            people,
            points,
            complex
        };
    }
}
