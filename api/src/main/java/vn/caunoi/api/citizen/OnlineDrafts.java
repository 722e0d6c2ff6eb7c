package vn.caunoi.api.citizen;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.upkeep.Upkeep;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;

/**
 * Petitions that are being written online. Whoever writes keeps a secret and is known by it alone; the server keeps a keyed hash
 * of it. Thrown away with its key when handed in, and 14 days after it was last kept.
 */
@Component
class OnlineDrafts implements Upkeep {

    static final Duration KEPT = Duration.ofDays(14);
    /** Without letters and digits that are mistaken for others when copied by hand. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int LENGTH = 20;
    private static final Pattern SECRET = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    OnlineDrafts(JdbcTemplate jdbc, Vault vault, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param typed by the name of the input
     * @param files ids of what was uploaded with it
     */
    record OnlineDraft(Map<String, String> typed, List<String> files) {
        OnlineDraft {
            typed = Map.copyOf(typed);
            files = List.copyOf(files);
        }

        static OnlineDraft empty() {
            return new OnlineDraft(Map.of(), List.of());
        }
    }

    static String freshSecret() {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) secret.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return secret.toString();
    }

    /** As it was written down by hand; empty for what cannot be one. */
    static Optional<String> secret(String typed) {
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return SECRET.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    /** Under which the draft and its files are known; tells nothing of the secret. */
    String idOf(String secret) {
        return vault.blindIndex("online " + secret).substring(0, 32).toLowerCase(Locale.ROOT);
    }

    void keep(String secret, OnlineDraft draft) {
        String id = idOf(secret);
        byte[] sealed = vault.seal(key(id), JSON.writeValueAsString(draft).getBytes(StandardCharsets.UTF_8));
        // it was handed in already
        if (sealed == null) return;
        jdbc.sql("""
                        insert into vault.online_draft (id, typed, kept_at) values (:id, :typed, :at)
                        on conflict (id) do update set typed = excluded.typed, kept_at = excluded.kept_at""")
                .param("id", id)
                .param("typed", sealed)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    Optional<OnlineDraft> find(String secret) {
        String id = idOf(secret);
        Instant oldest = clock.instant().minus(KEPT);
        return jdbc.sql("select typed from vault.online_draft where id = :id and kept_at >= :oldest")
                .param("id", id)
                .param("oldest", OffsetDateTime.ofInstant(oldest, ZoneOffset.UTC))
                .query((row, n) -> row.getBytes("typed"))
                .optional()
                .map(kept -> vault.open(key(id), kept))
                .map(clear -> JSON.readValue(new String(clear, StandardCharsets.UTF_8), OnlineDraft.class));
    }

    /** It was handed in, or is given up. */
    void drop(String secret) {
        drop(List.of(idOf(secret)));
    }

    private void drop(List<String> ids) {
        for (String id : ids) {
            jdbc.sql("delete from vault.online_draft where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    @Override
    public void tidy() {
        Instant oldest = clock.instant().minus(KEPT);
        List<String> old = jdbc.sql("select id from vault.online_draft where kept_at < :oldest limit 1000")
                .param("oldest", OffsetDateTime.ofInstant(oldest, ZoneOffset.UTC))
                .query(String.class)
                .list();
        drop(old);
        old.forEach(id -> vault.erase(key(id)));
    }

    private static KeyId key(String id) {
        return KeyId.uploads(owner(id));
    }

    /** In whose name the files of a draft are kept. */
    static String owner(String id) {
        return "online:" + id;
    }
}
