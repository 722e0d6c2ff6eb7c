package vn.caunoi.core.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text of an append of this shape; the same shape is the same text, which the database has planned already. Rows of
 * several streams come as arrays: any number of them is one shape, where written out hardly any shape came twice.
 *
 * @param sizes events of each of its inserts; empty when all come as arrays
 * @param keys inserted into the vault
 * @param ends streams that go on
 * @param ids whether there are identifiers that are not derived
 * @param lock whether the lock of a stream is taken
 * @param fails whether the transaction fails when a stream does not end as was thought; else nothing is inserted
 * @param commit whether the commit follows
 * @param told whether it answers which positions were drawn
 */
record AppendSql(
        List<Integer> sizes,
        int keys,
        int ends,
        boolean ids,
        boolean lock,
        boolean fails,
        boolean commit,
        boolean told) {

    private static final Map<AppendSql, String> TEXTS = new ConcurrentHashMap<>();

    private static final String KEYS = "with fresh as (insert into vault.key (id, wrapped) values %s) ";
    private static final String ROW = "(?::bigint, ?::int, ?::int, ?::uuid, ?::bytea, ?::text, ?::text)";
    private static final String INSERT = """
            insert into ledger.event (position, recorded, seq, name, stream, hash, metadata, body)
            select nextval('ledger.event_position'), timestamptz 'epoch' + draft.recorded * interval '1 microsecond',
                   draft.seq, draft.name, draft.stream, draft.hash, draft.metadata, draft.body
            from (values %s) as draft (recorded, seq, name, stream, hash, metadata, body)""";
    private static final String INSERT_ARRAYS = """
            insert into ledger.event (position, recorded, seq, name, stream, hash, metadata, body)
            select nextval('ledger.event_position'), timestamptz 'epoch' + draft.recorded * interval '1 microsecond',
                   draft.seq, draft.name, draft.stream, draft.hash, draft.metadata, draft.body
            from unnest(?::bigint[], ?::int[], ?::int[], ?::uuid[], ?::bytea[], ?::text[], ?::text[])
                 as draft (recorded, seq, name, stream, hash, metadata, body) where """;
    private static final String ALL_END_THERE = """
            not exists (select from unnest(?::uuid[], ?::int[], ?::bytea[]) as thought (stream, seq, hash)
                        where (select event.hash from ledger.event
                               where event.stream = thought.stream and event.seq = thought.seq)
                              is distinct from thought.hash)""";
    private static final String LOCKED = "pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String ANNOUNCED = "(" + Horizon.ANNOUNCE + ")::text is not null";
    private static final String ENDS_THERE =
            "(select hash from ledger.event where stream = ? and seq = ?) is not distinct from ?::bytea";
    private static final String FIRST_IS_IN =
            " where exists (select from ledger.event where stream = ? and seq = ? and hash = ?)";
    private static final String IDS = "insert into ledger.given_id select unnest(?::text[])" + FIRST_IS_IN;

    private static final String DRAWN = " returning position, stream, seq";

    String text() {
        return TEXTS.computeIfAbsent(this, AppendSql::made);
    }

    private String made() {
        List<String> statements = new ArrayList<>();
        String drawn = told ? DRAWN : "";
        if (sizes.isEmpty()) statements.add(keysFirst() + INSERT_ARRAYS + checks() + drawn);
        for (int size : sizes) {
            String insert = INSERT.formatted(repeated(size, ROW, ","));
            String where = statements.isEmpty() ? " where " + checks() : FIRST_IS_IN;
            statements.add((statements.isEmpty() ? keysFirst() : "") + insert + where + drawn);
        }
        if (ids) statements.add(IDS);
        if (commit) statements.add("commit");
        return String.join("; ", statements);
    }

    private String keysFirst() {
        return keys == 0 ? "" : KEYS.formatted(repeated(keys, "(?::uuid, ?::bytea)", ","));
    }

    /**
     * The lock of the stream is not waited for: it is taken by who has loaded the aggregate already, which others in
     * this program load only after they got that lock.
     */
    private String checks() {
        String there = sizes.isEmpty() ? ALL_END_THERE : ends == 0 ? "true" : repeated(ends, ENDS_THERE, " and ");
        String otherwise = fails ? "ledger.lost_race()" : "false";
        String checked =
                "case when %s then case when %s then true else %s end end".formatted(ANNOUNCED, there, otherwise);
        return "(select "
                + (lock ? "case when " + LOCKED + " then " + checked + " else " + otherwise + " end" : checked)
                + ")";
    }

    private static String repeated(int times, String part, String between) {
        return String.join(between, Collections.nCopies(times, part));
    }
}
