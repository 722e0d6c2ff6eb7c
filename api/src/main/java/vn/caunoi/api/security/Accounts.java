package vn.caunoi.api.security;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The table of accounts. Passwords are kept as hashes that name their algorithm. */
@Component
class Accounts {

    record Account(String name, String passwordHash, boolean enabled) {}

    private static final String ALGORITHM = "{bcrypt}";
    private static final PasswordEncoder SLOW = new BCryptPasswordEncoder(12);
    private static final PasswordEncoder QUICK = new BCryptPasswordEncoder(4);

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
        return jdbc.sql("select name, password_hash, enabled and (? or not demo) from vault.account where name = ?")
                .params(demo, name)
                .query((row, n) -> new Account(row.getString(1), row.getString(2), row.getBoolean(3)))
                .optional();
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** @return false when the name is taken */
    boolean create(String name, String password) {
        return insert(name, ALGORITHM + SLOW.encode(password), false);
    }

    /** A password that equals the name gains nothing from a slow hash. */
    boolean createForDemo(String name) {
        return insert(name, ALGORITHM + QUICK.encode(name), true);
    }

    void changePassword(String name, String password) {
        jdbc.sql("update vault.account set password_hash = ?, demo = false, changed = now() where name = ?")
                .params(ALGORITHM + SLOW.encode(password), name)
                .update();
    }

    /** Demo accounts left in a database that now serves in earnest must not open. */
    int disableDemoAccounts() {
        return jdbc.sql("update vault.account set enabled = false where demo and enabled")
                .update();
    }

    private boolean insert(String name, String hash, boolean demo) {
        return jdbc.sql("insert into vault.account (name, password_hash, demo) values (?, ?, ?) "
                                + "on conflict (name) do nothing")
                        .params(name, hash, demo)
                        .update()
                == 1;
    }
}
