package vn.caunoi.projections.inbox;

import static vn.caunoi.projections.Tables.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.CaseEvent.PetitionUrged;
import vn.caunoi.core.petition.CaseEvent.UrgingAnswered;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.RoundEvent.DialogueHeld;
import vn.caunoi.core.petition.RoundEvent.DialogueNotAttended;
import vn.caunoi.core.petition.RoundEvent.PetitionVerified;
import vn.caunoi.core.petition.RoundEvent.ResolutionIssued;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.casefile.CaseRecord;
import vn.caunoi.projections.casefile.TaskPlan;

/** The open tasks: who has to do what, by when. Overdue is a comparison with the clock at the time of asking. */
@Component
@ProcessingGroup(Inbox.GROUP)
public class Inbox implements ReadModel {
    static final String GROUP = "inbox";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseRecord record;
    private final Batch batch;

    public Inbox(JdbcTemplate jdbc, Clock clock, CaseRecord record) {
        this.template = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
        this.record = record;
        this.batch = new Batch(this, jdbc);
    }

    /** Whose tasks. */
    public enum Scope {
        /** Those the actor holds, but for those that sleep. */
        MINE,
        /** Those the actor holds and has put to sleep. */
        ASLEEP,
        /** All the actor holds, asleep or not. */
        HELD,
        /** Those of the actor's roles in the units the actor covers, whoever holds them. */
        UNIT,
        /** All case work in the units the actor covers, whatever its group. */
        TEAM
    }

    /**
     * Which tasks; null leaves open.
     *
     * @param overdue true: only those past their legal moment; false: only those no date of which has passed
     * @param held true: only those somebody holds; false: only those to be claimed
     */
    public record Filter(
            Scope scope,
            Actor actor,
            @Nullable Boolean overdue,
            @Nullable Boolean held,
            @Nullable PetitionId petition,
            @Nullable String key) {

        public static Filter mine(Actor actor) {
            return new Filter(Scope.MINE, actor, null, null, null, null);
        }

        public static Filter held(Actor actor) {
            return new Filter(Scope.HELD, actor, null, null, null, null);
        }

        public static Filter unit(Actor actor) {
            return new Filter(Scope.UNIT, actor, null, null, null, null);
        }
    }

    /**
     * An open task in a list.
     *
     * @param group lower-case word of the role
     * @param due last legal moment; null when nothing limits the task
     * @param overdue past the legal moment, at the moment of asking
     * @param subject null for a denunciation
     * @param stage where the petition stands
     * @param urged the first day by which an urging letter is to be answered; null when none is
     * @param plan what its people planned with it
     */
    public record Entry(
            TaskId task,
            PetitionId petition,
            String code,
            String key,
            String name,
            UnitId unit,
            String group,
            @Nullable OfficerId assignee,
            @Nullable Instant due,
            boolean overdue,
            @Nullable Kind kind,
            @Nullable String subject,
            Stage stage,
            @Nullable LocalDate urged,
            TaskPlan plan) {

        /** What the list is in the order of: the earlier of the legal moment and the end of its own day. */
        public Instant moment() {
            Instant legal = due == null ? Instant.MAX : due;
            Instant own = plan.ownMoment();
            return own != null && own.isBefore(legal) ? own : legal;
        }
    }

    /** Whether a task can still be done. */
    public enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    /**
     * One task, open or not.
     *
     * @param assignee who holds it, or who did it
     * @param outcome how it was completed
     */
    public record Task(
            TaskId id,
            PetitionId petition,
            String code,
            String process,
            String key,
            String name,
            UnitId unit,
            Role group,
            @Nullable OfficerId assignee,
            @Nullable Instant due,
            boolean overdue,
            State state,
            @Nullable String outcome,
            @Nullable Instant ended,
            TaskPlan plan,
            Form form) {}

    /**
     * Numbers for badges.
     *
     * @param mine tasks the actor holds, but for those that sleep
     * @param mineOverdue those of them past due
     * @param unit tasks of the actor's roles and units, whoever holds them
     * @param unitOverdue those of them past due
     * @param unclaimed those nobody holds
     * @param asleep tasks the actor has put to sleep
     */
    public record Counts(long mine, long mineOverdue, long unit, long unitOverdue, long unclaimed, long asleep) {}

    /**
     * Tasks in the order of the earlier of their dates, those without one last.
     *
     * @param cursor from the page before, or null
     * @param limit 1 to 200
     * @throws IllegalArgumentException for a cursor that is none, or a limit out of bounds
     */
    public Page<Entry> tasks(Filter filter, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Cursor after = cursor == null ? Cursor.START : Cursor.parse(cursor);
        Instant now = clock.instant();
        InboxQuery query = InboxQuery.of(filter, after, limit + 1, now);
        List<Entry> rows = query.ask(template, (row, n) -> InboxQuery.entry(row, now));
        return Page.of(
                rows, limit, last -> new Cursor(last.moment(), last.task().value()));
    }

    public Counts counts(Actor actor) {
        return InboxQuery.counts(actor, clock.instant())
                .ask(
                        template,
                        (row, n) -> new Counts(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)))
                .getFirst();
    }

    /** A task, open or not; the caller decides what else its reader may do. */
    public Optional<Task> task(TaskId id) {
        Optional<Task> open = open(id);
        return open.isPresent() ? open : ended(id);
    }

    /** A task that is there for this officer, whose cases are not about them. */
    public Optional<Task> task(TaskId id, OfficerId reader) {
        return task(id).filter(task ->
                jdbc.sql("select count(*) from views.accused where officer = :officer and petition = :petition")
                                .param("officer", reader.value())
                                .param("petition", task.petition().value())
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private Optional<Task> open(TaskId id) {
        Instant now = clock.instant();
        return jdbc.sql("select " + TaskRow.COLUMNS + ", t.code, f.form as form_json from views.task t"
                        + " join views.task_form f on f.hash = t.form where t.id = :id")
                .param("id", id.value())
                .query((row, n) -> InboxQuery.task(
                        TaskRow.read(row, n), row.getString("code"), FormJson.read(row.getString("form_json")), now))
                .optional();
    }

    private Optional<Task> ended(TaskId id) {
        return jdbc.sql("select petition from views.task_ended where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .flatMap(petition -> EndedTask.told(record.of(new PetitionId(petition)), id, clock.instant()));
    }

    /** The work in the hands of each of these officers; those who hold none are left out. */
    public Map<OfficerId, Load> held(Collection<OfficerId> officers) {
        Map<OfficerId, Load> held = new HashMap<>();
        jdbc.sql("""
                        select assignee, count(*) as open, count(*) filter (where coalesce(legal, due) < :now) as overdue
                          from views.task where assignee = any(:officers) group by assignee""")
                .param("now", time(clock.instant()))
                .param("officers", officers.stream().map(OfficerId::value).toArray(String[]::new))
                .query(row -> {
                    held.put(
                            new OfficerId(row.getString("assignee")),
                            new Load(row.getLong("open"), row.getLong("overdue")));
                });
        return held;
    }

    /**
     * For whom a task is that does not sleep.
     *
     * @param about officers whom its case is about, for whom it is not there
     */
    public record Whose(
            TaskId task, UnitId unit, Role role, @Nullable OfficerId assignee, Set<OfficerId> about) {

        /** Whether somebody holds it, or may take it. */
        public boolean isFor(Actor reader) {
            if (about.contains(reader.id())) return false;
            return assignee == null
                    ? reader.roles().contains(role) && reader.covers(unit)
                    : assignee.equals(reader.id());
        }
    }

    /** Those of these tasks that are open and do not sleep. */
    public List<Whose> whose(Collection<String> tasks) {
        return jdbc.sql("""
                        select t.id, t.unit, t.role, t.assignee,
                               array(select a.officer from views.accused a where a.petition = t.petition) as about
                          from views.task t where t.id = any(:ids) and t.asleep is null""")
                .param("ids", tasks.toArray(String[]::new))
                .query((row, n) -> {
                    String assignee = row.getString("assignee");
                    String[] about = (String[]) row.getArray("about").getArray();
                    return new Whose(
                            new TaskId(row.getString("id")),
                            new UnitId(row.getString("unit")),
                            Role.valueOf(row.getString("role")),
                            assignee == null ? null : new OfficerId(assignee),
                            Arrays.stream(about).map(OfficerId::new).collect(Collectors.toSet()));
                })
                .list();
    }

    /** How many tasks are open, and how many of them are past due. */
    public record Load(long open, long overdue) {}

    /** For metrics. */
    public Load load() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select coalesce(sum(open), 0) as open, coalesce(sum(open) filter (where day < :day), 0)
                                + (select count(*) from views.task where due >= :began and due < :now and legal is null)
                                + (select count(*) from views.task where legal >= :began and legal < :now)
                            as overdue
                          from views.task_count""")
                .param("now", time(now))
                .param("day", Counted.day(now))
                .param("began", time(Counted.dayBegan(now)))
                .query((row, n) -> new Load(row.getLong("open"), row.getLong("overdue")))
                .single();
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("task", "task_ended", "task_count", "task_form");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(
                TaskEvent.class,
                PetitionReceived.class,
                PetitionClassified.class,
                PetitionReclassified.class,
                PetitionAccepted.class,
                PetitionAssigned.class,
                PetitionVerified.class,
                DialogueHeld.class,
                DialogueNotAttended.class,
                ResolutionIssued.class,
                PetitionClosed.class,
                PetitionUrged.class,
                UrgingAnswered.class,
                PetitionReopened.class,
                PetitionSentBack.class,
                PetitionCorrected.class,
                PersonalDataErased.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new InboxFilling(tables, record);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
