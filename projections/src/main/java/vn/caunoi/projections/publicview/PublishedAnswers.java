package vn.caunoi.projections.publicview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.AnswerEvent.AnswerPublished;
import vn.caunoi.core.petition.AnswerEvent.AnswerUnpublished;
import vn.caunoi.core.petition.AnswerEvent.AnswerUnsuitable;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.CategorySql;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.WordKeys;
import vn.caunoi.projections.casefile.CaseRecord;

/**
 * Questions and answers that were published, for everybody: nothing of who asked, neither code nor id of the petition.
 * What is taken back, answered anew or erased is gone.
 */
@Component
@ProcessingGroup(PublishedAnswers.GROUP)
public class PublishedAnswers implements ReadModel {
    static final String GROUP = "published_answers";

    private final JdbcClient jdbc;
    private final CaseRecord record;
    private final Vault vault;
    private final ObjectProvider<CategoriesInForce> categories;
    private final Clock clock;
    private final Batch batch;

    PublishedAnswers(
            JdbcTemplate jdbc,
            CaseRecord record,
            Vault vault,
            ObjectProvider<CategoriesInForce> categories,
            Clock clock) {
        this.categories = categories;
        this.clock = clock;
        this.jdbc = JdbcClient.create(jdbc);
        this.record = record;
        this.vault = vault;
        this.batch = new Batch(this, jdbc);
    }

    /**
     * Which; null leaves open.
     *
     * @param from first day of publication; {@code to} the last
     * @param q all its words are found in question or answer, the last as a beginning
     */
    public record Filter(
            @Nullable Kind kind,
            @Nullable UnitId unit,
            @Nullable String category,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String q) {

        public static final Filter ALL = new Filter(null, null, null, null, null, null);
    }

    /** @param id of the publication; it does not lead to the petition */
    public record Answer(
            String id,
            Kind kind,
            UnitId unit,
            @Nullable String category,
            LocalDate publishedOn,
            String question,
            String answer) {}

    /** The last published first. */
    public Page<Answer> search(Filter filter, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, params);
        if (cursor != null) {
            Cursor after = Cursor.parse(cursor);
            where += " and (published, id) < (:day, :after)";
            params.put("day", LocalDate.ofInstant(after.at(), ZoneOffset.UTC));
            params.put("after", after.id());
        }
        List<Answer> rows = jdbc.sql("select * from views.published_answer where " + where
                        + " order by published desc, id desc limit " + (limit + 1))
                .params(params)
                .query(PublishedAnswers::answer)
                .list();
        return Page.of(rows, limit, last -> new Cursor(startOf(last.publishedOn()), last.id()));
    }

    public Optional<Answer> find(String id) {
        return jdbc.sql("select * from views.published_answer where id = :id")
                .param("id", id)
                .query(PublishedAnswers::answer)
                .optional();
    }

    /** The categories there are answers in, each once however it was typed, and the units that gave some. */
    public List<String> categories() {
        CategoryTree tree = tree();
        return jdbc
                .sql("select distinct category from views.published_answer where category is not null order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(word -> tree.meant(word).orElse(word))
                .distinct()
                .toList();
    }

    private CategoryTree tree() {
        return categories.getIfAvailable(CategoriesInForce::shipped).tree();
    }

    /** The category and all that stands below it. */
    private void about(String category, StringBuilder where, Map<String, Object> params) {
        CategoryTree tree = tree();
        Optional<String> id = tree.meant(category);
        if (id.isEmpty()) {
            and(where, params, "category = :category", "category", category);
            return;
        }
        Set<String> below = tree.below(id.get(), DueDate.dayOf(clock.instant()));
        CategorySql about = CategorySql.of("category", below, tree, "category");
        where.append(" and ").append(about.condition());
        params.putAll(about.params());
    }

    public List<UnitId> units() {
        return jdbc
                .sql("select distinct unit from views.published_answer order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private String where(Filter filter, Map<String, Object> params) {
        StringBuilder where = new StringBuilder("true");
        and(
                where,
                params,
                "kind = :kind",
                "kind",
                filter.kind() == null ? null : filter.kind().name());
        and(
                where,
                params,
                "unit = :unit",
                "unit",
                filter.unit() == null ? null : filter.unit().value());
        if (filter.category() != null) about(filter.category(), where, params);
        and(where, params, "published >= :from", "from", filter.from());
        and(where, params, "published <= :to", "to", filter.to());
        if (filter.q() != null) {
            List<String> words = WordKeys.asked(filter.q());
            if (words.isEmpty()) return "false";
            String query = words.stream().collect(Collectors.joining(" & ", "", ":*"));
            and(where, params, "to_tsvector('simple', words) @@ to_tsquery('simple', :words)", "words", query);
        }
        return where.toString();
    }

    private static void and(
            StringBuilder where, Map<String, Object> params, String condition, String name, @Nullable Object value) {
        if (value == null) return;
        where.append(" and ").append(condition);
        params.put(name, value);
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        return new Answer(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                new UnitId(row.getString("unit")),
                row.getString("category"),
                row.getObject("published", LocalDate.class),
                row.getString("question"),
                row.getString("answer"));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("published_answer");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(
                AnswerPublished.class,
                AnswerUnpublished.class,
                AnswerUnsuitable.class,
                PetitionReopened.class,
                PetitionReclassified.class,
                PetitionSentBack.class,
                PersonalDataErased.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new AnswerFilling(tables, record, vault);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        if (AnswerFilling.concerns(event)) batch.take(message);
    }
}
