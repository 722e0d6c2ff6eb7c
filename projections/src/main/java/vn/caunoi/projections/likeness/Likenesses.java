package vn.caunoi.projections.likeness;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseRecord;

/**
 * Petitions that may be about the same as one that is handed in or stands. Only what the reader may see is found, and no
 * denunciation ever.
 */
@Component
@ProcessingGroup(Likenesses.GROUP)
public class Likenesses implements ReadModel {
    static final String GROUP = "likeness";

    /** Among these the likest are chosen. */
    private static final int LOOKED_AT = 200;

    /** Of those that share no more than whom they are against and where. */
    private static final int COMMON_LOOKED_AT = 50;

    /** Fewer bands in common are chance. */
    static final int FEWEST_BANDS = 2;

    static final String SQL = """
            select l.keys, c.id, c.code, c.kind, c.status, c.unit, c.subject, c.received
              from views.likeness l join views.case_file c on c.id = l.petition
             where string_to_array(l.keys, ' ') && string_to_array(:keys, ' ') and c.id <> :but
               and c.kind is distinct from 'DENUNCIATION' and (:all or c.unit = any(:units))
               and c.id not in (select petition from views.accused where officer = :reader)
             order by c.received desc, c.id desc limit :rows""";

    private final JdbcClient jdbc;
    private final CaseRecord record;
    private final Traits traits;
    private final Batch batch;

    Likenesses(JdbcTemplate jdbc, CaseRecord record, Traits traits) {
        this.jdbc = JdbcClient.create(jdbc);
        this.record = record;
        this.traits = traits;
        this.batch = new Batch(this, jdbc);
    }

    /**
     * A petition that may be the same.
     *
     * @param because why
     * @param text how much their texts have in common, from 0 to 100
     */
    public record Alike(
            PetitionId id,
            String code,
            @Nullable Kind kind,
            Status status,
            UnitId unit,
            @Nullable String subject,
            Instant receivedAt,
            Set<Likeness> because,
            int text) {

        private int weight() {
            int others = because.stream()
                    .filter(likeness -> likeness != Likeness.TEXT)
                    .mapToInt(Likeness::weight)
                    .sum();
            return others + text * Likeness.TEXT.weight();
        }
    }

    /** The likest first. */
    public List<Alike> like(Told told, Visibility to, int limit) {
        return like(told, "", to, limit);
    }

    /** Those like a case as the reader sees it; none for a denunciation. */
    public List<Alike> like(CaseFile file, Visibility to, int limit) {
        return like(Told.of(file), file.id().value(), to, limit);
    }

    /** Those of a person who has exactly this number, of a paper or a phone; the last first. */
    public List<Alike> ofPerson(String number, Visibility to, int limit) {
        Set<String> keys = traits.of(having(number, number));
        return found(keys, keys, "", to, limit);
    }

    /** Whether one of the two is this number, however they are written. */
    public boolean isSame(String number, @Nullable String idNumber, @Nullable String phone) {
        return !Collections.disjoint(traits.of(having(number, number)), traits.of(having(idNumber, phone)));
    }

    private static Told having(@Nullable String idNumber, @Nullable String phone) {
        return new Told(List.of(new Told.Someone(null, idNumber, null, phone)), null, null, null);
    }

    private List<Alike> like(Told told, String but, Visibility to, int limit) {
        Set<String> keys = traits.of(told);
        Map<PetitionId, Alike> found = new LinkedHashMap<>();
        Map<Boolean, List<String>> parted = keys.stream().collect(Collectors.partitioningBy(Traits::isCommon));
        List.of(false, true).forEach(common -> found(
                        parted.getOrDefault(common, List.of()), keys, but, to, common ? COMMON_LOOKED_AT : LOOKED_AT)
                .forEach(alike -> found.putIfAbsent(alike.id(), alike)));
        return found.values().stream()
                .filter(alike -> !alike.because().isEmpty())
                .sorted(Comparator.comparingInt(Alike::weight)
                        .reversed()
                        .thenComparing(Alike::receivedAt, Comparator.reverseOrder()))
                .limit(limit)
                .toList();
    }

    private List<Alike> found(Collection<String> by, Set<String> keys, String but, Visibility to, int rows) {
        if (by.isEmpty()) return List.of();
        return jdbc.sql(SQL)
                .param("keys", String.join(" ", by))
                .param("but", but)
                .param("all", to.all())
                .param("units", to.unitNames())
                .param("reader", to.readerName())
                .param("rows", rows)
                .query((row, n) -> alike(row, keys))
                .list();
    }

    private static Alike alike(ResultSet row, Set<String> keys) throws SQLException {
        List<Likeness> common = Arrays.stream(row.getString("keys").split(" "))
                .filter(keys::contains)
                .flatMap(Traits::told)
                .toList();
        int bands = (int)
                common.stream().filter(likeness -> likeness == Likeness.TEXT).count();
        Set<Likeness> because = EnumSet.noneOf(Likeness.class);
        because.addAll(common);
        if (bands < FEWEST_BANDS) because.remove(Likeness.TEXT);
        String kind = row.getString("kind");
        return new Alike(
                new PetitionId(row.getString("id")),
                row.getString("code"),
                kind == null ? null : Kind.valueOf(kind),
                Status.valueOf(row.getString("status")),
                new UnitId(row.getString("unit")),
                row.getString("subject"),
                Objects.requireNonNull(time(row, "received")),
                because,
                bands * 100 / Shingles.BANDS);
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("likeness");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(
                PetitionReceived.class,
                PetitionClassified.class,
                PetitionReclassified.class,
                PetitionCorrected.class,
                PersonalDataErased.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new LikenessFilling(tables, record, traits);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        if (LikenessFilling.concerns(event)) batch.take(message);
    }
}
