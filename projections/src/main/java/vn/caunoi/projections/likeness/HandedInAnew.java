package vn.caunoi.projections.likeness;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Visibility;

/**
 * Petitions that were closed and soon after handed in again, by the same person about the same. Only what the reader may see is
 * found; no denunciation, and nobody who asked to stay confidential.
 */
@Component
public class HandedInAnew {

    /** So soon after closing. */
    public static final Duration SOON = Duration.ofDays(30);

    private static final int MOST = 20;

    static final String SQL = """
            select l.keys, c.id, c.code, c.received
              from views.likeness l join views.case_file c on c.id = l.petition
             where string_to_array(l.keys, ' ') && string_to_array(:keys, ' ') and c.id <> :but
               and c.kind is distinct from 'DENUNCIATION'
               and (c.closed between :closed_from and :received or c.received between :closed and :received_until)
               and (:all or c.unit = any(:units))
               and c.id not in (select petition from views.accused where officer = :reader)
             order by c.received, c.id limit :rows""";

    private final JdbcClient jdbc;

    HandedInAnew(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** The other of a pair. @param received when the later of both was received */
    public record Pair(PetitionId other, String code, Instant received) {}

    private record Own(
            List<String> keys, Instant received, @Nullable Instant closed) {}

    /** With which a case makes a pair, whether it is the one that was closed or the one handed in anew. */
    public List<Pair> with(PetitionId petition, Visibility to) {
        return own(petition).map(own -> with(petition, own, to)).findFirst().orElse(List.of());
    }

    private Stream<Own> own(PetitionId petition) {
        return jdbc
                .sql(
                        "select l.keys, c.received, c.closed from views.likeness l join views.case_file c on c.id = l.petition"
                                + " where l.petition = :petition and l.keys <> ''")
                .param("petition", petition.value())
                .query((row, n) ->
                        new Own(keys(row), Objects.requireNonNull(time(row, "received")), time(row, "closed")))
                .list()
                .stream();
    }

    private List<Pair> with(PetitionId petition, Own own, Visibility to) {
        List<String> person = own.keys().stream().filter(HandedInAnew::isPerson).toList();
        if (person.isEmpty()) return List.of();
        Instant closed = own.closed() == null ? Instant.MAX : own.closed();
        return jdbc
                .sql(SQL)
                .param("keys", String.join(" ", person))
                .param("but", petition.value())
                .param("received", time(own.received()))
                .param("closed_from", time(own.received().minus(SOON)))
                .param("closed", time(closed))
                .param("received_until", time(own.closed() == null ? Instant.MAX : closed.plus(SOON)))
                .param("all", to.all())
                .param("units", to.unitNames())
                .param("reader", to.readerName())
                .param("rows", MOST)
                .query((row, n) -> isSameMatter(own.keys(), keys(row)) ? Stream.of(pair(row, own)) : Stream.<Pair>of())
                .list()
                .stream()
                .flatMap(pair -> pair)
                .toList();
    }

    private static Pair pair(ResultSet row, Own own) throws SQLException {
        Instant received = Objects.requireNonNull(time(row, "received"));
        Instant later = received.isAfter(own.received()) ? received : own.received();
        return new Pair(new PetitionId(row.getString("id")), row.getString("code"), later);
    }

    private static List<String> keys(ResultSet row) throws SQLException {
        return Arrays.asList(row.getString("keys").split(" "));
    }

    private static boolean isPerson(String key) {
        return Traits.told(key).anyMatch(Repeats.PERSON::contains);
    }

    /** The decision has the same number, or the texts have too much in common for chance. */
    private static boolean isSameMatter(List<String> some, List<String> others) {
        List<Likeness> common =
                others.stream().filter(some::contains).flatMap(Traits::told).toList();
        long bands =
                common.stream().filter(likeness -> likeness == Likeness.TEXT).count();
        return common.contains(Likeness.DECISION) || bands >= Likenesses.FEWEST_BANDS;
    }
}
