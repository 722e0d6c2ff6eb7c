package vn.caunoi.projections.likeness;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
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
import vn.caunoi.core.reception.VisitEvent.VisitCorrected;
import vn.caunoi.core.reception.VisitEvent.VisitDataErased;
import vn.caunoi.core.reception.VisitEvent.VisitRecorded;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/**
 * Earlier visits of the same person, which may have been about the same thing. Only what the reader may see is found, and
 * nothing that was told about a denunciation.
 */
@Component
@ProcessingGroup(Repeats.GROUP)
public class Repeats implements ReadModel {
    static final String GROUP = "repeats";

    private static final int LOOKED_AT = 100;
    static final Set<Likeness> PERSON = Set.of(Likeness.ID_NUMBER, Likeness.PHONE, Likeness.NAME);

    static final String SQL = """
            select l.keys, v.visit, v.unit, v.happened, v.subject, v.same_as, v.code
              from views.visit_likeness l join views.visit v on v.visit = l.visit
             where string_to_array(l.keys, ' ') && string_to_array(:keys, ' ') and v.visit <> :but
               and not v.sealed and v.happened <= :until and (:all or v.unit = any(:units))
               and (v.petition is null
                    or v.petition not in (select a.petition from views.accused a where a.officer = :reader))
             order by v.happened desc, v.visit desc limit :rows""";

    private final JdbcClient jdbc;
    private final Batch batch;
    private final Traits traits;

    Repeats(JdbcTemplate jdbc, Traits traits) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
        this.traits = traits;
    }

    /**
     * A visit of before.
     *
     * @param first the visit its matter is named after; null when it was joined to none
     * @param code of the petition that came of it
     * @param because by what the person is the same
     * @param text how much of what was said is the same, from 0 to 100
     */
    public record Earlier(
            VisitId id,
            UnitId unit,
            Instant happened,
            @Nullable String subject,
            @Nullable VisitId first,
            @Nullable String code,
            Set<Likeness> because,
            int text) {}

    /** Those whose words are likest first. */
    public List<Earlier> before(VisitId visit, Visibility to, int limit) {
        List<String> keys = keysOf(visit);
        List<String> person = keys.stream().filter(Repeats::isPerson).toList();
        if (person.isEmpty()) return List.of();
        return jdbc
                .sql(SQL)
                .param("keys", String.join(" ", person))
                .param("but", visit.value())
                .param("until", time(happened(visit)))
                .param("all", to.all())
                .param("units", to.unitNames())
                .param("reader", to.readerName())
                .param("rows", LOOKED_AT)
                .query((row, n) -> earlier(row, keys))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(Earlier::text)
                        .thenComparing(Earlier::happened)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private List<String> keysOf(VisitId visit) {
        return jdbc
                .sql("select keys from views.visit_likeness where visit = :visit")
                .param("visit", visit.value())
                .query(String.class)
                .optional()
                .map(keys -> List.of(keys.split(" ")))
                .orElse(List.of())
                .stream()
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private Instant happened(VisitId visit) {
        return jdbc.sql("select happened from views.visit where visit = :visit")
                .param("visit", visit.value())
                .query((row, n) -> Objects.requireNonNull(time(row, 1)))
                .optional()
                .orElse(Instant.MAX);
    }

    private static boolean isPerson(String key) {
        return Traits.told(key).anyMatch(PERSON::contains);
    }

    private static Earlier earlier(ResultSet row, List<String> keys) throws SQLException {
        List<Likeness> common = Arrays.stream(row.getString("keys").split(" "))
                .filter(keys::contains)
                .flatMap(Traits::told)
                .toList();
        Set<Likeness> because = EnumSet.noneOf(Likeness.class);
        common.stream().filter(PERSON::contains).forEach(because::add);
        int bands = (int)
                common.stream().filter(likeness -> likeness == Likeness.TEXT).count();
        String first = row.getString("same_as");
        return new Earlier(
                new VisitId(row.getString("visit")),
                new UnitId(row.getString("unit")),
                Objects.requireNonNull(time(row, "happened")),
                row.getString("subject"),
                first == null ? null : new VisitId(first),
                row.getString("code"),
                because,
                bands * 100 / Shingles.BANDS);
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("visit_likeness");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(VisitRecorded.class, VisitCorrected.class, VisitDataErased.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new RepeatFilling(tables, traits);
    }

    @EventHandler
    void on(VisitRecorded event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(VisitCorrected event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(VisitDataErased event, EventMessage<?> message) {
        batch.take(message);
    }
}
