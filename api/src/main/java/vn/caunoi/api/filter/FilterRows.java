package vn.caunoi.api.filter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;

/** The table of saved filters. Who keeps a name to search by keeps it sealed. */
@Component
class FilterRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Vault vault;

    FilterRows(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = JdbcClient.create(jdbc);
        this.vault = vault;
    }

    /** @param first whether the reader begins with it */
    record Row(
            String id,
            FilteredList list,
            String owner,
            @Nullable String unit,
            Kept kept,
            boolean first) {}

    /** What is sealed. */
    record Kept(String name, String query) {}

    /** Of everybody; those whose key is gone are left out. */
    List<Row> all() {
        return jdbc
                .sql("select id::text as id, list, owner, unit, kept from vault.saved_filter order by owner, id")
                .query((row, n) -> read(
                        row.getString("id"),
                        FilteredList.valueOf(row.getString("list")),
                        row.getString("owner"),
                        row.getString("unit"),
                        row.getBytes("kept"),
                        false))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those of the reader, and those shared with their unit. */
    List<Row> of(Actor reader, FilteredList list) {
        return asked("f.list = :list", Map.of("list", list.name()), reader);
    }

    Optional<Row> find(String id, Actor reader) {
        return asked("f.id::text = :id", Map.of("id", id), reader).stream().findFirst();
    }

    private List<Row> asked(String condition, Map<String, String> params, Actor reader) {
        return jdbc
                .sql("""
                        select f.id::text as id, f.list, f.owner, f.unit, f.kept, b.filter is not null as first
                          from vault.saved_filter f
                          left join vault.first_filter b on b.owner = :reader and b.list = f.list and b.filter = f.id
                         where (f.owner = :reader or f.unit = :unit) and\s""" + condition)
                .params(params)
                .param("reader", reader.id().value())
                .param("unit", reader.unit().value())
                .query((row, n) -> read(
                        row.getString("id"),
                        FilteredList.valueOf(row.getString("list")),
                        row.getString("owner"),
                        row.getString("unit"),
                        row.getBytes("kept"),
                        row.getBoolean("first")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Row> read(
            String id, FilteredList list, String owner, @Nullable String unit, byte[] sealed, boolean first) {
        byte[] clear = vault.open(KeyId.savedFilters(owner), sealed);
        if (clear == null) return Optional.empty();
        Kept kept = JSON.readValue(new String(clear, StandardCharsets.UTF_8), Kept.class);
        return Optional.of(new Row(id, list, owner, unit, kept, first));
    }

    /** Whether it could be sealed. */
    boolean keep(String id, FilteredList list, Actor by, @Nullable String unit, Kept kept) {
        String owner = by.id().value();
        byte[] sealed = vault.seal(
                KeyId.savedFilters(owner), JSON.writeValueAsString(kept).getBytes(StandardCharsets.UTF_8));
        if (sealed == null) return false;
        jdbc.sql("""
                        insert into vault.saved_filter (id, list, owner, unit, kept)
                        values (:id, :list, :owner, :unit, :kept)
                        on conflict (id) do update set unit = excluded.unit, kept = excluded.kept""")
                .param("id", UUID.fromString(id))
                .param("list", list.name())
                .param("owner", owner)
                .param("unit", unit)
                .param("kept", sealed)
                .update();
        return true;
    }

    void delete(String id) {
        jdbc.sql("delete from vault.saved_filter where id = :id")
                .param("id", UUID.fromString(id))
                .update();
    }

    /** @param id null: with none */
    void beginWith(@Nullable String id, FilteredList list, Actor reader) {
        jdbc.sql("delete from vault.first_filter where owner = :owner and list = :list")
                .param("owner", reader.id().value())
                .param("list", list.name())
                .update();
        if (id == null) return;
        jdbc.sql("insert into vault.first_filter (owner, list, filter) values (:owner, :list, :id)"
                        + " on conflict (owner, list) do update set filter = excluded.filter")
                .param("owner", reader.id().value())
                .param("list", list.name())
                .param("id", UUID.fromString(id))
                .update();
    }
}
