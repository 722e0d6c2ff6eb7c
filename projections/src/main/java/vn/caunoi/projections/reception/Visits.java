package vn.caunoi.projections.reception;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.reception.IdentityCheck;
import vn.caunoi.core.reception.Paper;
import vn.caunoi.core.reception.SittingId;
import vn.caunoi.core.reception.Told;
import vn.caunoi.core.reception.TurnedAwayGround;
import vn.caunoi.core.reception.VisitEvent;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.reception.Way;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Bounds;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** The reception book (sổ tiếp công dân), and what is still owed to those who came. */
@Component
@ProcessingGroup(Visits.GROUP)
public class Visits implements ReadModel {
    static final String GROUP = "reception";
    /** What one export or print holds at most. */
    public static final int WHOLE = 10_000;

    private final JdbcClient jdbc;
    private final Batch batch;
    private final VisitRecord record;

    public Visits(JdbcTemplate jdbc, VisitRecord record) {
        this.record = record;
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /** How a visit ended. */
    public enum Ending {
        ANSWERED,
        TURNED_AWAY,
        PETITION,
        PROMISED
    }

    /** What is owed: a promised answer, a call-back, to tell the result. */
    public enum Due {
        CALL_BACK,
        ANSWER,
        RESULT
    }

    public record Visitor(
            PersonRole role,
            String fullName,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String phone) {}

    /** @param name null where nobody may read it */
    public record PaperOf(int no, @Nullable String name, Paper.Form form, boolean returned) {}

    public record RemarkOf(@Nullable String text, @Nullable String by, Instant at) {}

    /** Why the result is due when it is. */
    public record ResultRule(
            String id,
            String version,
            String source,
            String confidence,
            int amount,
            LimitUnit unit,
            List<CountedDay> explanation) {}

    /**
     * A visit or call.
     *
     * @param no number in the book of its unit and year, in the order of entry
     * @param sealed about a denunciation: no words and no names are shown
     * @param outcome the answer, the reason, what was promised
     * @param told when the visitor was told the result
     * @param tries how often a call-back was tried
     * @param givenUp when nobody was called any more, for nobody could be reached
     * @param file the signed statement
     * @param first the visit its matter is named after, when the same person came about it before
     */
    public record Entry(
            VisitId id,
            UnitId unit,
            long no,
            Instant happened,
            Way way,
            OfficerId receiver,
            @Nullable SittingId sitting,
            IdentityCheck identity,
            int people,
            boolean crowd,
            boolean urgent,
            @Nullable Kind matter,
            boolean sealed,
            List<Visitor> visitors,
            @Nullable String subject,
            @Nullable String statement,
            @Nullable String settledBy,
            List<PaperOf> papers,
            @Nullable Ending ending,
            @Nullable Instant ended,
            @Nullable TurnedAwayGround ground,
            @Nullable String outcome,
            @Nullable PetitionId petition,
            @Nullable String code,
            @Nullable Instant promised,
            @Nullable OfficerId promisedBy,
            @Nullable Instant kept,
            @Nullable Instant callBack,
            @Nullable Instant called,
            int tries,
            @Nullable Instant givenUp,
            @Nullable Instant resultDue,
            @Nullable ResultRule resultRule,
            @Nullable Instant told,
            @Nullable Told toldWhat,
            @Nullable String toldHow,
            @Nullable String file,
            @Nullable VisitId first,
            List<RemarkOf> remarks) {

        /** The visit its matter is named after, which may be this one. */
        public VisitId matterOf() {
            return first == null ? id : first;
        }
    }

    /** What is owed to somebody.
     * @param by who promised it, where somebody did; of a call-back who took it
     * @param tries how often a call-back was tried */
    public record Owed(
            VisitId visit,
            Due what,
            UnitId unit,
            Instant due,
            @Nullable OfficerId by,
            boolean overdue,
            boolean urgent,
            int tries,
            @Nullable String visitor,
            @Nullable String phone,
            @Nullable String subject) {}

    /** How many visits, how many people, and about how many matters: one that was joined to another is counted once. */
    public record Figures(long visits, long people, long matters) {}

    /** @param year of the book; the other parts leave open what is null
     * @param text of a name or of the subject, with or without diacritics */
    public record Filter(
            int year,
            @Nullable UnitId unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Way way,
            @Nullable Ending ending,
            @Nullable Kind matter,
            @Nullable Boolean crowd,
            @Nullable Boolean urgent,
            @Nullable SittingId sitting,
            @Nullable String text) {}

    /** The last first.
     * @param limit 1 to 200 */
    public Page<Entry> search(Filter filter, Visibility sight, @Nullable String cursor, int limit) {
        Bounds.check(limit);
        Cursor after = cursor == null ? Cursor.END : Cursor.parse(cursor);
        Map<String, @Nullable Object> values = VisitQuery.values(filter, sight);
        values.put("at", time(after.at()));
        values.put("id", after.id());
        values.put("rows", limit + 1);
        List<Entry> rows = jdbc.sql(VisitQuery.BOOK + " and (happened, visit) < (:at, :id)"
                        + " order by happened desc, visit desc limit :rows")
                .params(values)
                .query(VisitQuery::entry)
                .list();
        return Page.of(
                rows, limit, last -> new Cursor(last.happened(), last.id().value()));
    }

    public long count(Filter filter, Visibility sight) {
        return jdbc.sql("select count(*) from (" + VisitQuery.BOOK + ") found")
                .params(VisitQuery.values(filter, sight))
                .query(Long.class)
                .single();
    }

    public Figures figures(Filter filter, Visibility sight) {
        return jdbc.sql("select count(*) as visits, coalesce(sum(people), 0) as people,"
                        + " count(distinct coalesce(same_as, visit)) as matters from (" + VisitQuery.BOOK + ") found")
                .params(VisitQuery.values(filter, sight))
                .query((row, n) -> new Figures(row.getLong("visits"), row.getLong("people"), row.getLong("matters")))
                .single();
    }

    /** All visits about one matter that the reader sees, the first first. */
    public List<Entry> matter(VisitId first, Visibility sight) {
        return jdbc
                .sql(VisitQuery.MATTER)
                .param("first", first.value())
                .param("reader", sight.readerName())
                .query(VisitQuery::entry)
                .list()
                .stream()
                .filter(entry -> sight.sees(entry.unit()))
                .toList();
    }

    /** As the book has them, to be printed or exported; at most {@link #WHOLE}. */
    public List<Entry> whole(Filter filter, Visibility sight) {
        return jdbc.sql(VisitQuery.BOOK + " order by unit, no limit " + WHOLE)
                .params(VisitQuery.values(filter, sight))
                .query(VisitQuery::entry)
                .list();
    }

    public Optional<Entry> find(VisitId visit, Visibility sight) {
        return jdbc.sql(VisitQuery.ONE)
                .param("visit", visit.value())
                .param("reader", sight.readerName())
                .query(VisitQuery::entry)
                .optional()
                .filter(entry -> sight.sees(entry.unit()));
    }

    /** The visit with this number in the book of a unit and year. */
    public Optional<Entry> find(UnitId unit, int year, long no, Visibility sight) {
        Filter book = new Filter(year, unit, null, null, null, null, null, null, null, null, null);
        return jdbc.sql(VisitQuery.BOOK + " and no = :no")
                .params(VisitQuery.values(book, sight))
                .param("no", no)
                .query(VisitQuery::entry)
                .optional();
    }

    /** The visit a petition came from. */
    public Optional<VisitId> ofPetition(PetitionId petition, Visibility sight) {
        return jdbc
                .sql(VisitQuery.OF_PETITION)
                .param("petition", petition.value())
                .param("reader", sight.readerName())
                .query((row, n) -> Map.entry(row.getString("visit"), new UnitId(row.getString("unit"))))
                .list()
                .stream()
                .filter(row -> sight.sees(row.getValue()))
                .map(row -> new VisitId(row.getKey()))
                .findFirst();
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("visit", "visit_due");
    }

    @Override
    public Wanted wanted() {
        return new Wanted(Set.of(VisitEvent.class), true);
    }

    @Override
    public Filling filling(Tables tables) {
        return new VisitFilling(tables, record);
    }

    @EventHandler
    void on(VisitEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
