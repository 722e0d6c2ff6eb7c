package vn.caunoi.api.diary;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.vault.Vault;

/** Secret addresses of diaries: one for each person, told once, renewed and taken back by them. */
@Component
public class DiaryFeeds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final JdbcClient jdbc;
    private final Vault vault;

    DiaryFeeds(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = JdbcClient.create(jdbc);
        this.vault = vault;
    }

    public boolean has(OfficerId owner) {
        return jdbc.sql("select exists (select from vault.diary_feed where owner = ?)")
                .param(owner.value())
                .query(Boolean.class)
                .single();
    }

    /** A new secret; the one before opens nothing any more. */
    public String renew(OfficerId owner) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into vault.diary_feed (owner, secret) values (?, ?)"
                        + " on conflict (owner) do update set secret = excluded.secret, made = now()")
                .params(owner.value(), hash(secret))
                .update();
        return secret;
    }

    public void takeBack(OfficerId owner) {
        jdbc.sql("delete from vault.diary_feed where owner = ?")
                .param(owner.value())
                .update();
    }

    /** Whose secret it is. */
    Optional<OfficerId> owner(String secret) {
        return jdbc.sql("select owner from vault.diary_feed where secret = ?")
                .param(hash(secret))
                .query(String.class)
                .optional()
                .map(OfficerId::new);
    }

    /** The index of the vault makes no difference between letters; the secret does. */
    private String hash(String secret) {
        StringBuilder exact = new StringBuilder("diary ");
        secret.chars().forEach(c -> exact.append(Integer.toHexString(c)).append('x'));
        return vault.blindIndex(exact.toString());
    }
}
