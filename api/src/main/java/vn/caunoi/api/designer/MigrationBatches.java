package vn.caunoi.api.designer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.designer.MigrationBatch.Case;
import vn.caunoi.api.designer.MigrationBatch.CaseState;
import vn.caunoi.api.designer.MigrationBatch.Counts;
import vn.caunoi.api.designer.MigrationBatch.State;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;

/** The account that is kept of moves: who ordered them, and how far each case has come. */
@Component
class MigrationBatches {

    /** A plan that nobody carried out is forgotten. */
    private static final Duration PLANS_KEPT = Duration.ofDays(2);

    private static final int ADDED_AT_ONCE = 500;

    private static final TypeReference<Map<String, String>> STEPS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    MigrationBatches(JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    /** With all its cases, or not at all. Answers its id. */
    String plan(
            String process,
            int from,
            int to,
            Map<String, String> mapping,
            @Nullable String undoes,
            OfficerId by,
            List<Case> cases) {
        return Objects.requireNonNull(transactions.execute(status -> {
            String id = plan(process, from, to, mapping, undoes, by);
            for (int at = 0; at < cases.size(); at += ADDED_AT_ONCE)
                add(id, cases.subList(at, Math.min(at + ADDED_AT_ONCE, cases.size())));
            return id;
        }));
    }

    private String plan(
            String process, int from, int to, Map<String, String> mapping, @Nullable String undoes, OfficerId by) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into vault.migration_batch (id, process, from_version, to_version, mapping, portion, state,
                                                           undoes, planned, planned_by)
                        values (:id::uuid, :process, :from, :to, :mapping, 100, 'PLANNED', :undoes::uuid, :at, :by)""")
                .param("id", id)
                .param("process", process)
                .param("from", from)
                .param("to", to)
                .param("mapping", text(mapping))
                .param("undoes", undoes)
                .param("at", now())
                .param("by", by.value())
                .update();
        return id;
    }

    void forgetOldPlans() {
        jdbc.sql("delete from vault.migration_batch where state = 'PLANNED' and planned < :before")
                .param("before", now().minus(PLANS_KEPT))
                .update();
    }

    private void add(String batch, Collection<Case> cases) {
        if (cases.isEmpty()) return;
        jdbc.sql("""
                        insert into vault.migration_case (batch, petition, state, steps, detail, mapping)
                        select :batch::uuid, * from unnest(:petitions::text[], :states::text[], :steps::text[],
                                                           :details::text[], :mappings::text[])""")
                .param("batch", batch)
                .param("petitions", cases.stream().map(Case::petition).toArray(String[]::new))
                .param("states", cases.stream().map(one -> one.state().name()).toArray(String[]::new))
                .param("steps", cases.stream().map(Case::steps).toArray(String[]::new))
                .param("details", cases.stream().map(Case::detail).toArray(String[]::new))
                .param("mappings", cases.stream().map(this::mapping).toArray(String[]::new))
                .update();
    }

    private @Nullable String mapping(Case one) {
        Map<String, String> own = one.mapping();
        return own == null ? null : text(own);
    }

    Optional<MigrationBatch> find(String id) {
        return jdbc.sql("select * from vault.migration_batch where id::text = ?")
                .param(id)
                .query(this::batch)
                .optional();
    }

    /** Of one process, or of all; the last planned first. */
    List<MigrationBatch> all(@Nullable String process, int skip, int most) {
        return jdbc.sql("""
                        select * from vault.migration_batch where (:process::text is null or process = :process)
                         order by planned desc, id limit :most offset :skip""")
                .param("process", process)
                .param("skip", skip)
                .param("most", most)
                .query(this::batch)
                .list();
    }

    /** Whether another batch takes this one back, or did. */
    boolean isUndone(String id) {
        return jdbc.sql("""
                        select exists (select from vault.migration_batch
                                        where undoes::text = ? and state in ('RUNNING', 'PAUSED', 'DONE'))""").param(id).query(Boolean.class).single();
    }

    Counts counts(String id) {
        Map<CaseState, Integer> counts = new EnumMap<>(CaseState.class);
        jdbc.sql("select state, count(*) as many from vault.migration_case where batch::text = ? group by state")
                .param(id)
                .query(row -> {
                    counts.put(CaseState.valueOf(row.getString("state")), row.getInt("many"));
                });
        return new Counts(counts);
    }

    /** In the order of their ids. @param state null for all */
    List<Case> cases(String id, @Nullable CaseState state, String after, int most) {
        return cases(id, state, after, most, Set.of());
    }

    /** @param without petitions that are left out */
    List<Case> cases(String id, @Nullable CaseState state, String after, int most, Set<PetitionId> without) {
        return jdbc.sql("""
                        select * from vault.migration_case
                         where batch = :batch::uuid and (:state::text is null or state = :state) and petition > :after
                           and petition <> all(:without::text[])
                         order by petition limit :most""")
                .param("batch", id)
                .param("without", without.stream().map(PetitionId::value).toArray(String[]::new))
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("most", most)
                .query(this::one)
                .list();
    }

    void became(String batch, Collection<Case> cases) {
        if (cases.isEmpty()) return;
        jdbc.sql("""
                        update vault.migration_case c set state = n.state, steps = n.steps, detail = n.detail
                          from unnest(:petitions::text[], :states::text[], :steps::text[], :details::text[])
                            as n (petition, state, steps, detail)
                         where c.batch = :batch::uuid and c.petition = n.petition""")
                .param("batch", batch)
                .param("petitions", cases.stream().map(Case::petition).toArray(String[]::new))
                .param("states", cases.stream().map(one -> one.state().name()).toArray(String[]::new))
                .param("steps", cases.stream().map(Case::steps).toArray(String[]::new))
                .param("details", cases.stream().map(Case::detail).toArray(String[]::new))
                .update();
    }

    /** False when it was not planned any more. */
    boolean start(String id, String note, int portion, OfficerId by) {
        return jdbc.sql("""
                                update vault.migration_batch
                                   set state = 'RUNNING', note = :note, portion = :portion, started = :at, started_by = :by
                                 where id::text = :id and state = 'PLANNED'""")
                        .param("id", id)
                        .param("note", note)
                        .param("portion", portion)
                        .param("at", now())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** False when it was in none of these states. */
    boolean turn(String id, State to, State... from) {
        boolean ends = to == State.DONE || to == State.CANCELLED;
        return jdbc.sql("""
                                update vault.migration_batch set state = :to, ended = :at
                                 where id::text = :id and state = any(:from)""")
                        .param("id", id)
                        .param("to", to.name())
                        .param("at", ends ? now() : null)
                        .param("from", List.of(from).stream().map(Enum::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private String text(Map<String, String> steps) {
        return json.writeValueAsString(new TreeMap<>(steps));
    }

    private MigrationBatch batch(ResultSet row, int number) throws SQLException {
        return new MigrationBatch(
                row.getString("id"),
                row.getString("process"),
                row.getInt("from_version"),
                row.getInt("to_version"),
                json.readValue(row.getString("mapping"), STEPS),
                row.getInt("portion"),
                State.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("undoes"),
                Objects.requireNonNull(at(row, "planned")),
                row.getString("planned_by"),
                at(row, "started"),
                row.getString("started_by"),
                at(row, "ended"));
    }

    private Case one(ResultSet row, int number) throws SQLException {
        String own = row.getString("mapping");
        return new Case(
                row.getString("petition"),
                CaseState.valueOf(row.getString("state")),
                row.getString("steps"),
                row.getString("detail"),
                own == null ? null : json.readValue(own, STEPS));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
