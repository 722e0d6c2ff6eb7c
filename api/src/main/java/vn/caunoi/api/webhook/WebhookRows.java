package vn.caunoi.api.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.api.upkeep.Upkeep;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;

/** Receivers, and what is on its way to them. */
@Component
class WebhookRows implements Upkeep {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration TURN = Duration.ofMinutes(2);

    /** @param id of the event, the same for every try and receiver */
    record Due(String webhook, String id, String kind, String body, Instant at, int tries) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    WebhookRows(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    void insert(String id, URI url, byte[] secret, List<String> kinds, String by) {
        byte[] sealed = Objects.requireNonNull(vault.seal(KeyId.webhook(id), secret), "the key of a new one is there");
        jdbc.sql("insert into vault.webhook (id, url, secret, kinds, made, by) values (?::uuid, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(id, url.toString(), sealed, kinds.toArray(String[]::new), now(), by)
                .update();
    }

    List<Webhook> all() {
        return jdbc.sql("select * from vault.webhook order by made, id")
                .query(WebhookRows::webhook)
                .list();
    }

    Optional<Webhook> find(String id) {
        return jdbc.sql("select * from vault.webhook where id::text = ?")
                .param(id)
                .query(WebhookRows::webhook)
                .optional();
    }

    String secret(String id) {
        byte[] sealed = jdbc.sql("select secret from vault.webhook where id::text = ?")
                .param(id)
                .query((row, n) -> Objects.requireNonNull(row.getBytes(1)))
                .single();
        return new String(
                Objects.requireNonNull(vault.open(KeyId.webhook(id), sealed), "a key that goes with its row"),
                StandardCharsets.UTF_8);
    }

    void remove(String id) {
        jdbc.sql("delete from vault.webhook where id::text = ?").param(id).update();
        vault.erase(KeyId.webhook(id));
    }

    void switchOff(String id, String why) {
        jdbc.sql("update vault.webhook set off_at = ?, off_why = ? where id::text = ? and off_at is null")
                .params(now(), why, id)
                .update();
    }

    /** What waited goes on waiting no longer than now. */
    void switchOn(String id) {
        jdbc.sql("update vault.webhook set off_at = null, off_why = null, failures = 0 where id::text = ?")
                .param(id)
                .update();
        jdbc.sql("update vault.webhook_delivery set next_at = ? where webhook::text = ? and settled is null")
                .params(now(), id)
                .update();
    }

    boolean anybodyListens() {
        return jdbc.sql("select exists (select from vault.webhook where off_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** For every receiver that wants this kind and is not switched off. */
    void note(String id, String kind, @Nullable String code, String body, Instant at) {
        jdbc.sql("insert into vault.webhook_delivery (webhook, id, kind, code, body, at, next_at)"
                        + " select w.id, :id, :kind, :code, :body, :at, :now from vault.webhook w"
                        + " where w.off_at is null and w.made <= :at and :kind = any(w.kinds) on conflict do nothing")
                .param("id", id)
                .param("kind", kind)
                .param("code", code)
                .param("body", body)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .update();
    }

    /** For one receiver, whatever it wants. */
    Due noteOne(String webhook, String kind, String body) {
        String id = kind + "-" + UUID.randomUUID();
        jdbc.sql("insert into vault.webhook_delivery (webhook, id, kind, body, at, tries, next_at)"
                        + " values (?::uuid, ?, ?, ?, ?, 1, ?)")
                .params(webhook, id, kind, body, now(), now().plus(TURN))
                .update();
        return new Due(webhook, id, kind, body, clock.instant(), 1);
    }

    /** Takes the turn for those whose time has come, the oldest first; nobody else tries them meanwhile. */
    List<Due> take(int most) {
        return jdbc.sql("""
                        update vault.webhook_delivery d set tries = d.tries + 1, next_at = :until
                          from (select w.webhook, w.id from vault.webhook_delivery w
                                 join vault.webhook h on h.id = w.webhook and h.off_at is null
                                where w.settled is null and w.next_at <= :now
                                order by w.next_at limit :most for update of w skip locked) due
                         where d.webhook = due.webhook and d.id = due.id
                        returning d.webhook::text, d.id, d.kind, d.body, d.at, d.tries""")
                .param("until", now().plus(TURN))
                .param("now", now())
                .param("most", most)
                .query((row, n) -> new Due(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        time(row, "at"),
                        row.getInt(6)))
                .list();
    }

    void taken(Due one, int status) {
        settle(one, status, null);
        jdbc.sql("update vault.webhook set failures = 0 where id::text = ?")
                .param(one.webhook())
                .update();
    }

    void givenUp(Due one, @Nullable Integer status, String problem) {
        settle(one, status, problem);
    }

    private void settle(Due one, @Nullable Integer status, @Nullable String problem) {
        jdbc.sql("update vault.webhook_delivery set settled = ?, status = ?, problem = ?"
                        + " where webhook::text = ? and id = ?")
                .param(now())
                .param(status)
                .param(problem)
                .param(one.webhook())
                .param(one.id())
                .update();
    }

    void again(Due one, Duration pause, @Nullable Integer status, String problem) {
        jdbc.sql("update vault.webhook_delivery set next_at = ?, status = ?, problem = ?"
                        + " where webhook::text = ? and id = ?")
                .param(now().plus(pause))
                .param(status)
                .param(problem)
                .param(one.webhook())
                .param(one.id())
                .update();
    }

    /** One more without an answer; tells how many there are in a row. */
    int failed(String webhook) {
        return jdbc.sql("update vault.webhook set failures = failures + 1 where id::text = ? returning failures")
                .param(webhook)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    List<Webhook.Delivery> newest(String webhook, int most) {
        return jdbc.sql("select * from vault.webhook_delivery where webhook::text = ? order by at desc, id limit ?")
                .params(webhook, most)
                .query(WebhookRows::delivery)
                .list();
    }

    @Override
    public void tidy() {
        jdbc.sql("delete from vault.webhook_delivery where at < ?")
                .param(now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        String why = row.getString("off_why");
        return new Webhook(
                row.getString("id"),
                URI.create(row.getString("url")),
                Arrays.asList((String[]) row.getArray("kinds").getArray()),
                time(row, "made"),
                row.getString("by"),
                row.getInt("failures"),
                why == null ? null : new Webhook.Off(time(row, "off_at"), why));
    }

    private static Webhook.Delivery delivery(ResultSet row, int number) throws SQLException {
        OffsetDateTime settled = row.getObject("settled", OffsetDateTime.class);
        return new Webhook.Delivery(
                row.getString("id"),
                row.getString("kind"),
                row.getString("code"),
                time(row, "at"),
                row.getInt("tries"),
                time(row, "next_at"),
                settled == null ? null : settled.toInstant(),
                row.getObject("status", Integer.class),
                row.getString("problem"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
