package vn.caunoi.api.textblock;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;

/** The table of text blocks. */
@Component
class TextBlockRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Vault vault;

    TextBlockRows(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = JdbcClient.create(jdbc);
        this.vault = vault;
    }

    /** Whose a block is: somebody's, or a unit's. */
    record Keeper(@Nullable String owner, @Nullable String unit) {

        static Keeper of(OfficerId owner) {
            return new Keeper(owner.value(), null);
        }

        static Keeper of(UnitId unit) {
            return new Keeper(null, unit.value());
        }

        KeyId key() {
            return KeyId.textBlocks(unit == null ? "officer " + owner : "unit " + unit);
        }
    }

    /** What is sealed. */
    record Kept(String name, String text) {}

    record Row(String id, Keeper keeper, Kept kept, int version, OfficerId by, Instant at) {}

    /** Those of somebody and of these units; what cannot be opened any more is left out. */
    List<Row> of(OfficerId owner, Collection<UnitId> units) {
        String[] names = units.stream().map(UnitId::value).toArray(String[]::new);
        return asked("owner = :owner or unit = any(:units)", Map.of("owner", owner.value(), "units", names));
    }

    List<Row> ofKeeper(Keeper keeper) {
        return keeper.unit() == null
                ? asked("owner = :owner", Map.of("owner", Objects.requireNonNull(keeper.owner())))
                : asked("unit = :unit", Map.of("unit", keeper.unit()));
    }

    Optional<Row> find(String id) {
        return asked("id::text = :id", Map.of("id", id)).stream().findFirst();
    }

    /** How many each of these units has. */
    Map<String, Integer> counts(Collection<UnitId> units) {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql("select unit, count(*) as many from vault.text_block where unit = any(:units) group by unit")
                .param("units", units.stream().map(UnitId::value).toArray(String[]::new))
                .query(row -> {
                    counts.put(row.getString("unit"), row.getInt("many"));
                });
        return counts;
    }

    private List<Row> asked(String condition, Map<String, ?> params) {
        return jdbc
                .sql("select id::text as id, owner, unit, kept, version, kept_by, kept_at from vault.text_block where "
                        + condition)
                .params(params)
                .query((row, n) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Row> read(ResultSet row) throws SQLException {
        Keeper keeper = new Keeper(row.getString("owner"), row.getString("unit"));
        byte[] clear = vault.open(keeper.key(), row.getBytes("kept"));
        if (clear == null) return Optional.empty();
        return Optional.of(new Row(
                row.getString("id"),
                keeper,
                JSON.readValue(new String(clear, StandardCharsets.UTF_8), Kept.class),
                row.getInt("version"),
                new OfficerId(row.getString("kept_by")),
                row.getObject("kept_at", OffsetDateTime.class).toInstant()));
    }

    /** Whether it could be sealed. */
    boolean insert(String id, Keeper keeper, Kept kept, OfficerId by, Instant at) {
        byte[] sealed = sealed(keeper, kept);
        if (sealed == null) return false;
        jdbc.sql("""
                        insert into vault.text_block (id, owner, unit, kept, kept_by, kept_at)
                        values (:id, :owner, :unit, :kept, :by, :at)""")
                .param("id", UUID.fromString(id))
                .param("owner", keeper.owner())
                .param("unit", keeper.unit())
                .param("kept", sealed)
                .param("by", by.value())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        return true;
    }

    /** Whether it was still of the version of the row. */
    boolean change(Row seen, Kept kept, OfficerId by, Instant at) {
        byte[] sealed = sealed(seen.keeper(), kept);
        return sealed != null
                && jdbc.sql("""
                                update vault.text_block set kept = :kept, version = version + 1, kept_by = :by, kept_at = :at
                                 where id = :id and version = :version""")
                                .param("id", UUID.fromString(seen.id()))
                                .param("version", seen.version())
                                .param("kept", sealed)
                                .param("by", by.value())
                                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                                .update()
                        == 1;
    }

    private byte @Nullable [] sealed(Keeper keeper, Kept kept) {
        return vault.seal(keeper.key(), JSON.writeValueAsString(kept).getBytes(StandardCharsets.UTF_8));
    }

    void delete(String id) {
        jdbc.sql("delete from vault.text_block where id = :id")
                .param("id", UUID.fromString(id))
                .update();
    }
}
