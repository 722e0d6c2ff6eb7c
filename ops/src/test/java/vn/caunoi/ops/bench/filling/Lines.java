package vn.caunoi.ops.bench.filling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.ops.bench.WrongResult;
import vn.caunoi.ops.bench.filling.CaseRows.Column;
import vn.caunoi.ops.bench.filling.Cloning.Table;

/** Writes the rows of copies in one table, in the text format of COPY. */
final class Lines {
    private static final long MICROS_BETWEEN_COPIES = 2_000;
    private static final byte[] NULL = "\\N".getBytes(StandardCharsets.US_ASCII);

    private final Table table;
    private final List<Column> columns;
    private final OwnIds own;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** One value in copy {@code n}. */
    private interface Cell {
        void copy(long n, byte[][] ids, Bytes to);
    }

    /** What the hash of an event covers. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Event(Text stream, int sequence, byte[] called, long recorded, Text body, Text metadata) {}

    Lines(JdbcTemplate jdbc, CaseRows rows, OwnIds own, Map<String, Long> places) {
        this.table = rows.table();
        this.columns = rows.columns();
        this.own = own;
        Places numbers = new Places(jdbc, table, rows.all().size(), places);
        for (int n = 0; n < rows.all().size(); n++) {
            Map<String, Object> row = rows.all().get(n);
            int place = n;
            this.rows.add(columns.stream()
                    .map(column -> cell(column, row.get(column.name()), numbers, place))
                    .toList());
            if (isRecord()) events.add(event(jdbc, row));
        }
    }

    private boolean isRecord() {
        return table.toString().equals("ledger.event");
    }

    Table table() {
        return table;
    }

    List<String> columns() {
        return columns.stream().map(column -> '"' + column.name() + '"').toList();
    }

    /** Statements after which the table counts on from the last copy. */
    List<String> countingOn() {
        return columns.stream()
                .filter(Column::numbered)
                .map(column -> "select setval(pg_get_serial_sequence('%1$s', '%2$s'), max(\"%2$s\")) from %1$s"
                        .formatted(table, column.name()))
                .toList();
    }

    private Cell cell(Column column, @Nullable Object value, Places places, int row) {
        if (value == null) return (n, ids, to) -> to.put(NULL);
        String text = String.valueOf(value);
        Places.@Nullable Place place = places.of(column, text, row);
        if (place != null) return (n, ids, to) -> to.put(Long.toString(place.ofCopy(n)));
        boolean due = column.name().contains("due") || column.name().contains("next");
        if (column.isTime() && !due && !text.endsWith("infinity")) {
            long micros = micros(text);
            return (n, ids, to) -> to.put(time(micros, n).toString());
        }
        Text words = new Text(text, column.type().equals("bytea"), own);
        return (n, ids, to) -> words.copy(ids, to);
    }

    private static Instant time(long micros, long n) {
        return Instant.EPOCH.plus(micros - n * MICROS_BETWEEN_COPIES, ChronoUnit.MICROS);
    }

    /** The session's zone is UTC. */
    private static long micros(String time) {
        String in = time.replace(' ', 'T').replaceAll("[+]00(:00)?$", "") + "Z";
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(in));
    }

    private Event event(JdbcTemplate jdbc, Map<String, Object> row) {
        Map<String, Object> name = jdbc.queryForMap(
                "select name, revision from ledger.event_name where id = ?",
                Integer.valueOf(String.valueOf(row.get("name"))));
        Bytes called = new Bytes();
        framed(called, (String) name.get("name"));
        framed(called, (String) name.get("revision"));
        WrongResult.unless(
                own.numberOf(String.valueOf(row.get("stream"))) >= 0, "an event of another stream tells of the case");
        return new Event(
                new Text(String.valueOf(row.get("stream")), false, own),
                Integer.parseInt(String.valueOf(row.get("seq"))),
                called.toArray(),
                micros(String.valueOf(row.get("recorded"))),
                new Text(String.valueOf(row.get("body")), false, own),
                new Text(String.valueOf(row.get("metadata")), false, own));
    }

    private static void framed(Bytes to, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        to.put(ByteBuffer.allocate(4).putInt(text == null ? -1 : bytes.length).array());
        to.put(bytes);
    }

    /** All rows of copy {@code n}. */
    void copy(long n, Chain chain, Bytes to) {
        byte[][] ids = own.ofCopy(n);
        if (isRecord()) chain.begin(events.getFirst().stream.plain(ids));
        for (int row = 0; row < rows.size(); row++) {
            byte @Nullable [] hash = isRecord() ? linked(events.get(row), n, ids, chain) : null;
            for (int at = 0; at < columns.size(); at++) {
                if (at > 0) to.put('\t');
                if (hash != null && columns.get(at).name().equals("hash"))
                    to.put("\\\\x" + HexFormat.of().formatHex(hash));
                else rows.get(row).get(at).copy(n, ids, to);
            }
            to.put('\n');
        }
    }

    private static byte[] linked(Event event, long n, byte[][] ids, Chain chain) {
        return chain.next(
                event.sequence,
                event.called,
                event.recorded - n * MICROS_BETWEEN_COPIES,
                event.body.plain(ids),
                event.metadata.plain(ids));
    }
}
