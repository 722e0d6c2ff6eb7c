package vn.caunoi.projections.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.OfficerId;

/** Who is away and who stands in for them, as the read model of the directory keeps it. */
@Component
public class Absences {
    private final JdbcClient jdbc;

    Absences(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** Which of these officers are away on that day. */
    public Map<OfficerId, Absence> away(Collection<OfficerId> officers, LocalDate on) {
        return jdbc
                .sql("""
                        select * from views.absence where officer = any(:officers)
                         and since <= :on and (until is null or until >= :on)""")
                .param("officers", officers.stream().map(OfficerId::value).toArray(String[]::new))
                .param("on", on)
                .query(Absences::absence)
                .list()
                .stream()
                .collect(Collectors.toMap(Absence::officer, Function.identity()));
    }

    /** Absences of these officers that have not passed, the first first. */
    public Map<OfficerId, List<Absence>> absencesOf(Collection<OfficerId> officers, LocalDate from) {
        return jdbc
                .sql("""
                        select * from views.absence
                         where officer = any(:officers) and (until is null or until >= :from) order by since""")
                .param("officers", officers.stream().map(OfficerId::value).toArray(String[]::new))
                .param("from", from)
                .query(Absences::absence)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Absence::officer));
    }

    /** Whom somebody stands in for on that day. */
    public List<Absence> standsInFor(OfficerId deputy, LocalDate on) {
        return jdbc.sql("""
                        select * from views.absence where deputy = :deputy
                         and since <= :on and (until is null or until >= :on) order by officer""")
                .param("deputy", deputy.value())
                .param("on", on)
                .query(Absences::absence)
                .list();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        String deputy = row.getString("deputy");
        return new Absence(
                new OfficerId(row.getString("officer")),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                deputy == null ? null : new OfficerId(deputy));
    }
}
