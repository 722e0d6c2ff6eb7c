package vn.caunoi.core.ledger;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follows each opened box by putting a label in, and notes the transaction it did that in. */
@TestComponent
@ProcessingGroup("box-driver")
class BoxDriver {

    private final Commands commands;
    private final JdbcClient jdbc;

    BoxDriver(Commands commands, JdbcClient jdbc) {
        this.commands = commands;
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists views.driven (box text primary key, xid text not null)")
                .update();
    }

    @EventHandler
    void on(Box.Opened event) {
        jdbc.sql("insert into views.driven (box, xid) values (:box, pg_current_xact_id()::text)")
                .param("box", event.box())
                .update();
        commands.send(new Box.PutIn(event.box(), "label"), "system:box-driver");
    }
}
