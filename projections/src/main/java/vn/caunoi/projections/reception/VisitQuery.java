package vn.caunoi.projections.reception;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.reception.IdentityCheck;
import vn.caunoi.core.reception.SittingId;
import vn.caunoi.core.reception.Told;
import vn.caunoi.core.reception.TurnedAwayGround;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.reception.Way;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.reception.Visits.Due;
import vn.caunoi.projections.reception.Visits.Ending;
import vn.caunoi.projections.reception.Visits.Entry;
import vn.caunoi.projections.reception.Visits.Filter;
import vn.caunoi.projections.reception.Visits.Owed;

/** How the book is asked. A number in the book is the place in the order of entry; rows never go, so it stays. */
final class VisitQuery {

    /** Not there for whom the petition that came of it is about; the number in the book stays taken. */
    private static final String NOT_ABOUT_THE_READER = """
             (petition is null or petition not in (select a.petition from views.accused a where a.officer = :reader))""";

    static final String BOOK = """
            select * from (
                select v.*, row_number() over (partition by unit, year order by recorded, visit) as no
                  from views.visit v
                 where year = :year and (:all or unit = any(:units))
                   and (:unit::text is null or unit = :unit)) book
             where (:from::timestamptz is null or happened >= :from) and (:to::timestamptz is null or happened < :to)
               and (:way::text is null or way = :way)
               and (:ending::text is null or ending = :ending)
               and (:matter::text is null or matter = :matter)
               and (:crowd::boolean is null or crowd = :crowd)
               and (:urgent::boolean is null or urgent = :urgent)
               and (:sitting::text is null or sitting = :sitting)
               and (:text::text is null or position(:text in words) > 0)
               and""" + NOT_ABOUT_THE_READER;

    static final String ONE = """
            select v.*, (select count(*) from views.visit o where o.unit = v.unit and o.year = v.year
                            and (o.recorded, o.visit) <= (v.recorded, v.visit)) as no
              from views.visit v where v.visit = :visit and""" + NOT_ABOUT_THE_READER;

    static final String MATTER = """
            select v.*, (select count(*) from views.visit o where o.unit = v.unit and o.year = v.year
                            and (o.recorded, o.visit) <= (v.recorded, v.visit)) as no
              from views.visit v where (v.visit = :first or v.same_as = :first) and""" + NOT_ABOUT_THE_READER + " order by v.happened, v.visit limit 200";

    static final String OWED = """
            select d.*, v.urgent, v.tries, v.subject, v.visitors from views.visit_due d join views.visit v on v.visit = d.visit
             where (:all or d.unit = any(:units)) and (:what::text[] is null or d.what = any(:what))
               and (d.due, d.visit, d.what) > (:at, :visit, :kind)
               and""" + NOT_ABOUT_THE_READER + " order by d.due, d.visit, d.what limit :rows";

    static final String LOAD = """
            select count(*) as open, count(*) filter (where d.due < :now) as overdue
              from views.visit_due d join views.visit v on v.visit = d.visit
             where (:all or d.unit = any(:units)) and (:what::text[] is null or d.what = any(:what))
               and""" + NOT_ABOUT_THE_READER;

    static final String OF_PETITION = """
            select visit, unit from views.visit where petition = :petition and""" + NOT_ABOUT_THE_READER;

    private VisitQuery() {}

    static Map<String, @Nullable Object> values(Filter filter, Visibility sight) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("year", filter.year());
        values.put("all", sight.all());
        values.put("units", sight.unitNames());
        values.put("reader", sight.readerName());
        values.put("unit", filter.unit() == null ? null : filter.unit().value());
        values.put(
                "from",
                filter.from() == null
                        ? null
                        : filter.from().atStartOfDay(DueDate.ZONE).toOffsetDateTime());
        values.put(
                "to",
                filter.to() == null
                        ? null
                        : filter.to().plusDays(1).atStartOfDay(DueDate.ZONE).toOffsetDateTime());
        values.put("way", name(filter.way()));
        values.put("ending", name(filter.ending()));
        values.put("matter", name(filter.matter()));
        values.put("crowd", filter.crowd());
        values.put("urgent", filter.urgent());
        values.put("sitting", filter.sitting() == null ? null : filter.sitting().value());
        values.put("text", filter.text() == null ? null : VisitJson.plain(filter.text()));
        return values;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new VisitId(row.getString("visit")),
                new UnitId(row.getString("unit")),
                row.getLong("no"),
                Objects.requireNonNull(time(row, "happened")),
                Way.valueOf(row.getString("way")),
                new OfficerId(row.getString("receiver")),
                maybe(row, "sitting", SittingId::new),
                IdentityCheck.valueOf(row.getString("identity")),
                row.getInt("people"),
                row.getBoolean("crowd"),
                row.getBoolean("urgent"),
                maybe(row, "matter", Kind::valueOf),
                row.getBoolean("sealed"),
                VisitJson.visitorsIn(row.getString("visitors")),
                row.getString("subject"),
                row.getString("statement"),
                row.getString("settled_by"),
                VisitJson.papersIn(row.getString("papers")),
                maybe(row, "ending", Ending::valueOf),
                time(row, "ended"),
                maybe(row, "ground", TurnedAwayGround::valueOf),
                row.getString("outcome"),
                maybe(row, "petition", PetitionId::new),
                row.getString("code"),
                time(row, "promised"),
                maybe(row, "promised_by", OfficerId::new),
                time(row, "kept"),
                time(row, "call_back"),
                time(row, "called"),
                row.getInt("tries"),
                time(row, "given_up"),
                time(row, "result_due"),
                VisitJson.ruleIn(row.getString("result_rule")),
                time(row, "told"),
                maybe(row, "told_what", Told::valueOf),
                row.getString("told_how"),
                row.getString("file"),
                maybe(row, "same_as", VisitId::new),
                VisitJson.remarksIn(row.getString("remarks")));
    }

    static Owed owed(ResultSet row, Instant now) throws SQLException {
        List<Visits.Visitor> visitors = VisitJson.visitorsIn(row.getString("visitors"));
        Visits.Visitor first = visitors.isEmpty() ? null : visitors.getFirst();
        Instant due = Objects.requireNonNull(time(row, "due"));
        return new Owed(
                new VisitId(row.getString("visit")),
                Due.valueOf(row.getString("what")),
                new UnitId(row.getString("unit")),
                due,
                maybe(row, "by", OfficerId::new),
                due.isBefore(now),
                row.getBoolean("urgent"),
                row.getString("what").equals(Due.CALL_BACK.name()) ? row.getInt("tries") : 0,
                first == null ? null : first.fullName(),
                first == null ? null : first.phone(),
                row.getString("subject"));
    }

    private static <T> @Nullable T maybe(ResultSet row, String column, Function<String, T> of) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : of.apply(value);
    }
}
