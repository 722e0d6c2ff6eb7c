package vn.caunoi.projections.letter;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import vn.caunoi.core.letter.NumberBookEvent.BookContinued;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** Which numbers no letter of a unit has, though later ones were given out, and who let the book go on there. */
@Component
@ProcessingGroup(NumberBooks.GROUP)
public class NumberBooks implements ReadModel {
    static final String GROUP = "number_books";

    /** What was numbered in a register kept elsewhere before the book began is no gap. */
    static final String SQL = """
            with numbered as (
                select l.unit, l.year, l.serial, l.petition, l.since,
                       lag(l.serial) over book as last, lag(l.petition) over book as before
                  from views.letter l
                 where l.serial is not null and (:all or l.unit = any(:units))
                window book as (partition by l.unit, l.year order by l.serial))
            select n.unit, n.year, coalesce(n.last, 0) + 1 as first_missing, n.serial - 1 as last_missing, n.since,
                   n.before, b.code as before_code, n.petition as after, a.code as after_code, t.at, t.by
              from numbered n
              join views.case_file a on a.id = n.petition
              left join views.case_file b on b.id = n.before
              left join lateral (select t.at, t.by from views.number_book_turn t
                   where t.unit = n.unit and t.year = n.year and t.next > coalesce(n.last, 0) + 1 and t.next <= n.serial
                   order by t.next desc limit 1) t on true
             where n.serial > coalesce(n.last, 0) + 1 and (n.last is not null or t.at is null)
             order by n.unit, n.year, n.serial""";

    private final JdbcClient jdbc;
    private final Batch batch;

    public NumberBooks(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /** The case of a letter beside a gap. */
    public record Beside(PetitionId petition, String code) {}

    /**
     * Numbers that are missing.
     *
     * @param from the first of them; {@code to} the last
     * @param before whose letter has the number before; null when there is none
     * @param after whose letter has the number after
     * @param at when the book was told to go on after it; when the letter after came to stand as it does, where nobody told it
     * @param by who told it
     */
    public record Gap(
            UnitId unit,
            int year,
            int from,
            int to,
            @Nullable Beside before,
            Beside after,
            Instant at,
            @Nullable String by) {}

    /** Those of the books that the reader sees, by unit, year and number. */
    public List<Gap> gaps(Visibility to) {
        return jdbc.sql(SQL)
                .param("all", to.all())
                .param("units", to.unitNames())
                .query(NumberBooks::gap)
                .list();
    }

    private static Gap gap(ResultSet row, int number) throws SQLException {
        String before = row.getString("before");
        Instant turned = time(row, "at");
        return new Gap(
                new UnitId(row.getString("unit")),
                row.getInt("year"),
                row.getInt("first_missing"),
                row.getInt("last_missing"),
                before == null ? null : new Beside(new PetitionId(before), row.getString("before_code")),
                new Beside(new PetitionId(row.getString("after")), row.getString("after_code")),
                turned == null ? Objects.requireNonNull(time(row, "since")) : turned,
                row.getString("by"));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("number_book_turn");
    }

    @Override
    public Wanted wanted() {
        return new Wanted(Set.of(BookContinued.class), true);
    }

    @Override
    public Filling filling(Tables tables) {
        return new Written(tables);
    }

    @EventHandler
    void on(BookContinued event, EventMessage<?> message) {
        batch.take(message);
    }

    /** Books go on rarely: each event is written at once. */
    private record Written(Tables tables) implements Filling {
        @Override
        public void take(Happened<?> recorded) {
            if (!(recorded.event() instanceof BookContinued event)) return;
            tables.update(
                    "insert into views.number_book_turn (unit, year, next, at, by) values (?, ?, ?, ?, ?) on conflict do nothing",
                    event.unit().value(),
                    event.year(),
                    event.next(),
                    time(recorded.at()),
                    recorded.by());
        }

        @Override
        public void flush() {}
    }
}
