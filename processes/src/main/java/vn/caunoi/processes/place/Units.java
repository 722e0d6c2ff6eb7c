package vn.caunoi.processes.place;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.directory.UnitId;

/** Which unit is above which, as the directory's events tell it. */
public final class Units implements Superiors {

    private final JdbcClient jdbc;

    public Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Above a unit that has ended stands who took over, so that a case which still comes to it rises there. */
    public void take(DirectoryEvent event) {
        switch (event) {
            case DirectoryEvent.UnitEstablished e -> below(e.unit(), e.parent());
            case DirectoryEvent.UnitMoved e -> below(e.unit(), e.parent());
            case DirectoryEvent.UnitEnded e -> below(e.unit(), e.successor());
            default -> {}
        }
    }

    private void below(UnitId unit, @Nullable UnitId parent) {
        jdbc.sql("""
                        insert into engine.unit_parent values (:unit, :parent)
                        on conflict (unit) do update set parent = excluded.parent""")
                .param("unit", unit.value())
                .param("parent", parent == null ? null : parent.value())
                .update();
    }

    @Override
    public boolean knows(UnitId unit) {
        return jdbc.sql("select exists (select from engine.unit_parent where unit = ?)")
                .param(unit.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<UnitId> above(UnitId unit) {
        return jdbc.sql("select parent from engine.unit_parent where unit = ? and parent is not null")
                .param(unit.value())
                .query(String.class)
                .optional()
                .map(UnitId::new);
    }
}
