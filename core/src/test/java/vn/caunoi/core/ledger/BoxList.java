package vn.caunoi.core.ledger;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the things in each box; cannot take a bomb. */
@TestComponent
@ProcessingGroup("box-list")
class BoxList {

    private final JdbcClient jdbc;

    BoxList(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists views.box (box text primary key, things int not null check (things < 99))")
                .update();
    }

    @EventHandler
    void on(Box.Opened event) {
        jdbc.sql("insert into views.box values (:box, 0)")
                .param("box", event.box())
                .update();
    }

    @EventHandler
    void on(Box.ThingPutIn event) {
        jdbc.sql("update views.box set things = things + :more where box = :box")
                .param("more", event.thing().clear().equals("bomb") ? 99 : 1)
                .param("box", event.box())
                .update();
    }

    @ResetHandler
    void forget() {
        jdbc.sql("delete from views.box").update();
    }

    int things(String box) {
        return jdbc.sql("select things from views.box where box = :box")
                .param("box", box)
                .query(Integer.class)
                .single();
    }
}
