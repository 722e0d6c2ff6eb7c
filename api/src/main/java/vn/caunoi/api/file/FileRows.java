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

    /**
     * Where the sealed content is.
     *
     * @param address null: a file of before, which lies under its id in the data folder
     * @param boundTo id of the file it was sealed for
     */
    record Lying(@Nullable String address, String boundTo) {}

    /** @param petition null while it belongs to its uploader alone */
    record Row(
            String id,
            String type,
            long size,
            String sha256,
            String by,
            @Nullable PetitionId petition,
            Locks locks,
            Lying lying) {}

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
        jdbc.sql("insert into vault.file (id, type, size, sha256, uploaded, by, unit, key, content_key, name_sealed,"
                        + " content, bound_to) values (?::uuid, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?::uuid)")
                .param(row.id())
                .param(row.type())
                .param(row.size())
                .param(row.sha256())
                .param(uploaded.atOffset(ZoneOffset.UTC))
                .param(by.id().value())
                .param(by.unit().value())
                .param(row.locks().key().value())
                .param(row.locks().contentKey())
                .param(row.locks().name())
                .param(row.lying().address())
                .param(row.lying().boundTo())
                .update();
    }

    /** Sealed with other keys; of a case from now on, if one is given. */
    void change(String id, Locks locks, @Nullable PetitionId petition, Lying lying) {
        jdbc.sql("update vault.file set name = null, key = ?::uuid, content_key = ?, name_sealed = ?, petition = ?,"
                        + " content = ?, bound_to = ?::uuid where id = ?::uuid")
                .param(locks.key().value())
                .param(locks.contentKey())
                .param(locks.name())
                .param(petition == null ? null : petition.value())
                .param(lying.address())
                .param(lying.address() == null ? null : lying.boundTo())
                .param(id)
                .update();
    }

    /** A file of before that has an address now. */
    void lies(String id, String address) {
        jdbc.sql("update vault.file set content = ?, bound_to = id where id = ?::uuid and content is null")
                .params(address, id)
                .update();
    }

    /** Another file of the case with the same content, which stays at least as long as this transaction. */
    Optional<Row> sameIn(PetitionId petition, Row one) {
        return jdbc.sql("select * from vault.file where petition = ? and sha256 = ? and size = ? and id <> ?::uuid"
                        + " and content is not null and key is not null order by uploaded, id limit 1 for share")
                .params(petition.value(), one.sha256(), one.size(), one.id())
                .query(FileRows::row)
                .optional();
    }

    /** No row may tell of this address any more; it is looked at again before it is forgotten. */
    void leave(Lying lying) {
        if (lying.address() == null) return;
        jdbc.sql("insert into vault.content_left values (?) on conflict do nothing")
                .param(lying.address())
                .update();
    }

    /** Addresses that no row tells of any more. */
    List<String> left() {
        return jdbc.sql("select content from vault.content_left l"
                        + " where not exists (select from vault.file f where f.content = l.content)")
                .query(String.class)
                .list();
    }

    boolean isContent(String address) {
        return jdbc.sql("select exists (select from vault.file where content = ?)")
                .param(address)
                .query(Boolean.class)
                .single();
    }

    void forgotten(String address) {
        jdbc.sql("delete from vault.content_left where content = ?")
                .param(address)
                .update();
    }

    /** Those that still lie under their ids. */
    List<String> withoutAddress() {
        return jdbc.sql("select id::text from vault.file where key is not null and content is null")
                .query(String.class)
                .list();
    }

    List<Row> of(PetitionId petition) {
        return jdbc.sql("select * from vault.file where petition = ? and key is not null order by uploaded, id")
                .param(petition.value())
                .query(FileRows::row)
                .list();
    }

    /**
     * Takes out those that nobody put into a case in time, and those whose key was erased; tells the ids of those that lie
     * under them.
     */
    List<String> removeUseless(Duration unattached) {
        return jdbc.sql("""
                        with gone as (
                            delete from vault.file f
                             where f.petition is null and f.key is not null
                               and f.arrived < now() - make_interval(secs => ?)
                                or exists (select from vault.key k where k.id = f.key and k.erased is not null)
                            returning f.id::text, f.content),
                        left_behind as (
                            insert into vault.content_left
                            select distinct content from gone where content is not null
                            on conflict do nothing)
                        select id from gone where content is null""")
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
        String boundTo = row.getString("bound_to");
        return new Row(
                row.getString("id"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("by"),
                petition == null ? null : new PetitionId(petition),
                new Locks(new KeyId(row.getString("key")), row.getBytes("content_key"), row.getBytes("name_sealed")),
                new Lying(row.getString("content"), boundTo == null ? row.getString("id") : boundTo));
    }
}
