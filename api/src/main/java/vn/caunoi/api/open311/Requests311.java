package vn.caunoi.api.open311;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.PetitionId;

/** The table of requests that came by Open311. */
@Component
class Requests311 {

    static final int MOST = 1000;

    private final JdbcClient jdbc;

    Requests311(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /**
     * @param id by which it is known outside; tells nothing of the petition's code
     * @param latitude rounded, null where only an address was told
     */
    record Row(
            String id,
            String code,
            PetitionId petition,
            String service,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            Instant requestedAt) {}

    void insert(Row row) {
        jdbc.sql("""
                        insert into vault.open311_request (id, code, petition, service_code, latitude, longitude, requested_at)
                        values (:id, :code, :petition, :service, :latitude, :longitude, :at)""")
                .param("id", row.id())
                .param("code", row.code())
                .param("petition", row.petition().value())
                .param("service", row.service())
                .param("latitude", row.latitude())
                .param("longitude", row.longitude())
                .param("at", OffsetDateTime.ofInstant(row.requestedAt(), ZoneOffset.UTC))
                .update();
    }

    /** By their ids, and by their codes those that were known by them before they had ids. */
    List<Row> of(Collection<String> ids, Collection<String> codes) {
        return jdbc.sql("""
                        select * from vault.open311_request where id = any(:ids) or known_by_code and code = any(:codes)
                         order by requested_at desc, id""")
                .param("ids", ids.toArray(String[]::new))
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> row(row))
                .list();
    }

    /** The newest first. */
    List<Row> between(Instant from, Instant to, Collection<String> services) {
        return jdbc.sql("""
                        select * from vault.open311_request
                         where requested_at between :from and :to and (cardinality(:services) = 0 or service_code = any(:services))
                         order by requested_at desc, id limit :most""")
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
                .param("services", services.toArray(String[]::new))
                .param("most", MOST)
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("code"),
                new PetitionId(row.getString("petition")),
                row.getString("service_code"),
                row.getBigDecimal("latitude"),
                row.getBigDecimal("longitude"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }
}
