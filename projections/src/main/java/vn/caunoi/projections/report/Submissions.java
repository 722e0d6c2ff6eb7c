package vn.caunoi.projections.report;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.report.Figure;
import vn.caunoi.core.report.Listed;
import vn.caunoi.core.report.ReportEvent;
import vn.caunoi.core.report.ReportEvent.ReportRecalled;
import vn.caunoi.core.report.ReportEvent.ReportSubmitted;
import vn.caunoi.core.report.ReportId;
import vn.caunoi.core.report.ReportPeriod;
import vn.caunoi.core.report.Term;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** Reports as they were submitted, and which units have submitted theirs. */
@Component
@ProcessingGroup(Submissions.GROUP)
public class Submissions implements ReadModel {
    static final String GROUP = "report_submissions";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEAD = """
            select report, time, unit, whole, year, term, first, last, edition, units, figures, '[]' as cases, sha256,
                   submitted, by, reason, recalled, recaller, recall
              from views.report_submission""";

    private final JdbcClient jdbc;
    private final Batch batch;

    public Submissions(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = new Batch(this, jdbc);
    }

    /** All submissions of a report, the last first; without their cases. */
    public List<Submission> of(ReportId report) {
        return jdbc.sql(HEAD + " where report = :report order by time desc")
                .param("report", report.value())
                .query(Submissions::read)
                .list();
    }

    /** One with its cases. */
    public Optional<Submission> find(ReportId report, int time) {
        return jdbc.sql("select * from views.report_submission where report = :report and time = :time")
                .param("report", report.value())
                .param("time", time)
                .query(Submissions::read)
                .optional();
    }

    /** The last submissions of a period by these units, by unit; without their cases. */
    public List<Submission> last(int year, Term term, Collection<UnitId> units) {
        return jdbc.sql(HEAD + " s " + """
                         where year = :year and term = :term and unit = any(:units)
                           and time = (select max(l.time) from views.report_submission l where l.report = s.report)
                         order by unit, whole""")
                .param("year", year)
                .param("term", term.name())
                .param("units", units.stream().map(UnitId::value).toArray(String[]::new))
                .query(Submissions::read)
                .list();
    }

    private static Submission read(ResultSet row, int number) throws SQLException {
        Instant recalled = time(row, "recalled");
        return new Submission(
                new ReportId(row.getString("report")),
                row.getInt("time"),
                new UnitId(row.getString("unit")),
                row.getBoolean("whole"),
                new ReportPeriod(
                        row.getInt("year"),
                        Term.valueOf(row.getString("term")),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        false),
                row.getString("edition"),
                Set.copyOf(JSON.readValue(row.getString("units"), new TypeReference<List<UnitId>>() {})),
                JSON.readValue(row.getString("figures"), new TypeReference<List<Figure>>() {}),
                JSON.readValue(row.getString("cases"), new TypeReference<List<Listed>>() {}),
                row.getString("sha256"),
                Objects.requireNonNull(time(row, "submitted")),
                new OfficerId(row.getString("by")),
                row.getString("reason"),
                recalled == null
                        ? null
                        : new Submission.Recall(
                                recalled, new OfficerId(row.getString("recaller")), row.getString("recall")));
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("report_submission");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(ReportEvent.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new Written(tables);
    }

    @EventHandler
    void on(ReportEvent event, EventMessage<?> message) {
        batch.take(message);
    }

    /** Reports are few: each event is written at once. */
    private record Written(Tables tables) implements Filling {
        @Override
        public void take(Happened<?> recorded) {
            if (!(recorded.event() instanceof ReportEvent event)) return;
            switch (event) {
                case ReportSubmitted e -> submitted(e, recorded.at());
                case ReportRecalled e ->
                    tables.update(
                            "update views.report_submission set recalled = ?, recaller = ?, recall = ?"
                                    + " where report = ? and time = ?",
                            time(recorded.at()),
                            e.by().value(),
                            e.reason(),
                            e.report().value(),
                            e.time());
            }
        }

        private void submitted(ReportSubmitted e, Instant at) {
            @Nullable Object[] values = {
                e.report().value(),
                e.time(),
                e.unit().value(),
                e.whole(),
                e.year(),
                e.term().name(),
                e.from(),
                e.last(),
                e.edition(),
                JSON.writeValueAsString(e.units()),
                JSON.writeValueAsString(e.figures()),
                JSON.writeValueAsString(e.cases()),
                e.sha256(),
                time(at),
                e.by().value(),
                e.reason()
            };
            tables.update("""
                    insert into views.report_submission (report, time, unit, whole, year, term, first, last, edition,
                        units, figures, cases, sha256, submitted, by, reason)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
                    on conflict (report, time) do nothing""", values);
        }

        @Override
        public void flush() {}
    }
}
