package vn.caunoi.projections.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Asked;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.WordKeys;

/**
 * Case files: one whole, as of a past moment, its history; and finding cases. What the reader may not see is not
 * there.
 */
@Component
@ProcessingGroup(CaseFiles.GROUP)
public class CaseFiles implements ReadModel {
    static final String GROUP = "casefile";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseRecord record;
    private final RecentFiles recent;
    private final WordKeys words;
    private final ObjectProvider<CategoriesInForce> categories;
    private final Batch batch;
    private final CaseSight sight;

    CaseFiles(
            JdbcTemplate jdbc,
            Clock clock,
            CaseRecord record,
            RecentFiles recent,
            WordKeys words,
            ObjectProvider<CategoriesInForce> categories) {
        this.words = words;
        this.categories = categories;
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
        this.record = record;
        this.recent = recent;
        this.batch = new Batch(this, jdbc);
        this.sight = new CaseSight(this::whole);
    }

    private CategoryTree tree() {
        return categories.getIfAvailable(CategoriesInForce::shipped).tree();
    }

    /** What cases are said to be about that means no category, each with how many cases; most first. */
    public Map<String, Long> unmatchedCategories(OfficerId reader, int most) {
        CategoryTree tree = tree();
        Map<String, Long> found = new LinkedHashMap<>();
        jdbc.sql(
                        "select category, count(*) as n from views.case_file where category is not null"
                                + " and category <> all(:known)"
                                + " and id not in (select petition from views.accused where officer = :reader) group by category order by n desc, category")
                .param("known", tree.ids().toArray(String[]::new))
                .param("reader", reader.value())
                .query(row -> {
                    String word = row.getString("category");
                    if (found.size() < most && tree.meant(word).isEmpty()) found.put(word, row.getLong("n"));
                });
        return found;
    }

    /**
     * Which cases; null leaves open.
     *
     * @param unit that unit itself, not those below it; of one that ended also what others took over from it
     * @param waiting {@code citizen} (a supplement was asked for), {@code suspended}, or the group whose task is open:
     *     {@code clerk}, {@code officer}, {@code head}; {@code true}: for the citizen or suspended, so that nobody in
     *     the office can go on
     * @param from first day of receipt, Asia/Ho_Chi_Minh; {@code to} the last
     * @param q all its words are found in code, subject, content, names or numbers of petitioners, with or without marks
     * @param name all its words are found in the names of petitioners
     */
    public record Filter(
            @Nullable Stage stage,
            @Nullable Kind kind,
            @Nullable Status status,
            @Nullable UnitId unit,
            @Nullable OfficerId assignee,
            @Nullable String category,
            @Nullable Channel channel,
            @Nullable String place,
            @Nullable String waiting,
            @Nullable Boolean overdue,
            @Nullable Boolean escalated,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String q,
            @Nullable String name) {

        public Filter(
                @Nullable Stage stage,
                @Nullable Kind kind,
                @Nullable Status status,
                @Nullable UnitId unit,
                @Nullable OfficerId assignee,
                @Nullable String category,
                @Nullable Channel channel,
                @Nullable String place,
                @Nullable String waiting,
                @Nullable Boolean overdue,
                @Nullable Boolean escalated,
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                @Nullable String q) {
            this(
                    stage, kind, status, unit, assignee, category, channel, place, waiting, overdue, escalated, from,
                    to, q, null);
        }

        /** Every case. */
        public static final Filter ALL =
                new Filter(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The order of a list. */
    public enum Sort {
        /** Last received first. */
        NEWEST,
        OLDEST,
        /** What is due first, first; what nothing limits last. */
        DUE
    }

    /**
     * A case in a list.
     *
     * @param due the earliest moment that still has to be met
     * @param waiting see {@link Filter}
     * @param subject null for a denunciation
     */
    public record Entry(
            PetitionId id,
            String code,
            @Nullable Kind kind,
            Stage stage,
            Status status,
            UnitId unit,
            @Nullable OfficerId assignee,
            @Nullable String subject,
            @Nullable String category,
            Channel channel,
            @Nullable String place,
            Instant receivedAt,
            @Nullable Instant closedAt,
            @Nullable Instant due,
            boolean overdue,
            boolean escalated,
            @Nullable String waiting) {}

    /** Parts of the list of my cases. */
    public enum Section {
        /** I hold a task of it that does not sleep. */
        TO_DO,
        /** It goes on without me, or my task sleeps until something has come. */
        WAITING,
        /** It comes back to me: my task sleeps until a day, or there is one that I may take. */
        COMING,
        /** It is closed. */
        DONE
    }

    /**
     * A case I am assigned to, or where I held or did a task.
     *
     * @param task mine when it is to do; else the one it waits for
     * @param taskName in the diagram's words; {@code taskForm} its form, by which pages name it in other languages
     * @param waitingFor the group whose task is open, and who holds it; null when nothing is open
     * @param due until when, of that task
     * @param plan what its people planned with it
     */
    public record MyCase(
            Entry petition,
            Section section,
            @Nullable TaskId task,
            @Nullable String taskName,
            @Nullable String taskForm,
            @Nullable Role waitingFor,
            @Nullable OfficerId holder,
            @Nullable Instant due,
            TaskPlan plan) {}

    /** In what order my cases stand; what is done always stands with the last received first. */
    public enum MyOrder {
        /** By when something is due. */
        DUE,
        RECEIVED
    }

    /** How many cases each section has. */
    public record MyCounts(long toDo, long waiting, long coming, long done) {
        public long of(Section section) {
            return switch (section) {
                case TO_DO -> toDo;
                case WAITING -> waiting;
                case COMING -> coming;
                case DONE -> done;
            };
        }
    }

    public Optional<CaseFile> byId(PetitionId id, Visibility to) {
        return one("id = :key", id.value(), to);
    }

    /** @param code however it is written: in small letters, without hyphens */
    public Optional<CaseFile> byCode(String code, Visibility to) {
        return one("code_key = :key", Words.codeKey(code), to);
    }

    /** The hash of the PIN a citizen shows the code with; none for an unknown code or an imported petition. */
    public Optional<String> pinHash(String code) {
        return jdbc.sql("select pin_hash from views.case_file where code_key = :key and pin_hash is not null")
                .param("key", Words.codeKey(code))
                .query(String.class)
                .optional();
    }

    /** The file as it was recorded by a moment, that moment included; none when nothing was recorded by then. */
    public Optional<CaseFile> asOf(PetitionId id, Instant moment, Visibility to) {
        return byId(id, to).flatMap(now -> record.asOf(id, moment)
                .map(then -> now.kind() == Kind.DENUNCIATION
                        ? CaseSight.denunciation(then, CaseSight.handles(now, to))
                        : then)
                .map(then -> sight.forReader(then, now, to)));
    }

    /** What happened, oldest first, told from the record alone; none for a case that is not there for this reader. */
    public Optional<List<HistoryItem>> history(PetitionId id, Visibility to) {
        List<Happened<PetitionEvent>> events = record.of(id);
        return CaseRecord.fold(events)
                .filter(file -> CaseSight.isThere(file, to))
                .map(file -> {
                    boolean denunciation = file.kind() == Kind.DENUNCIATION;
                    boolean names = !denunciation && (to.identities() || !file.confidential());
                    List<Happened<PetitionEvent>> told = events.stream()
                            .filter(event -> !sight.isHidden(event.event(), to))
                            .toList();
                    return HistoryItem.all(told, denunciation && !CaseSight.handles(file, to), names);
                });
    }

    /** The same without names and texts, for observers. */
    public Optional<List<HistoryItem>> historyWithoutNames(PetitionId id, Visibility to) {
        List<Happened<PetitionEvent>> events = record.of(id);
        return CaseRecord.fold(events)
                .filter(file -> CaseSight.isThere(file, to))
                .map(file -> file.kind() == Kind.DENUNCIATION
                        ? HistoryItem.all(events, true, false)
                        : HistoryItem.withoutNames(events));
    }

    /**
     * @param cursor from the page before in the same order, or null
     * @param limit 1 to 200
     * @throws IllegalArgumentException for a cursor that is none, or a limit out of bounds
     */
    public Page<Entry> search(Filter filter, Visibility to, Sort sort, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Instant now = clock.instant();
        CaseQuery query = CaseQuery.of(filter, to, now, isTakenOver(filter), words, tree())
                .settled(jdbc);
        List<Entry> rows = query.page(sort, cursor, limit + 1)
                .of(jdbc)
                .query((row, n) -> CaseQuery.entry(row, now))
                .list();
        return Page.of(
                rows,
                limit,
                last -> sort == Sort.DUE
                        ? new Cursor(
                                last.due() == null ? Instant.MAX : last.due(),
                                last.id().value())
                        : new Cursor(last.receivedAt(), last.id().value()));
    }

    /** Whether cases went from the unit asked for to who took over. */
    private boolean isTakenOver(Filter filter) {
        return filter.unit() != null
                && jdbc.sql("select exists (select from views.taken_over where from_unit = :unit)")
                        .param("unit", filter.unit().value())
                        .query(Boolean.class)
                        .single();
    }

    public long count(Filter filter, Visibility to) {
        return CaseQuery.of(filter, to, clock.instant(), isTakenOver(filter), words, tree())
                .settled(jdbc)
                .count(jdbc);
    }

    /** How many there are, but not further than so many: where most cases are found nobody waits for the last one. */
    public long countUpTo(Filter filter, Visibility to, int most) {
        return CaseQuery.of(filter, to, clock.instant(), isTakenOver(filter), words, tree())
                .settled(jdbc)
                .countUpTo(jdbc, most);
    }

    /** For how many cases that are not closed each of these officers is responsible; those for none are left out. */
    public Map<OfficerId, Long> responsible(Collection<OfficerId> officers, Visibility to) {
        Map<OfficerId, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select assignee, count(*) as open from views.case_file
                         where assignee = any(:officers) and status <> 'CLOSED' and (:all or unit = any(:units))
                           and id not in (select petition from views.accused where officer = :reader)
                         group by assignee""")
                .param("officers", officers.stream().map(OfficerId::value).toArray(String[]::new))
                .param("all", to.all())
                .param("units", to.unitNames())
                .param("reader", to.readerName())
                .query(row -> {
                    counts.put(new OfficerId(row.getString("assignee")), row.getLong("open"));
                });
        return counts;
    }

    /** One section of an officer's cases: to do, in the order of the tasks' due moments; else as they were received. */
    public Page<MyCase> mine(OfficerId me, Section section, Visibility to, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        MyOrder usual = section == Section.TO_DO ? MyOrder.DUE : MyOrder.RECEIVED;
        return mine(me, section, usual, to, cursor, limit);
    }

    /** The same in the order asked for. */
    public Page<MyCase> mine(
            OfficerId me, Section section, MyOrder order, Visibility to, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Asked asked = MyCases.of(me, section, order, to, cursor, limit + 1);
        return MyCases.page(jdbc, asked, section, limit, clock.instant());
    }

    public MyCounts myCounts(OfficerId me, Visibility to) {
        return MyCases.counts(jdbc, me, to);
    }

    /** How many cases are open, and how many of them have missed a limit; for metrics. */
    public record Load(long open, long overdue) {}

    public Load load() {
        return jdbc.sql("""
                        select count(*) as open, count(*) filter (where next_due < :now) as overdue
                          from views.case_file where status <> 'CLOSED'""")
                .param("now", Tables.time(clock.instant()))
                .query((row, n) -> new Load(row.getLong("open"), row.getLong("overdue")))
                .single();
    }

    private Optional<CaseFile> one(String condition, String key, Visibility to) {
        return jdbc.sql("select id, version from views.case_file where " + condition)
                .param("key", key)
                .query((row, n) -> recent.at(new PetitionId(row.getString("id")), row.getLong("version")))
                .optional()
                .filter(file -> CaseSight.isThere(file, to))
                .map(file -> sight.forReader(file, file, to));
    }

    /** Who denounced, for who handles it; the caller writes the look down first. None for anybody else. */
    public Optional<List<Part.Petitioner>> denouncers(PetitionId id, Visibility to) {
        return whole(id)
                .filter(file -> CaseSight.isThere(file, to))
                .filter(file -> file.kind() == Kind.DENUNCIATION && CaseSight.handles(file, to))
                .map(CaseFile::petitioners);
    }

    /** What the denouncer wrote by code and PIN; else as {@link #denouncers}. */
    public List<Part.Said> saidByDenouncer(PetitionId id, Visibility to) {
        return whole(id)
                .filter(file -> CaseSight.isThere(file, to))
                .filter(file -> file.kind() == Kind.DENUNCIATION && CaseSight.handles(file, to))
                .map(CaseFile::said)
                .orElse(List.of());
    }

    private Optional<CaseFile> whole(PetitionId id) {
        return jdbc.sql("select version from views.case_file where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .map(version -> recent.at(id, version));
    }

    /** The petitions that are about somebody who works here. */
    public Set<PetitionId> about(OfficerId officer) {
        return jdbc
                .sql("select petition from views.accused where officer = ?")
                .param(officer.value())
                .query(String.class)
                .list()
                .stream()
                .map(PetitionId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("case_file", "case_part", "accused");
    }

    @Override
    public Filling filling(Tables tables) {
        return new CaseFilling(tables, record, recent);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
