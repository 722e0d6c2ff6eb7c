package vn.caunoi.core.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps one data key per person and per petition, wrapped by the master key. Keys are made in the transaction that
 * first seals with them; an erased key never comes back. Erasure is the right of the Law on Personal Data
 * 91/2025/QH15 art. 14: the record stays whole, the person's words become unreadable everywhere at once.
 */
public final class Vault implements Sealing {

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final Aead wrapping;
    private final OpenKeys keys = new OpenKeys();
    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<@Nullable List<NewKey>> presumedNew = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Set<KeyId>> met = new ThreadLocal<>();

    /** Refuses a master key that does not open the keys that are already there. */
    public Vault(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
        this.wrapping = wrapping(master);
        mustFit();
    }

    /** True when the vault holds keys, so that the master key must be the one that made them. */
    public static boolean isInUse(JdbcClient jdbc) {
        return jdbc.sql("select exists (select from vault.key where wrapped is not null)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public byte @Nullable [] seal(KeyId id, byte[] clear) {
        return switch (findOrCreate(id)) {
            case DataKey.Open open -> encrypt(open.aead(), clear, associated(id));
            case DataKey.Erased _erased -> null;
        };
    }

    @Override
    public byte @Nullable [] open(KeyId id, byte[] sealed) {
        return open(known(id), id, sealed);
    }

    @Override
    public boolean isErased(KeyId id) {
        return known(id) instanceof DataKey.Erased;
    }

    private DataKey known(KeyId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the vault has no key " + id.value()));
    }

    @Override
    public void met(KeyId id) {
        Set<KeyId> all = met.get();
        if (all != null) all.add(id);
    }

    /** Reads what is going to be opened: all keys it was sealed with are asked for in one statement. */
    public void together(Runnable reading) {
        Set<KeyId> all = new HashSet<>();
        met.set(all);
        try {
            reading.run();
        } finally {
            met.remove();
        }
        all.removeIf(id -> keys.find(id) != null);
        if (!all.isEmpty()) wrapped(all).forEach((id, key) -> keys.keep(id, unwrap(id, key)));
    }

    static byte @Nullable [] open(DataKey key, KeyId id, byte[] sealed) {
        return switch (key) {
            case DataKey.Open open -> decrypt(open.aead(), sealed, associated(id));
            case DataKey.Erased _erased -> null;
        };
    }

    /** For who opens much and each text once, so that a key is better asked for with many others and not kept. */
    public KeysAtOnce atOnce() {
        return new KeysAtOnce(this);
    }

    /** Keys as they are kept, null where erased; those that do not exist are left out. */
    Map<KeyId, byte @Nullable []> wrapped(Collection<KeyId> ids) {
        Map<KeyId, byte @Nullable []> found = new HashMap<>();
        jdbc.sql("select id::text as id, wrapped from vault.key where id = any(?)")
                .param(ids.stream().map(KeyId::uuid).toArray(UUID[]::new))
                .query(row -> {
                    found.put(new KeyId(row.getString("id")), row.getBytes("wrapped"));
                });
        return found;
    }

    /** Makes all that was sealed with this key unreadable, now and for ever; also before anything was sealed. */
    public void erase(KeyId id) {
        jdbc.sql("""
                        insert into vault.key (id, wrapped, erased) values (:id, null, now())
                        on conflict (id) do update set wrapped = null, erased = now() where key.erased is null""").param("id", id.uuid()).update();
        keys.keep(id, new DataKey.Erased());
        afterCommit(() -> keys.forget(id));
    }

    /**
     * Takes a key out of memory, so that its next use asks the database: whoever learns of an erasure must not go on
     * with what it had opened before.
     */
    public void forget(KeyId id) {
        keys.forgetEverywhere(id);
    }

    /**
     * A value by which a person can be looked up by identity number without storing the number. The same number gives
     * the same value whatever its spacing and case; it cannot be computed without the master key.
     */
    public String blindIndex(String number) {
        String plain = number.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        try {
            return HexFormat.of().formatHex(master.blindIndex(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the blind index cannot be computed", e);
        }
    }

    /**
     * Seals in this transaction without asking for keys that are not in memory: it makes them. They are to be inserted in
     * the same transaction, which has to give up when one of them is there already.
     *
     * @return what was made while the sealing ran
     */
    public List<NewKey> presumingNew(Runnable sealing) {
        List<NewKey> made = new ArrayList<>();
        presumedNew.set(made);
        try {
            sealing.run();
        } finally {
            presumedNew.remove();
        }
        return made;
    }

    private DataKey findOrCreate(KeyId id) {
        List<NewKey> made = presumedNew.get();
        if (made == null) return find(id).orElseGet(() -> create(id));
        DataKey known = keys.find(id);
        return known == null ? presume(id, made) : known;
    }

    private DataKey presume(KeyId id, List<NewKey> made) {
        byte[] secret = secret();
        made.add(new NewKey(id.uuid(), encrypt(wrapping, secret, associated(id))));
        DataKey key = dataKey(secret);
        keys.keep(id, key);
        return key;
    }

    private byte[] secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return secret;
    }

    private Optional<DataKey> find(KeyId id) {
        DataKey known = keys.find(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<DataKey> stored = jdbc.sql("select wrapped from vault.key where id = :id")
                .param("id", id.uuid())
                .query((row, number) -> unwrap(id, row.getBytes("wrapped")))
                .optional();
        stored.ifPresent(key -> keys.keep(id, key));
        return stored;
    }

    private DataKey create(KeyId id) {
        byte[] secret = secret();
        int created = jdbc.sql("insert into vault.key (id, wrapped) values (:id, :wrapped) on conflict do nothing")
                .param("id", id.uuid())
                .param("wrapped", encrypt(wrapping, secret, associated(id)))
                .update();
        if (created == 0) {
            return find(id).orElseThrow();
        }
        DataKey key = dataKey(secret);
        keys.keep(id, key);
        return key;
    }

    DataKey unwrap(KeyId id, byte @Nullable [] wrapped) {
        return wrapped == null ? new DataKey.Erased() : dataKey(decrypt(wrapping, wrapped, associated(id)));
    }

    private void mustFit() {
        jdbc.sql("select id, wrapped from vault.key where wrapped is not null limit 1")
                .query((row, number) -> unwrapOrRefuse(new KeyId(row.getString("id")), row.getBytes("wrapped")))
                .optional();
    }

    private DataKey unwrapOrRefuse(KeyId id, byte[] wrapped) {
        try {
            return dataKey(wrapping.decrypt(wrapped, associated(id)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the vault's master key does not open the keys in this database; start with the one that made them",
                    e);
        }
    }

    private static DataKey dataKey(byte[] secret) {
        try {
            return new DataKey.Open(new AesGcmJce(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a data key", e);
        }
    }

    private static Aead wrapping(MasterKey master) {
        try {
            return master.wrapping();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault's master key cannot be used", e);
        }
    }

    private static byte[] encrypt(Aead aead, byte[] clear, byte[] associated) {
        try {
            return aead.encrypt(clear, associated);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    private static byte[] decrypt(Aead aead, byte[] sealed, byte[] associated) {
        try {
            return aead.decrypt(sealed, associated);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was stored was not sealed with this key", e);
        }
    }

    private static byte[] associated(KeyId id) {
        return id.value().getBytes(StandardCharsets.UTF_8);
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
