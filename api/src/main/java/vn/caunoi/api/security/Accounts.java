package vn.caunoi.api.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The table of accounts. Passwords are kept as hashes that name their algorithm. */
@Component
class Accounts {

    /** @param changed when it was opened, closed or given a password last, in real time */
    record Account(String name, String passwordHash, boolean enabled, Instant changed) {

        boolean hasPassword() {
            return !passwordHash.equals(NO_PASSWORD);
        }
    }

    /** Instead of a hash, for somebody who comes by the identity provider only; no password matches it. */
    private static final String NO_PASSWORD = "{none}";

    private static final String ALGORITHM = "{bcrypt}";
    private static final PasswordEncoder SLOW = new BCryptPasswordEncoder(12);
    private static final PasswordEncoder QUICK = new BCryptPasswordEncoder(4);

    /** Tells the table, for this statement, who changes it: it writes down what became of its rows. */
    private static final String TOLD = "set_config('caunoi.by', ?, true) is not null";

    private final JdbcClient jdbc;
    private final boolean demo;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    Accounts(JdbcClient jdbc, @Value("${caunoi.demo:false}") boolean demo) {
        this.jdbc = jdbc;
        this.demo = demo;
    }

    /** Accounts of the demo, made by another program on this database or left by one, open in the demo only. */
    Optional<Account> find(String name) {
        if (name.indexOf('\0') >= 0) return Optional.empty();
        return jdbc.sql("select name, password_hash, enabled and (? or not demo), changed from vault.account "
                        + "where name = ?")
                .params(demo, name)
                .query((row, n) -> new Account(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** All accounts by name, those of the demo as they are in it. */
    List<Account> all() {
        return jdbc.sql(
                        "select name, password_hash, enabled and (? or not demo), changed from vault.account order by name")
                .params(demo)
                .query((row, n) -> new Account(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The account if it exists and is not closed. */
    Optional<Account> open(String name) {
        return find(name).filter(Account::enabled);
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** @return false when the name is taken */
    boolean create(String name, String password) {
        return insert(name, ALGORITHM + SLOW.encode(password), false);
    }

    /** @return false when the name is taken */
    boolean createWithoutPassword(String name) {
        return insert(name, NO_PASSWORD, false);
    }

    /** A password that equals the name gains nothing from a slow hash. */
    boolean createForDemo(String name) {
        return insert(name, ALGORITHM + QUICK.encode(name), true);
    }

    /** @return false when there is no such account */
    boolean changePassword(String name, String password) {
        return jdbc.sql("update vault.account set password_hash = ?, demo = false, changed = clock_timestamp() "
                                + "where name = ? and " + TOLD)
                        .params(ALGORITHM + SLOW.encode(password), name, whoever())
                        .update()
                == 1;
    }

    /** @return false when there is no such account */
    boolean setEnabled(String name, boolean enabled) {
        return jdbc.sql("update vault.account set enabled = ?, changed = clock_timestamp() where name = ? and " + TOLD)
                        .params(enabled, name, whoever())
                        .update()
                == 1;
    }

    /** Demo accounts left in a database that now serves in earnest must not open. */
    int disableDemoAccounts() {
        return jdbc.sql("update vault.account set enabled = false, changed = clock_timestamp() where demo and enabled")
                .update();
    }

    private boolean insert(String name, String hash, boolean demo) {
        return jdbc.sql("insert into vault.account (name, password_hash, demo) select ?, ?, ? where " + TOLD
                                + " on conflict (name) do nothing")
                        .params(name, hash, demo, whoever())
                        .update()
                == 1;
    }

    /** Empty on the command line and when the program itself does it. */
    private static String whoever() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || known instanceof AnonymousAuthenticationToken ? "" : known.getName();
    }
}
