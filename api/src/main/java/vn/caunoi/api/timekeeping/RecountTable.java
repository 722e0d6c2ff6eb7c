package vn.caunoi.api.timekeeping;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.ledger.Migrations;

/** Which node counts deadlines anew, and how far it has come: for the others to see, and for whoever goes on. */
@Component
class RecountTable {

    private final JdbcClient jdbc;
    private final UUID node = UUID.randomUUID();

    RecountTable(JdbcClient jdbc, Migrations migrated) {
        this.jdbc = jdbc;
    }

    /** For half a minute from now; false when another node is at it. */
    boolean take(int change) {
        return jdbc.sql("""
                        insert into ledger.recount (change, node, until)
                        values (:change, :node, clock_timestamp() + interval '30 seconds')
                        on conflict (change) do update set node = excluded.node, until = excluded.until
                        where recount.node = excluded.node or recount.until < clock_timestamp()""").param("change", change).param("node", node).update() > 0;
    }

    /** So many are left. What a look before found and this one does not has moved, also when who moved it was stopped before it said so. */
    void found(int change, int left) {
        jdbc.sql("""
                        update ledger.recount set moved = greatest(moved, concern - :left),
                               concern = greatest(moved, concern - :left) + :left, looked = looked + 1
                         where change = :change""").param("left", left).param("change", change).update();
    }

    void counted(int change, int moved) {
        jdbc.sql("update ledger.recount set moved = moved + :moved where change = :change")
                .param("moved", moved)
                .param("change", change)
                .update();
    }

    Recounts.Standing standing(int change) {
        return jdbc.sql("select concern, moved, failed from ledger.recount where change = :change")
                .param("change", change)
                .query((row, n) -> new Recounts.Standing(row.getInt(1), row.getInt(2), row.getInt(3)))
                .optional()
                .orElse(new Recounts.Standing(0, 0, 0));
    }
}
