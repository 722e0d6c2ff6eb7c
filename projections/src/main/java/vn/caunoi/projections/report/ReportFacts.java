package vn.caunoi.projections.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.AnswerEvent;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.ConsequenceEvent;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.report.ReportColumn;
import vn.caunoi.core.report.ReportPeriod;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** What periodic reports count, fact by fact with its day, so that each number is the count of the cases behind it. */
@Component
@ProcessingGroup(ReportFacts.GROUP)
public class ReportFacts implements ReadModel {
    static final String GROUP = "report_facts";

    private final ReportQuery query;
    private final Clock clock;
    private final Batch batch;
    private final TransactionTemplate reading;

    public ReportFacts(
            JdbcTemplate jdbc,
            Clock clock,
            ObjectProvider<CategoriesInForce> categories,
            PlatformTransactionManager transactions) {
        this.query = new ReportQuery(
                JdbcClient.create(jdbc),
                () -> categories.getIfAvailable(CategoriesInForce::shipped).tree());
        this.clock = clock;
        this.reading = reading(transactions);
        this.batch = new Batch(this, jdbc);
    }

    /** All numbers of a report at one moment; only in a transaction rows come in portions and not all at once. */
    private static TransactionTemplate reading(PlatformTransactionManager transactions) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return reading;
    }

    /**
     * What is counted.
     *
     * @param units whose facts
     */
    public record Scope(ReportPeriod period, Set<UnitId> units, Visibility sight) {
        public Scope {
            units = Set.copyOf(units);
        }
    }

    /** Something that was counted. @param weight how much it counts */
    public record Item(String subject, Sort sort, int weight) {}

    /** What can be counted. */
    public enum Sort {
        PETITION,
        VISIT,
        SITTING
    }

    /**
     * The same as people see it in a list.
     *
     * @param code of a petition; null for what has none
     * @param unit that has it now, and with {@code status} told to who may look at it
     * @param open whether the reader may look at it
     */
    public record Behind(
            String subject,
            Sort sort,
            int weight,
            @Nullable String code,
            @Nullable Kind kind,
            @Nullable UnitId unit,
            @Nullable Status status,
            @Nullable LocalDate day,
            boolean open) {}

    /** What a column counts. */
    public interface Found {
        /** The sum of the weights of all of it. */
        long count();

        /** All of it, in the order of their ids. */
        List<Item> items();

        /** The same for each unit that has any; a case that counts for two is counted in both. */
        Map<UnitId, Long> byUnit();
    }

    /** What many columns count, read together; of those that are neither typed nor shares. */
    public Map<ReportColumn, Found> found(Collection<ReportColumn> columns, Scope scope) {
        List<ReportColumn> counted = columns.stream()
                .filter(column -> !column.any().isEmpty())
                .distinct()
                .toList();
        return Objects.requireNonNull(
                reading.execute(status -> query.found(counted, scope, clock.instant())), "always found");
    }

    public Found found(ReportColumn column, Scope scope) {
        return Objects.requireNonNull(found(List.of(column), scope).get(column), column.id() + " is not counted");
    }

    /** What is counted, page by page. */
    public Page<Behind> behind(ReportColumn column, Scope scope, @Nullable String after, int limit) {
        List<Item> page = found(column, scope).items().stream()
                .filter(item -> after == null || item.subject().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        Page<Item> items = new Page<>(
                page.size() > limit ? page.subList(0, limit) : page,
                page.size() > limit ? page.get(limit - 1).subject() : null);
        return new Page<>(shown(items.items(), scope.sight()), items.next());
    }

    /** These as people see them in a list; in the same order. */
    public List<Behind> shown(List<Item> items, Visibility sight) {
        return new ReportLook(query.jdbc(), sight).at(items);
    }

    /** Which of these are not there for somebody: about them, or a secret of a unit they do not see. */
    public Set<String> hidden(Collection<String> subjects, Visibility sight) {
        return new ReportLook(query.jdbc(), sight).hidden(subjects);
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("report_case", "report_fact");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(
                IntakeEvent.class,
                RoundEvent.class,
                AnswerEvent.class,
                DenunciationEvent.class,
                CaseEvent.class,
                ConsequenceEvent.class,
                DeadlineMet.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new FactFilling(tables);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
