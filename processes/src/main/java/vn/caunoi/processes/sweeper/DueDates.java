package vn.caunoi.processes.sweeper;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.ConsultEvent;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.Sleep;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.processes.place.Together;

/**
 * When something falls due, in one indexed table: written in the driver's transaction from the events, all of a batch at once, also for
 * petitions whose process is stuck, for the law does not wait for a diagram.
 */
public final class DueDates {

    enum What {
        DEADLINE,
        TIMER
    }

    /** @param next when there may be something to record */
    record Row(String petition, What what, String name, Instant due, Instant next) {}

    /** Under this name it is looked on what follows a decision. */
    static final String CONSEQUENCE = "consequence";

    private static final String PENDING = "due";
    private static final String CONSULT = "consult";
    private static final String SUPPLEMENT = "supplement";
    private static final String PUT = """
            insert into engine.due
            select * from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
            on conflict (petition, what, name) do update set due = excluded.due, next_at = excluded.next_at""";
    private static final String SOONER = """
            update engine.due set next_at = least(due.next_at, sooner.next_at)
            from unnest(?::text[], ?::timestamptz[]) as sooner (petition, next_at)
            where due.petition = sooner.petition and due.what = 'DEADLINE' and due.next_at is not null""";
    private static final String REMOVE = """
            delete from engine.due using unnest(?::text[], ?::text[], ?::text[]) as gone (petition, what, name)
            where due.petition = gone.petition and due.what = gone.what and due.name = gone.name""";

    private static final String NEXT = """
            update engine.due set next_at = taken.next_at
            from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
              as taken (petition, what, name, due, was, next_at)
            where due.petition = taken.petition and due.what = taken.what and due.name = taken.name
              and due.due = taken.due and due.next_at = taken.was""";

    private static final String LOOK = """
            insert into engine.due
            select petition, 'DEADLINE', name, due, moment from unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
              as look (petition, name, due, moment)
            on conflict (petition, what, name) do update set next_at = excluded.next_at
            where due.due = excluded.due and due.next_at is distinct from excluded.next_at and (due.next_at is null or ?::boolean)""";

    private static final String LADDER = """
            with heeded as (
              insert into engine.ladder (edition) select :edition where :edition > 0 or exists (select 1 from engine.ladder)
              on conflict (one) do update set edition = excluded.edition where ladder.edition <> excluded.edition
              returning 1)
            update engine.due set next_at = :now
            where exists (select 1 from heeded) and what = 'DEADLINE' and (next_at is null or next_at > :now)""";

    private record Key(String petition, What what, String name) {}

    private record Times(Instant due, Instant next) {}

    private final JdbcClient jdbc;
    private final FirstLook first;
    private final AtomicInteger written = new AtomicInteger();

    public DueDates(JdbcClient jdbc, CalendarInForce calendar, Ladder ladder) {
        this.jdbc = jdbc;
        this.first = new FirstLook(calendar, ladder);
    }

    /** Whether something falls due otherwise after this event. */
    public static boolean concern(PetitionEvent event) {
        return DueCauses.concern(event);
    }

    /**
     * Takes in one event, to be written when the unit of work says so; others than those above change nothing.
     *
     * @param facts up to that event; asked for a deadline that is set only
     */
    public void follow(PetitionEvent event, Instant at, Supplier<Facts> facts) {
        String petition = event.petition().value();
        switch (event) {
            case DeadlineEvent e -> follow(petition, e, at, facts);
            case FlowEvent.TimerSet e -> put(petition, What.TIMER, e.timer(), e.due(), e.due());
            case FlowEvent.TimerFired e -> remove(petition, What.TIMER, e.timer());
            case FlowEvent.TimerCancelled e -> remove(petition, What.TIMER, e.timer());
            case IntakeEvent.SupplementLimited e -> {
                Instant due = e.time().until();
                Instant next = due.isAfter(at) ? first.ahead(facts.get(), SUPPLEMENT, due, at) : due;
                put(petition, What.DEADLINE, SUPPLEMENT, due, next);
            }
            case IntakeEvent.SupplementReceived e -> remove(petition, What.DEADLINE, SUPPLEMENT);
            case CaseEvent.PetitionClosed e -> remove(petition, What.DEADLINE, SUPPLEMENT);
            case ConsultEvent.ConsultAsked e -> {
                Instant next = e.due().isAfter(at) ? first.ahead(facts.get(), CONSULT, e.due(), at) : e.due();
                put(petition, What.DEADLINE, e.consult().stage(), e.due(), next);
            }
            case TaskEvent.TaskPutToSleep e ->
                put(petition, What.DEADLINE, Sleep.stage(e.task()), e.until(), e.until());
            case TaskEvent.TaskWoken e -> remove(petition, What.DEADLINE, Sleep.stage(e.task()));
            case ConsultEvent e -> {
                if (DueCauses.ends(e))
                    remove(petition, What.DEADLINE, e.consult().stage());
            }
            default -> {
                if (DueCauses.isGivenUp(event)) sooner().put(petition, at);
                if (DueCauses.startsTime(event)) put(petition, What.DEADLINE, CONSEQUENCE, at, at);
                if (DueCauses.endsTime(event)) remove(petition, What.DEADLINE, CONSEQUENCE);
            }
        }
    }

    private void follow(String petition, DeadlineEvent event, Instant at, Supplier<Facts> facts) {
        switch (event) {
            case DeadlineEvent.DeadlineSet e -> set(petition, e.stage(), e.due(), at, facts);
            case DeadlineEvent.DeadlineExtended e -> set(petition, e.stage(), e.due(), at, facts);
            case DeadlineEvent.DeadlineContinued e -> set(petition, e.stage(), e.due(), at, facts);
            case DeadlineEvent.DeadlineRecalculated e -> set(petition, e.stage(), e.due(), at, facts);
            case DeadlineEvent.DeadlinePaused e -> remove(petition, What.DEADLINE, e.stage());
            case DeadlineEvent.DeadlineMet e -> remove(petition, What.DEADLINE, e.stage());
            case DeadlineEvent.DeadlineDropped e -> remove(petition, What.DEADLINE, e.stage());
            // who recorded it said when to look again, in the same transaction
            case DeadlineEvent.DeadlineApproaching e -> {}
            case DeadlineEvent.DeadlineMissed e -> {}
        }
    }

    /** One that is past when it is set approaches no more. */
    private void set(String petition, String stage, Instant due, Instant at, Supplier<Facts> facts) {
        Instant next = due.isAfter(at) ? first.ahead(facts.get(), stage, due, at) : due;
        put(petition, What.DEADLINE, stage, due, next);
    }

    /** What there is to record by now, of petitions that nobody else is writing; their streams are locked then. */
    List<Row> take(Instant now, int most) {
        return jdbc.sql("""
                        select petition, what, name, due, next_at from (
                          select * from engine.due where next_at < :now order by next_at limit :most) candidate
                        where pg_try_advisory_xact_lock(hashtextextended(petition, 0))""")
                .param("now", timestamp(now))
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getString("petition"),
                        What.valueOf(row.getString("what")),
                        row.getString("name"),
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Looks at these deadlines again, whatever was planned: one that has no row gets one.
     *
     * @param planned also those that are to be looked at later
     * @return how many are looked at again
     */
    int lookAgain(List<Overdue> deadlines, Instant now, boolean planned) {
        int changed = jdbc.sql(LOOK)
                .params(
                        texts(deadlines, Overdue::petition),
                        texts(deadlines, Overdue::stage),
                        texts(deadlines, deadline -> deadline.due().toString()),
                        texts(deadlines, deadline -> now.toString()),
                        planned)
                .update();
        if (changed > 0) written.incrementAndGet();
        return changed;
    }

    /**
     * The escalation ladder is another one: all open deadlines are looked at again now, once for each edition. When to look
     * next, their petitions say by the new one.
     *
     * @param edition that answers now; 0 for the file's
     */
    void heedLadder(int edition, Instant now) {
        int changed = jdbc.sql(LADDER)
                .param("edition", edition)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (changed > 0) written.incrementAndGet();
    }

    /** When there is something to record next, if ever. */
    Optional<Instant> earliest() {
        return jdbc.sql("select next_at from engine.due where next_at is not null order by next_at limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Another number each time this program has committed dates. */
    int written() {
        return written.get();
    }

    boolean anyUntil(Instant now) {
        return jdbc.sql("select exists (select from engine.due where next_at < :now)")
                .param("now", timestamp(now))
                .query(Boolean.class)
                .single();
    }

    /**
     * In one statement. Changes nothing of a row that is no longer as it was taken: what moved it meanwhile has said when
     * it is next.
     *
     * @param next null when nothing is left to record
     */
    void next(List<Row> rows, Function<Row, @Nullable Instant> next) {
        @Nullable String[] then = new @Nullable String[rows.size()];
        for (int n = 0; n < then.length; n++) {
            Instant at = next.apply(rows.get(n));
            if (at != null) then[n] = at.toString();
        }
        jdbc.sql(NEXT)
                .params(
                        texts(rows, Row::petition),
                        texts(rows, row -> row.what().name()),
                        texts(rows, Row::name),
                        texts(rows, row -> row.due().toString()),
                        texts(rows, row -> row.next().toString()),
                        then)
                .update();
    }

    private static void put(String petition, What what, String name, Instant due, Instant next) {
        pending().put(new Key(petition, what, name), Optional.of(new Times(due, next)));
    }

    private static void remove(String petition, What what, String name) {
        pending().put(new Key(petition, what, name), Optional.empty());
    }

    private static Map<Key, Optional<Times>> pending() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(PENDING, none -> new LinkedHashMap<>());
    }

    private static Map<String, Instant> sooner() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(SOONER, none -> new LinkedHashMap<>());
    }

    /** What of a petition falls due by what the unit of work took in and has not written; the earliest first. */
    public List<Falling> taken(String petition) {
        List<Falling> falling = new ArrayList<>();
        pending().forEach((key, times) -> times.filter(set -> key.petition().equals(petition))
                .ifPresent(set -> falling.add(
                        new Falling(petition, key.what() == What.TIMER, key.name(), set.due(), set.next()))));
        falling.sort(Comparator.comparing(Falling::next).thenComparing(Falling::name));
        return falling;
    }

    /** What the unit of work took in since. */
    public void write(Together together) {
        Map<Key, Times> put = new LinkedHashMap<>();
        List<Key> gone = new ArrayList<>();
        pending().forEach((key, times) -> times.ifPresentOrElse(set -> put.put(key, set), () -> gone.add(key)));
        pending().clear();
        if (!gone.isEmpty()) together.add(REMOVE, columns(gone));
        if (!put.isEmpty()) together.add(PUT, columns(put));
        Map<String, Instant> sooner = Map.copyOf(sooner());
        sooner().clear();
        if (!sooner.isEmpty()) together.add(SOONER, columnsOf(sooner));
        if (!put.isEmpty() || !sooner.isEmpty()) countWhenCommitted();
    }

    private void countWhenCommitted() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            written.incrementAndGet();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                written.incrementAndGet();
            }
        });
    }

    private static Object[] columns(Collection<Key> keys) {
        return new Object[] {
            texts(keys, Key::petition), texts(keys, key -> key.what().name()), texts(keys, Key::name)
        };
    }

    private static Object[] columns(Map<Key, Times> put) {
        return Stream.concat(
                        Stream.of(columns(put.keySet())),
                        Stream.of(
                                texts(put.values(), times -> times.due().toString()),
                                texts(put.values(), times -> times.next().toString())))
                .toArray();
    }

    private Object[] columnsOf(Map<String, Instant> sooner) {
        List<Map.Entry<String, Instant>> given = List.copyOf(sooner.entrySet());
        return new Object[] {
            texts(given, Map.Entry::getKey),
            texts(given, one -> first.afterGivenUp(one.getValue()).toString())
        };
    }

    private static <T> String[] texts(Collection<T> of, Function<T, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
