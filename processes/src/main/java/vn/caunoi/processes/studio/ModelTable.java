package vn.caunoi.processes.studio;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.process.ProcessEvent;
import vn.caunoi.core.process.ProcessEvent.ProcessPublished;
import vn.caunoi.core.process.ProcessEvent.VersionRetired;
import vn.caunoi.core.process.ProcessEvent.VersionWidened;
import vn.caunoi.processes.driver.PublishedModels.Offer;

/** The published versions as rows, written from what happened to them. */
final class ModelTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> PARTS = new TypeReference<>() {};
    private static final String NOBODY = "";

    private final JdbcClient jdbc;

    ModelTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by who acted; null when nobody was named */
    void take(ProcessEvent event, Instant at, @Nullable String by) {
        switch (event) {
            case ProcessPublished e -> published(e, at, by == null ? NOBODY : by);
            case VersionWidened e ->
                jdbc.sql("""
                            update engine.model set pilot = string_to_array(:pilot, ' ')
                             where key = :key and version = :version""")
                        .param("pilot", words(e.pilot()))
                        .param("key", e.key())
                        .param("version", e.version())
                        .update();
            case VersionRetired e ->
                jdbc.sql("update engine.model set retired = true where key = ? and version = ?")
                        .params(e.key(), e.version())
                        .update();
        }
    }

    /** One that stands there already is completed: the table did not always tell who published it. */
    private void published(ProcessPublished event, Instant at, String by) {
        jdbc.sql("""
                        insert into engine.model (key, version, name, hash, xml, catches, published_at, effective_from,
                                                  pilot, parts, note, published_by, proposed_by)
                        values (:key, :version, :name, :hash, :xml, string_to_array(:catches, ' '), :at, :from,
                                string_to_array(:pilot, ' '), :parts, :note, :by, :proposer)
                        on conflict (key, version) do update
                           set effective_from = excluded.effective_from, pilot = excluded.pilot, parts = excluded.parts,
                               note = excluded.note, published_by = excluded.published_by,
                               proposed_by = excluded.proposed_by""")
                .param("key", event.key())
                .param("version", event.version())
                .param("name", event.name())
                .param("hash", event.hash())
                .param("xml", event.xml())
                .param("catches", String.join(" ", event.catches()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "from",
                        event.effectiveFrom() == null
                                ? null
                                : event.effectiveFrom().atOffset(ZoneOffset.UTC))
                .param("pilot", words(event.units()))
                .param("parts", event.beside().isEmpty() ? null : JSON.writeValueAsString(event.beside()))
                .param("note", event.note())
                .param("by", by)
                .param("proposer", event.proposedBy())
                .update();
    }

    private static String words(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).sorted().collect(Collectors.joining(" "));
    }

    /** Whether some version stands there as it was written before the table told who published it. */
    boolean isIncomplete() {
        return jdbc.sql("select exists (select 1 from engine.model where published_by is null)")
                .query(Boolean.class)
                .single();
    }

    /** None is looked at that a newer one for all, from its publication, goes before anyway. */
    List<Offer> offers(String key) {
        return jdbc.sql("""
                        select version, effective_from, pilot from engine.model
                         where key = :key and not retired
                           and version >= (select coalesce(max(version), 0) from engine.model
                                            where key = :key and not retired and effective_from is null and pilot = '{}')
                         order by version desc""")
                .param("key", key)
                .query((row, number) ->
                        new Offer(row.getInt("version"), moment(row, "effective_from"), words(row, "pilot")))
                .list();
    }

    /** By key, the newest first. */
    List<Library.Entry> entries() {
        return jdbc.sql("""
                        select key, version, name, hash, published_at, effective_from, pilot, retired, note, published_by,
                               proposed_by from engine.model order by key, version desc""")
                .query((row, number) -> new Library.Entry(
                        row.getString("key"),
                        row.getInt("version"),
                        row.getString("name"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getString("hash"),
                        moment(row, "effective_from"),
                        words(row, "pilot"),
                        row.getBoolean("retired"),
                        row.getString("note"),
                        row.getString("published_by"),
                        row.getString("proposed_by")))
                .list();
    }

    /** By name. */
    Map<String, String> parts(String key, int version) {
        return jdbc.sql("select parts from engine.model where key = ? and version = ? and parts is not null")
                .params(key, version)
                .query(String.class)
                .optional()
                .map(text -> JSON.readValue(text, PARTS))
                .orElse(Map.of());
    }

    static Set<String> words(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return new LinkedHashSet<>(List.of((String[]) array.getArray()));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
