package vn.caunoi.api.proof;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.changes.Changes;

/** What became of accounts, as their table wrote it down. */
@Component
class AccountChanges {

    /** First part of the ids of its rows in the log. */
    static final String PREFIX = "ACCOUNT:";

    private final JdbcClient jdbc;

    AccountChanges(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /**
     * @param what {@code opened}, {@code password}, {@code closed} or {@code enabled}
     * @param by null when it was done on the command line
     */
    record Row(
            String id,
            String account,
            Instant at,
            String what,
            @Nullable String by) {}

    /** The newest first: up to so many that come after a place in the list. */
    List<Row> newest(Changes.Filter filter, Cursor after, int limit) {
        return jdbc.sql("""
                        select * from (select 'ACCOUNT:' || lpad(no::text, 12, '0') collate "C" as id, c.*
                          from vault.account_change c
                         where c.at <= :at and c.at >= :from and c.at < :to""" + (filter.by() == null ? "" : " and c.by = :by") + """
                        ) as one where (one.at, one.id) < (:at, :id) order by one.at desc, one.id desc limit :limit""")
                .params(filter.by() == null ? Map.of() : Map.of("by", filter.by()))
                .param("at", time(after.at()))
                .param("id", after.id())
                .param("from", time(filter.from() == null ? Instant.MIN : filter.from()))
                .param("to", time(filter.to() == null ? Instant.MAX : filter.to()))
                .param("limit", limit)
                .query(AccountChanges::row)
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("account"),
                Objects.requireNonNull(time(row, "at")),
                row.getString("what"),
                row.getString("by"));
    }
}
