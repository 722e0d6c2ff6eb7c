package vn.caunoi.api.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.KeyId;

/** What the database knows of files. */
@Component
class FileRows {

    /** @param key seals {@code contentKey} and {@code name}: the uploader's, or that of the case */
    record Locks(KeyId key, byte[] contentKey, byte[] name) {}

    /** @param petition null while it belongs to its uploader alone */
    record Row(
            String id,
            String type,
            long size,
            String sha256,
            String by,
            @Nullable PetitionId petition,
            Locks locks) {}

    /** A file from before files were sealed. */
    record Plain(String id, String name, String sha256, String by, Instant uploaded) {}

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> find(String id) {
        return find(id, "");
    }

    /** The same, and nobody else changes it before this transaction ends. */
    Optional<Row> hold(String id) {
        return find(id, " for update");
    }

    private Optional<Row> find(String id, String hold) {
        if (!ID.matcher(id).matches()) return Optional.empty();
        return jdbc.sql("select * from vault.file where id = ?::uuid and key is not null" + hold)
                .param(id)
                .query(FileRows::row)
                .optional();
    }

    void insert(Row row, Actor by, Instant uploaded) {
        jdbc.sql("insert into vault.file (id, type, size, sha256, uploaded, by, unit, key, content_key, name_sealed) "
                        + "values (?::uuid, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?)")
                .params(
                        row.id(),
                        row.type(),
                        row.size(),
                        row.sha256(),
                        uploaded.atOffset(ZoneOffset.UTC),
                        by.id().value(),
                        by.unit().value(),
                        row.locks().key().value(),
                        row.locks().contentKey(),
                        row.locks().name())
                .update();
    }

    /** Sealed with other keys; of a case from now on, if one is given. */
    void change(String id, Locks locks, @Nullable PetitionId petition) {
        jdbc.sql("update vault.file set name = null, key = ?::uuid, content_key = ?, name_sealed = ?, petition = ? "
                        + "where id = ?::uuid")
                .param(locks.key().value())
                .param(locks.contentKey())
                .param(locks.name())
                .param(petition == null ? null : petition.value())
                .param(id)
                .update();
    }

    List<Row> of(PetitionId petition) {
        return jdbc.sql("select * from vault.file where petition = ? and key is not null order by uploaded, id")
                .param(petition.value())
                .query(FileRows::row)
                .list();
    }

    /** Takes out those that nobody put into a case in time, and those whose key was erased; tells their ids. */
    List<String> removeUseless(Duration unattached) {
        return jdbc.sql("delete from vault.file f where f.petition is null and f.key is not null"
                        + " and f.arrived < now() - make_interval(secs => ?)"
                        + " or exists (select from vault.key k where k.id = f.key and k.erased is not null)"
                        + " returning f.id::text")
                .param((double) unattached.toSeconds())
                .query(String.class)
                .list();
    }

    List<Plain> plain() {
        return jdbc.sql("select id, name, sha256, by, uploaded from vault.file where key is null order by uploaded")
                .query((row, n) -> new Plain(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getString("by"),
                        row.getObject("uploaded", java.time.OffsetDateTime.class)
                                .toInstant()))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String petition = row.getString("petition");
        return new Row(
                row.getString("id"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("by"),
                petition == null ? null : new PetitionId(petition),
                new Locks(new KeyId(row.getString("key")), row.getBytes("content_key"), row.getBytes("name_sealed")));
    }
}
