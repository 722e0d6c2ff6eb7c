package vn.caunoi.ops.server;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.ledger.LedgerIntegrity;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.projections.incidents.Incidents;

/** {@code doctor}: looks over the installation and says what is wrong with it; exit status 1 when something is. */
@Component
class DoctorConsole implements ConsoleCommand {
    private final JdbcClient database;
    private final Progress progress;
    private final Incidents incidents;
    private final LedgerIntegrity integrity;
    private final WorkingCalendar calendar;
    private final BusinessClock clock;

    DoctorConsole(
            JdbcClient database,
            Progress progress,
            Incidents incidents,
            LedgerIntegrity integrity,
            WorkingCalendar calendar,
            BusinessClock clock) {
        this.database = database;
        this.progress = progress;
        this.incidents = incidents;
        this.integrity = integrity;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        Findings findings = new Findings(out);
        findings.tell(setting("fsync").equals("on"), "fsync is " + setting("fsync"));
        String commit = setting("synchronous_commit");
        findings.tell(!commit.equals("off"), "synchronous_commit is " + commit);
        findings.tell(
                Integer.parseInt(setting("server_version_num")) >= 150000, "PostgreSQL " + setting("server_version"));
        for (Map.Entry<String, Long> lag : new TreeMap<>(progress.lag()).entrySet())
            findings.tell(
                    lag.getValue() < 500, "processor " + lag.getKey() + " is " + lag.getValue() + " events behind");
        long stuck = incidents.count();
        findings.tell(stuck == 0, stuck + " open incidents");
        record(findings);
        boolean known = calendar.covers(clock.today().plusDays(90));
        findings.tell(known, "the holidays of the next 90 days are " + (known ? "" : "NOT ") + "in the calendar");
        return findings.bad ? 1 : 0;
    }

    private void record(Findings findings) {
        LedgerIntegrity.Finding found = integrity.check();
        findings.tell(found.breaks().isEmpty(), found.events() + " events, each tied to the one before by its hash");
        found.breaks()
                .forEach(broken -> findings.tell(
                        false,
                        "event " + broken.sequence() + " of " + broken.stream() + ": "
                                + broken.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private String setting(String name) {
        return database.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static final class Findings {
        private final PrintWriter out;
        private boolean bad;

        Findings(PrintWriter out) {
            this.out = out;
        }

        void tell(boolean good, String what) {
            out.println((good ? "ok    " : "WRONG ") + what);
            bad |= !good;
        }
    }
}
