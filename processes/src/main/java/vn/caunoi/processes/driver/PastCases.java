package vn.caunoi.processes.driver;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which petitions there were. */
final class PastCases {

    private final JdbcClient jdbc;

    PastCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many were received from one moment to before another. */
    int count(Instant from, Instant to) {
        return jdbc.sql("""
                        select count(*) from ledger.readable_event
                        where sequence = 0 and name = 'petition.received' and recorded >= :from and recorded < :to""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** A page of those received from one moment to before another, in an order that has nothing to do with what they are. */
    List<String> after(String last, Instant from, Instant to, int most) {
        return jdbc.sql("""
                        select stream from ledger.readable_event
                        where sequence = 0 and name = 'petition.received' and recorded >= :from and recorded < :to
                          and (:last = '' or (md5(stream), stream) > (md5(:last), :last))
                        order by md5(stream), stream limit :most""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("last", last)
                .param("most", most)
                .query(String.class)
                .list();
    }
}
