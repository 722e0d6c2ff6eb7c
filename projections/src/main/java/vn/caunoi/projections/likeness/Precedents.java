package vn.caunoi.projections.likeness;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.PlainText;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;

/**
 * Closed cases about something like a case: of the same category, at the same place, in words that have much in common. Who
 * petitioned plays no part in it, so that nobody learns from it who did; no denunciation is found or compared.
 */
@Component
public class Precedents {

    /** Among these the likest are chosen. */
    private static final int LOOKED_AT = 60;

    private static final int SAME_CATEGORY = 40;
    private static final int SAME_PLACE = 25;

    private static final String COLUMNS = "c.id, c.code, c.kind, c.unit, c.subject, c.category, c.place, c.closed";

    private static final String OPEN_TO = """
             and c.id <> :but and c.kind is distinct from 'DENUNCIATION' and (:kind = '' or c.kind = :kind)
             and c.id not in (select petition from views.accused where officer = :reader)
            """;

    static final String BY_TEXT = "select " + COLUMNS + """
            , l.keys from views.likeness l join views.case_file c on c.id = l.petition
             where string_to_array(l.keys, ' ') && string_to_array(:keys, ' ')
               and c.status = 'CLOSED' and c.unit = any(:units)""" + OPEN_TO + "order by c.closed desc limit :rows";

    /**
     * The last of each unit and word for the category, in the order of the index: none that has many hides what others have, and
     * none is read whole.
     */
    static final String BY_CATEGORY = "select " + COLUMNS + """
            , coalesce(l.keys, '') as keys from unnest(:units) as u(unit) cross join unnest(:categories) as k(category)
             cross join lateral (
                select c.* from views.case_file c
                 where c.unit = u.unit and c.category = k.category and c.status = 'CLOSED'""" + OPEN_TO + """
                 order by c.closed desc limit :rows) c
              left join views.likeness l on l.petition = c.id
             order by c.closed desc limit :rows""";

    private final JdbcClient jdbc;
    private final Traits traits;
    private final ObjectProvider<CategoriesInForce> categories;

    Precedents(JdbcTemplate jdbc, Traits traits, ObjectProvider<CategoriesInForce> categories) {
        this.jdbc = JdbcClient.create(jdbc);
        this.traits = traits;
        this.categories = categories;
    }

    /**
     * A closed case.
     *
     * @param text how much the texts have in common, from 0 to 100
     */
    public record Precedent(
            PetitionId id,
            String code,
            @Nullable Kind kind,
            UnitId unit,
            @Nullable String subject,
            @Nullable String place,
            Instant closed,
            boolean sameCategory,
            boolean samePlace,
            int text) {

        private int weight() {
            return text + (sameCategory ? SAME_CATEGORY : 0) + (samePlace ? SAME_PLACE : 0);
        }
    }

    /** The likest first, of the reader's units; of those of the unit of the case for who sees all units. */
    public List<Precedent> like(CaseFile file, Visibility to, int limit) {
        if (file.kind() == Kind.DENUNCIATION) return List.of();
        Set<String> keys = traits.of(new Told(List.of(), null, Told.known(file.subject()), Told.known(file.content())));
        Set<String> about = about(file.category());
        String[] units = to.all() ? new String[] {file.unit().value()} : to.unitNames();
        Map<PetitionId, Precedent> found = new LinkedHashMap<>();
        Stream.of(
                        keys.isEmpty() ? List.<Precedent>of() : asked(BY_TEXT, file, keys, about, units, to),
                        about.isEmpty() ? List.<Precedent>of() : asked(BY_CATEGORY, file, keys, about, units, to))
                .flatMap(List::stream)
                .filter(one -> one.weight() > 0)
                .forEach(one -> found.putIfAbsent(one.id(), one));
        return found.values().stream()
                .sorted(Comparator.comparingInt(Precedent::weight)
                        .reversed()
                        .thenComparing(Precedent::closed, Comparator.reverseOrder()))
                .limit(limit)
                .toList();
    }

    private List<Precedent> asked(
            String sql, CaseFile file, Set<String> keys, Set<String> about, String[] units, Visibility to) {
        return jdbc.sql(sql)
                .param("keys", String.join(" ", keys))
                .param("categories", about.toArray(String[]::new))
                .param("units", units)
                .param("but", file.id().value())
                .param("kind", file.kind() == null ? "" : file.kind().name())
                .param("reader", to.readerName())
                .param("rows", LOOKED_AT)
                .query((row, n) -> precedent(row, file, keys, about))
                .list();
    }

    /** The category, as it was typed and by its id. */
    private Set<String> about(@Nullable String category) {
        if (category == null) return Set.of();
        var tree = categories.getIfAvailable(CategoriesInForce::shipped).tree();
        return Stream.concat(Stream.of(category), tree.meant(category).stream()).collect(Collectors.toSet());
    }

    private static Precedent precedent(ResultSet row, CaseFile file, Set<String> keys, Set<String> about)
            throws SQLException {
        int bands = (int) Arrays.stream(row.getString("keys").split(" "))
                .filter(keys::contains)
                .count();
        String kind = row.getString("kind");
        String category = row.getString("category");
        String place = row.getString("place");
        return new Precedent(
                new PetitionId(row.getString("id")),
                row.getString("code"),
                kind == null ? null : Kind.valueOf(kind),
                new UnitId(row.getString("unit")),
                row.getString("subject"),
                place,
                Objects.requireNonNull(time(row, "closed")),
                category != null && about.contains(category),
                place != null && file.place() != null && plain(place).equals(plain(file.place())),
                bands < Likenesses.FEWEST_BANDS ? 0 : bands * 100 / Shingles.BANDS);
    }

    private static String plain(String place) {
        return PlainText.of(place).strip();
    }
}
