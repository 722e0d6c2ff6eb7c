package vn.caunoi.projections.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMet;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.IntakeEvent.PetitionMovedIn;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** How cases go through the steps of a process. Whoever asks sees what the units they see had then, and nobody's name. */
@Component
@ProcessingGroup(Passages.GROUP)
public class Passages implements ReadModel {
    static final String GROUP = "passages";

    /** So many stays, or runs, are looked at; of more than these the newest. */
    public static final int MOST = 400_000;

    private final PassageQuery query;
    private final Clock clock;
    private final Batch batch;
    private final TransactionTemplate reading;

    public Passages(JdbcTemplate jdbc, Clock clock, PlatformTransactionManager transactions) {
        JdbcTemplate portions = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        portions.setFetchSize(5_000);
        this.query = new PassageQuery(JdbcClient.create(portions));
        this.clock = clock;
        this.batch = new Batch(this, jdbc);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * @param steps in the order of their ids
     * @param whole whether all stays of the period were looked at, not only the newest
     */
    public record Figures(List<StepFigures> steps, boolean whole) {
        public Figures {
            steps = List.copyOf(steps);
        }
    }

    /** Where cases stand now, and how long they stayed at each step they left in the period. */
    public Figures figures(Scope scope, WorkingTime time) {
        return Objects.requireNonNull(reading.execute(status -> {
            Map<String, StepTally> steps = new TreeMap<>();
            query.standing(scope, clock.instant(), (step, timer, cases, late, oldest) -> steps.computeIfAbsent(
                            step, first -> new StepTally(step, timer))
                    .stands(cases, late, oldest));
            Instant start = scope.start();
            int taken = query.stays(scope, scope.before(), scope.end(), MOST, stay -> {
                StepTally step =
                        steps.computeIfAbsent(stay.step(), first -> new StepTally(stay.step(), stay.isTimer()));
                if (stay.ended().isBefore(start)) step.before(stay, time);
                else step.passed(stay, time);
            });
            return new Figures(steps.values().stream().map(StepTally::done).toList(), taken < MOST);
        }));
    }

    /** Stays that ended in the period, the last first. */
    public List<Stay> stays(Scope scope) {
        return Objects.requireNonNull(reading.execute(status -> {
            List<Stay> stays = new ArrayList<>();
            query.stays(scope, scope.start(), scope.end(), MOST, stays::add);
            return stays;
        }));
    }

    /** Stays of the runs that ended in the period, also those before it. */
    public List<Stay> staysOfGone(Scope scope) {
        return query.staysOfGone(scope, MOST);
    }

    /** Runs that ended in the period, the last first. */
    public List<Gone> gone(Scope scope) {
        return query.gone(scope, MOST);
    }

    /** When runs began in the period, whether they are over or not. */
    public List<Instant> starts(Scope scope) {
        return query.starts(scope);
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("process_run", "passage", "moved_in");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(
                PetitionReceived.class,
                PetitionMovedIn.class,
                FlowEvent.class,
                TaskEvent.class,
                DeadlineMissed.class,
                DeadlineMet.class,
                PetitionSentBack.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new PassageFilling(tables);
    }

    @EventHandler
    void on(PetitionMovedIn event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(FlowEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(TaskEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(DeadlineMissed event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(DeadlineMet event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(PetitionSentBack event, EventMessage<?> message) {
        batch.take(message);
    }
}
