package vn.caunoi.projections.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.AnswerEvent;
import vn.caunoi.core.petition.CaseEvent;
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

    public ReportFacts(JdbcTemplate jdbc, Clock clock) {
        this.query = new ReportQuery(JdbcClient.create(jdbc));
        this.clock = clock;
        this.batch = new Batch(this, jdbc);
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

    public long count(ReportColumn column, Scope scope) {
        return query.count(column, scope, clock.instant());
    }

    /** The same for each unit that has any; a case that counts for two is counted in both. */
    public Map<UnitId, Long> byUnit(ReportColumn column, Scope scope) {
        return query.byUnit(column, scope, clock.instant());
    }

    /** All that is counted, in the order of their ids. */
    public List<Item> items(ReportColumn column, Scope scope) {
        return query.items(column, scope, clock.instant());
    }

    /** What is counted, page by page. */
    public Page<Behind> behind(ReportColumn column, Scope scope, @Nullable String after, int limit) {
        List<Item> page = query.page(column, scope, clock.instant(), after == null ? "" : after, limit + 1);
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
