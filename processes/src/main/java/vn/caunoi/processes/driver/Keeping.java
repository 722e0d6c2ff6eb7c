package vn.caunoi.processes.driver;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.ledger.StreamLocks;
import vn.caunoi.processes.engine.state.Instances;
import vn.caunoi.processes.engine.state.Moving;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Together;
import vn.caunoi.processes.sweeper.DueDates;

/** What a unit of work keeps in memory of the petitions it moves: read in one round trip, written in one. */
final class Keeping {

    private final StreamLocks locks;
    private final Places places;
    private final DueDates due;
    private final Instances instances;
    private final JdbcTemplate jdbc;

    Keeping(StreamLocks locks, Places places, DueDates due, Instances instances, JdbcTemplate jdbc) {
        this.locks = locks;
        this.places = places;
        this.due = due;
        this.instances = instances;
        this.jdbc = jdbc;
    }

    /** All at once and in order, before any is loaded, so that no two nodes wait in a ring. */
    void lockAndRead(List<String> petitions) {
        locks.take(petitions, places.looks(petitions));
        places.looked();
    }

    /** Begins to move what runs of the petitions that were read. */
    Moving move() {
        return instances.open(places.instances());
    }

    void write() {
        Together together = new Together();
        places.write(together);
        due.write(together);
        together.run(jdbc);
    }

    /** Only where this one stands; what it is due has to be recorded also when it cannot be moved. */
    void write(String petition) {
        Together together = new Together();
        places.write(petition, together);
        together.run(jdbc);
    }

    /** All that was not written, and what was rolled back. */
    void forget() {
        places.forgetAll();
        due.forget();
        Definitions.forget();
    }

    void forget(String petition) {
        places.forget(petition);
        Definitions.forget();
    }
}
