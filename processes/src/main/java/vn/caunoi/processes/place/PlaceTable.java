package vn.caunoi.processes.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import vn.caunoi.processes.place.Places.Running;

/** The places as they are stored: a row for each petition, and one for each running process, which is asked by version. */
final class PlaceTable {

    static final String PLACES = "select petition, parked, state from engine.place where petition = any(?)";
    static final String RUNNING =
            "select petition, process, version, instance, since from engine.running where petition = any(?)";

    private static final String PAGE = """
            select petition, process, version, instance, since from engine.running
            where process = ? and version = ? and petition > ? order by petition limit ?""";

    private static final String WRITE = """
            insert into engine.place (petition, parked, state) select * from unnest(?::text[], ?::bigint[], ?::text[])
            on conflict (petition) do update set parked = excluded.parked, state = excluded.state""";
    private static final String ENDED = """
            delete from engine.running using unnest(?::text[], ?::text[]) as ended (petition, process)
            where running.petition = ended.petition and running.process = ended.process""";
    private static final String RUNS = """
            insert into engine.running (petition, process, version, instance, since)
            select * from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::bigint[])
            on conflict (petition, process) do update
              set version = excluded.version, instance = excluded.instance, since = excluded.since""";

    private record OfPetition(String petition, Running running) {}

    private final JdbcTemplate jdbc;

    PlaceTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Place read(String petition) {
        Map<String, Place> found = new LinkedHashMap<>();
        RowCallbackHandler place = row -> place(row, found);
        RowCallbackHandler running = row -> running(row, found);
        Object wanted = new String[] {petition};
        jdbc.query(PLACES, place, wanted);
        jdbc.query(RUNNING, running, wanted);
        Place read = found.getOrDefault(petition, new Place());
        read.stored();
        return read;
    }

    static void place(ResultSet row, Map<String, Place> into) throws SQLException {
        Place place = into.computeIfAbsent(row.getString("petition"), none -> new Place());
        long parked = row.getLong("parked");
        place.parked = row.wasNull() ? null : parked;
        PlaceText.read(row.getString("state"), place);
    }

    static void running(ResultSet row, Map<String, Place> into) throws SQLException {
        Running running = running(row);
        into.computeIfAbsent(row.getString("petition"), none -> new Place())
                .running
                .put(running.process(), running);
    }

    private static Running running(ResultSet row) throws SQLException {
        return new Running(
                row.getString("process"), row.getInt("version"), row.getString("instance"), row.getLong("since"));
    }

    /** A page of those that run on a version, by petition, after the one given. */
    Map<String, Running> on(String process, int version, String after, int most) {
        Map<String, Running> page = new LinkedHashMap<>();
        RowCallbackHandler take = row -> page.put(row.getString("petition"), running(row));
        jdbc.query(PAGE, take, process, version, after, most);
        return page;
    }

    int count(String process, int version) {
        Integer count = jdbc.queryForObject(
                "select count(*) from engine.running where process = ? and version = ?",
                Integer.class,
                process,
                version);
        return count == null ? 0 : count;
    }

    /** Of these, what has changed since it was read or written. */
    void write(Map<String, Place> places, Together together) {
        Map<String, Place> changed = new LinkedHashMap<>(places);
        changed.values().removeIf(place -> !place.isChanged());
        if (changed.isEmpty()) return;
        together.add(
                WRITE,
                changed.keySet().toArray(String[]::new),
                changed.values().stream().map(place -> place.parked).toArray(Long[]::new),
                changed.values().stream().map(PlaceText::of).toArray(String[]::new));
        writeRunning(changed, together);
        changed.values().forEach(Place::stored);
    }

    private static void writeRunning(Map<String, Place> changed, Together together) {
        List<OfPetition> ended = new ArrayList<>();
        List<OfPetition> runs = new ArrayList<>();
        changed.forEach((petition, place) -> {
            place.ended().forEach(running -> ended.add(new OfPetition(petition, running)));
            place.begun().forEach(running -> runs.add(new OfPetition(petition, running)));
        });
        if (!ended.isEmpty()) {
            together.add(ENDED, texts(ended, OfPetition::petition), texts(ended, of -> of.running()
                    .process()));
        }
        if (!runs.isEmpty()) {
            together.add(
                    RUNS,
                    texts(runs, OfPetition::petition),
                    texts(runs, of -> of.running().process()),
                    runs.stream().map(of -> of.running().version()).toArray(Integer[]::new),
                    texts(runs, of -> of.running().instance()),
                    runs.stream().map(of -> of.running().since()).toArray(Long[]::new));
        }
    }

    private static String[] texts(List<OfPetition> of, Function<OfPetition, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }
}
