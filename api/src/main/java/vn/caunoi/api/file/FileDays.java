package vn.caunoi.api.file;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.PetitionId;

/** When the documents of a case came in, by their ids; for whoever may read them. */
@Component
public class FileDays {

    private final JdbcClient jdbc;

    FileDays(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    public Map<String, Instant> of(PetitionId petition) {
        Map<String, Instant> days = new HashMap<>();
        jdbc.sql("select id::text as id, uploaded from vault.file where petition = ?")
                .param(petition.value())
                .query(row -> {
                    OffsetDateTime at = row.getObject("uploaded", OffsetDateTime.class);
                    days.put(row.getString("id"), at.toInstant());
                });
        return days;
    }
}
