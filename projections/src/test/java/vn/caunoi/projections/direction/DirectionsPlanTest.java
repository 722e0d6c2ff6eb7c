package vn.caunoi.projections.direction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.projections.Plans;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.direction.Directions.Stand;

/** The list of directions stays fast with many of them. */
class DirectionsPlanTest {
    private static final Instant NOW = Instant.now();
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void manyDirections() {
        DATABASE.jdbc().sql("""
                        insert into views.direction (id, petition, no, giver, given, unit, due, state, ended, version)
                        select 'p' || n || '/1', 'p' || n, 1, 'head', now() - n * interval '1 minute', 'U' || n % 50,
                            now() + (n - 20000) * interval '1 minute', case when n % 4 = 0 then 'OPEN' else 'DONE' end,
                            case when n % 4 = 0 then null else now() - n * interval '1 minute' end, 1
                          from generate_series(1, 40000) n""").update();
        DATABASE.jdbc().sql("""
                        insert into views.case_file (id, code, code_key, kind, stage, status, unit, assignee, channel,
                            received, next_due, escalated, version, subject)
                        select 'p' || n, 'c' || n, 'C' || n, 'COMPLAINT', 'RECEIPT', 'OPEN', 'U' || n % 50, 'o' || n % 200,
                            'DESK', now() - n * interval '1 minute', now() + n * interval '1 minute', false, 1, 's'
                          from generate_series(1, 40000) n""").update();
        DATABASE.jdbc().sql("analyze views.direction, views.case_file").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void each_list_walks_its_index() {
        assertThat(plan(Stand.OPEN, Visibility.everything())).contains("direction_open");
        assertThat(plan(Stand.OVERDUE, Visibility.of(Set.of(new UnitId("U4"))))).contains("direction_open");
        assertThat(plan(Stand.DONE, Visibility.everything())).contains("direction_over");
    }

    private static String plan(Stand stand, Visibility to) {
        var listing = Directions.listing(new Directions.Filter(stand, null, null, null), to, NOW, null, 25);
        return Plans.of(DATABASE.jdbc(), listing.sql(), listing.params());
    }
}
