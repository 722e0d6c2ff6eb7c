package vn.caunoi.processes.driver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.core.ledger.StreamLocks;
import vn.caunoi.core.ledger.StreamLocks.Look;
import vn.caunoi.processes.engine.state.CollectedStates;
import vn.caunoi.processes.engine.state.Instances;
import vn.caunoi.processes.engine.state.Moving;
import vn.caunoi.processes.engine.state.StoredState;
import vn.caunoi.processes.place.Places;
import vn.caunoi.processes.place.Together;
import vn.caunoi.processes.sweeper.DueDates;

/** What a unit of work keeps in memory of the petitions it moves: read in one round trip, written in one. */
final class Keeping {

    private final StreamLocks locks;
    private final Places places;
    private final DueDates due;
    private final Instances instances;
    private final Past past;
    private final JdbcTemplate jdbc;

    Keeping(StreamLocks locks, Places places, DueDates due, Instances instances, Past past, JdbcTemplate jdbc) {
        this.locks = locks;
        this.places = places;
        this.due = due;
        this.instances = instances;
        this.past = past;
        this.jdbc = jdbc;
    }

    /**
     * Begins to move petitions. All are locked at once and in order, before any is loaded, so that no two nodes wait in a
     * ring; where they stand is read in the same round trip.
     */
    Moving move(List<String> petitions) {
        Map<String, StoredState> states = new HashMap<>();
        List<Look> looks = new ArrayList<>(places.looks(petitions));
        looks.add(new Look(CollectedStates.OF_PETITIONS, row -> read(row, states)));
        locks.take(petitions, looks);
        places.looked();
        past.expect(petitions);
        return instances.open(places.instances(), states);
    }

    private static void read(ResultSet row, Map<String, StoredState> into) throws SQLException {
        StoredState state = new StoredState(row.getString(1), row.getInt(2), row.getBytes(3));
        into.put(state.instance(), state);
    }

    /** Begins to move what runs of the petitions that were read. */
    Moving move() {
        return instances.open(places.instances());
    }

    /** What was moved, in one round trip. */
    void write(Moving moving) {
        Together together = new Together();
        places.write(together);
        due.write(together);
        moving.flush(new CollectedStates(together::addChanging));
        together.run(jdbc);
    }

    /** Only where this one stands; what it is due has to be recorded also when it cannot be moved. */
    void write(String petition) {
        Together together = new Together();
        places.write(petition, together);
        together.run(jdbc);
    }

    void forget(String petition) {
        places.forget(petition);
        Definitions.forget();
    }
}
