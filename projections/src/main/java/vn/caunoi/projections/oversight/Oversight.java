package vn.caunoi.projections.oversight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.yardstick.HotSpotRule;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseRecord;
import vn.caunoi.projections.oversight.Figures.Workload;

/** What supervisors ask: what is overdue, what will be, what escalated, who has what, and figures. */
@Component
@ProcessingGroup(Oversight.GROUP)
public class Oversight implements ReadModel {
    static final String GROUP = "oversight";

    private final OversightQuery query;
    private final BurdenQuery burden;
    private final MonthQuery months;
    private final RatingQuery ratings;
    private final DueQuery dues;
    private final ConcernQuery concerns;
    private final Clock clock;
    private final CaseRecord record;
    private final Batch batch;

    public Oversight(JdbcTemplate jdbc, Clock clock, CaseRecord record) {
        this.query = new OversightQuery(JdbcClient.create(jdbc));
        this.burden = new BurdenQuery(JdbcClient.create(jdbc));
        this.months = new MonthQuery(JdbcClient.create(jdbc));
        this.ratings = new RatingQuery(JdbcClient.create(jdbc));
        this.dues = new DueQuery(JdbcClient.create(jdbc));
        this.concerns = new ConcernQuery(JdbcClient.create(jdbc));
        this.clock = clock;
        this.record = record;
        this.batch = new Batch(this, jdbc);
    }

    /**
     * A case on a board.
     *
     * @param subject null for a denunciation
     * @param due the earliest moment that still has to be met; null when none has
     * @param level highest level it was escalated to; 0 for none
     * @param cause why it was escalated last, and {@code raisedTo} the unit it was brought before
     * @param urged the first moment by which an urging letter is to be answered; null when none is
     * @param answeredAt when the citizen was first told something in writing; null when not yet
     */
    public record Case(
            PetitionId id,
            String code,
            @Nullable Kind kind,
            Channel channel,
            Stage stage,
            Status status,
            UnitId unit,
            @Nullable OfficerId assignee,
            @Nullable String subject,
            Instant receivedAt,
            @Nullable Instant closedAt,
            @Nullable Result result,
            @Nullable Instant due,
            boolean overdue,
            int level,
            @Nullable Instant escalatedAt,
            @Nullable String cause,
            @Nullable UnitId raisedTo,
            @Nullable Instant urged,
            @Nullable Instant answeredAt) {}

    /** Open cases past a limit, most overdue first. */
    public Page<Case> overdue(Visibility to, @Nullable String cursor, int limit) {
        return query.board(Board.OVERDUE, to, null, now(), now(), cursor, limit);
    }

    /** Open cases whose next limit ends within the given time from now, the first first. */
    public Page<Case> dueSoon(Visibility to, Duration within, @Nullable String cursor, int limit) {
        return query.board(Board.DUE_SOON, to, null, now(), now().plus(within), cursor, limit);
    }

    /** Open cases that were escalated, the last first. */
    public Page<Case> escalated(Visibility to, @Nullable String cursor, int limit) {
        return escalated(to, null, cursor, limit);
    }

    /** The same, of one kind only; null for all kinds. */
    public Page<Case> escalated(Visibility to, @Nullable Kind kind, @Nullable String cursor, int limit) {
        return query.board(Board.ESCALATED, to, kind, now(), now(), cursor, limit);
    }

    /** Open cases no officer is responsible for, the oldest first. */
    public Page<Case> unassigned(Visibility to, @Nullable String cursor, int limit) {
        return query.board(Board.UNASSIGNED, to, null, now(), now(), cursor, limit);
    }

    /** Open cases in which a superior urged and is owed an answer, the first owed first. */
    public Page<Case> urged(Visibility to, @Nullable String cursor, int limit) {
        return query.board(Board.URGED, to, null, now(), now(), cursor, limit);
    }

    /** Open cases that were past a limit at that moment and rose to nobody, the longest overdue first. */
    public Page<Case> unnoticed(Visibility to, Instant before, @Nullable String cursor, int limit) {
        return query.board(Board.UNNOTICED, to, null, now(), before, cursor, limit);
    }

    /** How many cases were past a limit at that moment, and how many of them rose to nobody. */
    public record Noticing(long overdue, long unnoticed) {}

    public Noticing noticing(Visibility to, Instant before) {
        return new Noticing(
                query.count(Board.OVERDUE, to, now(), before), query.count(Board.UNNOTICED, to, now(), before));
    }

    /**
     * Limits that were past at that moment and still have to be met.
     *
     * @param unnoticed only those that rose to nobody
     * @param after the petition the page before ended with, or an empty text
     */
    public List<OverdueLimit> overdueLimits(Instant before, boolean unnoticed, String after, int cases) {
        return query.overdueLimits(before, unnoticed, after, cases);
    }

    /** @param stage stage word of the deadline table */
    public record OverdueLimit(PetitionId petition, String stage, Instant due) {}

    /** How many cases each board has. */
    public record Counts(long overdue, long dueSoon, long escalated, long unassigned, long urged) {}

    public Counts counts(Visibility to, Duration dueWithin) {
        Instant now = now();
        return new Counts(
                query.count(Board.OVERDUE, to, now, now),
                query.count(Board.DUE_SOON, to, now, now.plus(dueWithin)),
                query.count(Board.ESCALATED, to, now, now),
                query.count(Board.UNASSIGNED, to, now, now),
                query.count(Board.URGED, to, now, now));
    }

    /**
     * Figures of the cases somebody sees, by the unit that has them now.
     *
     * @param from first day, {@code last} last day, Asia/Ho_Chi_Minh
     */
    public Figures figures(LocalDate from, LocalDate last, Visibility to) {
        return query.figures(new Period(from, last), to, now());
    }

    /** The same figures for each unit that has cases now. */
    public List<Workload> byUnit(LocalDate from, LocalDate last, Visibility to) {
        return query.workload(OversightQuery.By.UNIT, new Period(from, last), to, now());
    }

    /** The same for each officer who is responsible now, and for the cases nobody is assigned to. */
    public List<Workload> byOfficer(LocalDate from, LocalDate last, Visibility to) {
        return query.workload(OversightQuery.By.OFFICER, new Period(from, last), to, now());
    }

    /** The cases behind a figure, in the order they were received. */
    public Page<Case> behind(
            Measure measure, LocalDate from, LocalDate last, Visibility to, @Nullable String cursor, int limit) {
        return query.behind(measure, new Period(from, last), to, now(), cursor, limit);
    }

    /**
     * What a unit or an officer has in hand now.
     *
     * @param who unit or officer; null for the cases nobody is assigned to
     */
    public record Burdened(@Nullable String who, Map<Burden, Long> counts) {}

    /**
     * Open cases by how long they have been here.
     *
     * @param from days, {@code to} days or null for all that are older
     * @param late of them past a limit
     */
    public record Aged(int from, @Nullable Integer to, long open, long late) {

        /** Both ends of a span, in days. */
        record Span(int from, @Nullable Integer to) {}

        /** Whether ages are told from this day on. */
        public static boolean begins(int from) {
            return SPANS.stream().anyMatch(span -> span.from() == from);
        }

        static final List<Span> SPANS =
                List.of(new Span(0, 30), new Span(31, 60), new Span(61, 90), new Span(91, 180), new Span(181, null));
    }

    /**
     * @param reopened how often a closed case was opened again, {@code closed} how often one was closed, the first time
     *     or again
     * @param open at the end of the month, as it is known now
     */
    public record Flow(YearMonth month, long received, long reopened, long closed, long open) {}

    /** What each unit or each officer had, did and owed in a month; who has no case in it has no line. */
    public List<MonthLine> month(boolean byOfficer, YearMonth month, Visibility to) {
        return months.lines(byOfficer, month, to, now());
    }

    /** How soon citizens were first told something in that month, whoever told them; null when nobody was. */
    public @Nullable AnswerTime firstAnswers(YearMonth month, Visibility to) {
        return months.firstAnswers(month, to, now());
    }

    /**
     * The cases behind a number of a month, in the order they were received.
     *
     * @param who that unit or that officer; empty: nobody; null: all
     */
    public Page<Case> behindMonth(
            MonthFigure figure,
            boolean byOfficer,
            @Nullable String who,
            YearMonth month,
            Visibility to,
            @Nullable String cursor,
            int limit) {
        return months.cases(figure, byOfficer, who, month, to, now(), cursor, limit);
    }

    /**
     * @param soon how long before its end a limit is told of; {@code rule} from where on a case is a hot spot
     */
    public List<Burdened> burdens(boolean byOfficer, Visibility to, Duration soon, HotSpotRule rule) {
        return burden.rows(byOfficer, to, new BurdenQuery.At(now(), soon, rule));
    }

    /**
     * The cases behind one of these numbers, the oldest first.
     *
     * @param officer of that officer; empty: of nobody; null: of all
     * @param age first day of the span of ages to which they belong; null: of any age
     */
    public Page<Case> burdened(
            Burden column,
            @Nullable String officer,
            @Nullable Integer age,
            Visibility to,
            Duration soon,
            HotSpotRule rule,
            @Nullable String cursor,
            int limit) {
        return burden.cases(column, officer, age, to, new BurdenQuery.At(now(), soon, rule), cursor, limit);
    }

    public List<Aged> ages(Visibility to) {
        return burden.ages(to, now());
    }

    public List<Flow> flow(YearMonth first, YearMonth last, Visibility to) {
        return burden.flow(first, last, to);
    }

    /** What citizens say of their own cases, for each unit in which any was closed in the period. */
    public List<RatingLine> ratings(LocalDate from, LocalDate last, Visibility to) {
        return ratings.lines(new Period(from, last), to, now());
    }

    /**
     * The cases behind it, in the order they were received.
     *
     * @param rated those that were rated only
     * @param unit of that unit; null: of all
     */
    public Page<Case> behindRatings(
            boolean rated,
            @Nullable String unit,
            LocalDate from,
            LocalDate last,
            Visibility to,
            @Nullable String cursor,
            int limit) {
        return ratings.cases(rated, unit, new Period(from, last), to, now(), cursor, limit);
    }

    /**
     * Limits that have to be met on some days.
     *
     * @param last with it
     * @param kind of petitions, {@code UNCLASSIFIED} for those without one; null for all
     */
    public record Span(
            LocalDate from, LocalDate last, @Nullable String kind) {}

    /**
     * Open cases with a limit that ends on a day.
     *
     * @param late those of them whose limit of this day is past
     */
    public record DueDay(LocalDate day, String kind, long cases, long late) {}

    /** @param stages stage words of its limits that end then */
    public record DueCase(Case which, List<String> stages) {}

    /** How many open cases have a limit that ends on each day, by kind; days without any are left out. */
    public List<DueDay> dueDays(Span span, Visibility to) {
        return dues.days(span, to, now());
    }

    /** The cases behind these numbers, the oldest first. */
    public Page<DueCase> dueCases(Span span, Visibility to, @Nullable String cursor, int limit) {
        return dues.cases(span, to, now(), cursor, limit);
    }

    /**
     * What people are upset about, what rose most first: compared with the same length of time before.
     *
     * @param last last day; the period has at most some years
     */
    public List<ConcernLine> concerns(ConcernSort sort, LocalDate from, LocalDate last, Visibility to) {
        return concerns.lines(sort, from, last, to);
    }

    /** The cases behind it, in the order they were received. @param keys of one matter */
    public Page<Case> behindConcern(
            ConcernSort sort,
            ConcernFigure figure,
            List<String> keys,
            LocalDate from,
            LocalDate last,
            Visibility to,
            @Nullable String cursor,
            int limit) {
        return concerns.cases(sort, figure, keys, from, last, to, now(), cursor, limit);
    }

    /**
     * The cases that stand at a step of a process now, in the order they were received.
     *
     * @param version of the process; null for all
     * @param late only those past the moment of that step
     */
    public Page<Case> standing(
            String process,
            @Nullable Integer version,
            String step,
            boolean late,
            Visibility to,
            @Nullable String cursor,
            int limit) {
        return months.standing(process, version, step, late, to, now(), cursor, limit);
    }

    private Instant now() {
        return clock.instant();
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("oversight_case", "oversight_fact", "oversight_holder");
    }

    /** All of a case, for each event moves its version; not who acted. */
    @Override
    public Wanted wanted() {
        return Wanted.of(PetitionEvent.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new OversightFilling(tables, record);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
