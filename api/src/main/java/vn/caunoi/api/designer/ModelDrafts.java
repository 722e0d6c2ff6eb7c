package vn.caunoi.api.designer;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.processes.studio.Publishing.Terms;

/**
 * The drafts of diagrams, which all designers share. A draft is saved only over the revision that its designer saw, and so
 * is each part beside the diagram.
 */
@Component
class ModelDrafts {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    ModelDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last changed first. */
    /** Without the diagrams, which are many and large. */
    List<ModelDraft> all() {
        return jdbc.sql("""
                        select id, name, description, '' as xml, revision, parts_revision, based_key, based_version, made, made_by,
                               changed, changed_by, proposed_by, proposed_note, proposed_from, proposed_units
                          from vault.model_draft order by changed desc, id""").query(ModelDrafts::draft).list();
    }

    Optional<ModelDraft> find(String id) {
        return jdbc.sql("select * from vault.model_draft where id::text = ?")
                .param(id)
                .query(ModelDrafts::draft)
                .optional();
    }

    /** Whether one more is too many. */
    boolean isFull() {
        return jdbc.sql("select count(*) from vault.model_draft")
                        .query(Integer.class)
                        .single()
                >= MOST;
    }

    String add(String name, String xml, @Nullable String basedKey, @Nullable Integer basedVersion, OfficerId by) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into vault.model_draft (id, name, description, xml, revision, based_key, based_version,
                                                       made, made_by, changed, changed_by)
                        values (:id::uuid, :name, '', :xml, 1, :key, :version, :at, :by, :at, :by)""")
                .param("id", id)
                .param("name", name)
                .param("xml", xml)
                .param("key", basedKey)
                .param("version", basedVersion)
                .param("at", now())
                .param("by", by.value())
                .update();
        return id;
    }

    /** False when somebody saved another since. */
    boolean save(String id, int seen, String xml, OfficerId by) {
        return jdbc.sql("""
                                update vault.model_draft set xml = :xml, revision = revision + 1, changed = :at, changed_by = :by,
                                       proposed_by = null, proposed_note = null
                                 where id::text = :id and revision = :seen""")
                        .param("id", id)
                        .param("seen", seen)
                        .param("xml", xml)
                        .param("at", now())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    void describe(String id, String name, String description) {
        jdbc.sql("update vault.model_draft set name = :name, description = :description where id::text = :id")
                .param("id", id)
                .param("name", name)
                .param("description", description)
                .update();
    }

    /** False when the draft was changed since. @param terms null to take the proposal back, and {@code by} with it */
    boolean propose(String id, ModelDraft.Seen seen, @Nullable Terms terms, @Nullable OfficerId by) {
        return jdbc.sql("""
                                update vault.model_draft
                                   set proposed_by = :by, proposed_note = :note, proposed_from = :from,
                                       proposed_units = string_to_array(:units, ' ')
                                 where id::text = :id and revision = :seen and parts_revision = :parts""")
                        .param("id", id)
                        .param("seen", seen.revision())
                        .param("parts", seen.parts())
                        .param("by", by == null ? null : by.value())
                        .param("note", terms == null ? null : terms.note())
                        .param(
                                "from",
                                terms == null || terms.from() == null
                                        ? null
                                        : terms.from().atOffset(ZoneOffset.UTC))
                        .param(
                                "units",
                                terms == null
                                        ? null
                                        : terms.units().stream()
                                                .map(UnitId::value)
                                                .sorted()
                                                .collect(Collectors.joining(" ")))
                        .update()
                == 1;
    }

    void remove(String id) {
        jdbc.sql("delete from vault.model_draft where id::text = ?").param(id).update();
    }

    /** Without those taken out; by name. */
    List<DraftPart> parts(String id) {
        return jdbc.sql("select * from vault.model_draft_part where draft::text = ? order by name")
                .param(id)
                .query(ModelDrafts::part)
                .list();
    }

    Optional<DraftPart> part(String id, String name) {
        return jdbc.sql("select * from vault.model_draft_part where draft::text = ? and name = ?")
                .params(id, name)
                .query(ModelDrafts::part)
                .optional();
    }

    /**
     * False when somebody saved another since. Ends a proposal.
     *
     * @param seen revision of the part that the designer saw; 0 where it was not there
     */
    boolean savePart(String id, String name, int seen, String content, OfficerId by) {
        return jdbc.sql("""
                                with draft as (
                                    update vault.model_draft d
                                       set parts_revision = parts_revision + 1, changed = :at, changed_by = :by,
                                           proposed_by = null, proposed_note = null
                                     where id::text = :id
                                       and coalesce((select revision from vault.model_draft_part where draft = d.id and name = :name), 0) = :seen
                                    returning id, parts_revision)
                                insert into vault.model_draft_part as part (draft, name, content, revision, changed, changed_by)
                                select id, :name, :content, parts_revision, :at, :by from draft
                                on conflict (draft, name) do update
                                   set content = excluded.content, revision = excluded.revision,
                                       changed = excluded.changed, changed_by = excluded.changed_by
                                 where part.revision = :seen""")
                        .param("id", id)
                        .param("name", name)
                        .param("seen", seen)
                        .param("content", content)
                        .param("at", now())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** False when somebody saved another since. Ends a proposal. */
    boolean removePart(String id, String name, int seen, OfficerId by) {
        return jdbc.sql("""
                                with gone as (
                                    delete from vault.model_draft_part
                                     where draft::text = :id and name = :name and revision = :seen returning draft)
                                update vault.model_draft
                                   set parts_revision = parts_revision + 1, changed = :at, changed_by = :by,
                                       proposed_by = null, proposed_note = null
                                 where id in (select draft from gone)""")
                        .param("id", id)
                        .param("name", name)
                        .param("seen", seen)
                        .param("at", now())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ModelDraft draft(ResultSet row, int number) throws SQLException {
        return new ModelDraft(
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("xml"),
                row.getInt("revision"),
                row.getInt("parts_revision"),
                row.getString("based_key"),
                row.getObject("based_version", Integer.class),
                at(row, "made"),
                row.getString("made_by"),
                at(row, "changed"),
                row.getString("changed_by"),
                row.getString("proposed_by"),
                row.getString("proposed_note"),
                row.getObject("proposed_from") == null ? null : at(row, "proposed_from"),
                words(row, "proposed_units"));
    }

    private static Set<String> words(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }

    private static DraftPart part(ResultSet row, int number) throws SQLException {
        return new DraftPart(
                row.getString("name"),
                row.getString("content"),
                row.getInt("revision"),
                at(row, "changed"),
                row.getString("changed_by"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
