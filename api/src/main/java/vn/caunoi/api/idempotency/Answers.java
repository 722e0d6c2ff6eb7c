package vn.caunoi.api.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.upkeep.Upkeep;
import vn.caunoi.core.vault.Vault;

/**
 * Answers already given, kept for seven days. A row is inserted, and committed, before the call is carried out, so of
 * two requests with one key only one runs. Measures real time, not the business clock.
 */
@Component
class Answers implements Upkeep {

    /** @param headers those that belong to the answer itself: type, location */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /**
     * @param begun when the call was first made; null for one that an earlier version took
     * @param answer null while the call is under way, or when it was cut off
     */
    record Taken(
            String bodyHash,
            Instant since,
            @Nullable Instant begun,
            @Nullable Answer answer) {}

    private static final Duration KEPT = Duration.ofDays(7);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    Answers(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** @return true for the one request that is to carry the call out, begun at that moment */
    boolean take(Scope scope, Instant now) {
        return jdbc.sql("insert into vault.answer (scope, body_hash, taken, begun) values (?, ?, ?, ?) "
                                + "on conflict (scope) do nothing")
                        .params(
                                scope.id(),
                                scope.bodyHash(),
                                now.atOffset(ZoneOffset.UTC),
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes a call over that was cut off at the given time; only one of several takers succeeds. */
    boolean takeOver(Scope scope, Instant since) {
        return jdbc.sql("update vault.answer set taken = ? where scope = ? and taken = ? and status is null")
                        .params(Instant.now().atOffset(ZoneOffset.UTC), scope.id(), since.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Taken> find(Scope scope) {
        return jdbc.sql("select body_hash, taken, begun, status, headers, body from vault.answer where scope = ?")
                .param(scope.id())
                .query((row, n) -> taken(scope, row))
                .optional();
    }

    void keep(Scope scope, Answer answer) {
        SealedAnswer seal = new SealedAnswer(vault.blindIndex(scope.secret()));
        jdbc.sql("update vault.answer set status = ?, headers = ?, body = ? where scope = ?")
                .params(
                        answer.status(),
                        seal.seal(json.writeValueAsBytes(answer.headers())),
                        seal.seal(answer.body()),
                        scope.id())
                .update();
    }

    /** The call failed without effect and may be tried again with the same key. */
    void giveBack(Scope scope) {
        jdbc.sql("delete from vault.answer where scope = ? and status is null")
                .param(scope.id())
                .update();
    }

    /** The call failed and may have had its effect all the same: with its key it can be taken over at once. */
    void cutOff(Scope scope, Instant since) {
        jdbc.sql("update vault.answer set taken = ? where scope = ? and status is null")
                .params(since.atOffset(ZoneOffset.UTC), scope.id())
                .update();
    }

    private Taken taken(Scope scope, ResultSet row) throws SQLException {
        Instant since = row.getObject("taken", OffsetDateTime.class).toInstant();
        OffsetDateTime first = row.getObject("begun", OffsetDateTime.class);
        Instant begun = first == null ? null : first.toInstant();
        int status = row.getInt("status");
        if (row.wasNull()) return new Taken(row.getString("body_hash"), since, begun, null);
        SealedAnswer seal = new SealedAnswer(vault.blindIndex(scope.secret()));
        Map<String, String> headers = json.readValue(seal.open(row.getBytes("headers")), HEADERS);
        return new Taken(
                row.getString("body_hash"), since, begun, new Answer(status, headers, seal.open(row.getBytes("body"))));
    }

    /** Those that were kept long enough. */
    @Override
    public void tidy() {
        jdbc.sql("delete from vault.answer where taken < ?")
                .param(Instant.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
