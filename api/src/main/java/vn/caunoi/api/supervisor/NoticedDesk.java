package vn.caunoi.api.supervisor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.oversight.OverdueChecks;
import vn.caunoi.projections.oversight.OverdueChecks.Checked;
import vn.caunoi.projections.oversight.Oversight;

/** Whether every overdue case was brought before somebody: of those a supervisor sees, now; of all, at the last check. */
@Component
public class NoticedDesk {

    /** What passed just now may still be on its way. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private static final int MOST = 20;

    /**
     * @param checkedAt when all were last checked, by the business clock; null before the first check
     * @param overdue open cases past a limit, of those somebody sees
     * @param unnoticed those of them that rose to nobody
     * @param cases the first of those
     */
    public record Noticed(@Nullable Instant checkedAt, long overdue, long unnoticed, List<Oversight.Case> cases) {}

    private final Oversight oversight;
    private final OverdueChecks checks;
    private final Clock clock;

    NoticedDesk(Oversight oversight, OverdueChecks checks, Clock clock) {
        this.oversight = oversight;
        this.checks = checks;
        this.clock = clock;
    }

    public Noticed of(Visibility sight) {
        Instant before = clock.instant().minus(GRACE);
        Oversight.Noticing now = oversight.noticing(sight, before);
        List<Oversight.Case> cases = now.unnoticed() == 0
                ? List.of()
                : oversight.unnoticed(sight, before, null, MOST).items();
        return new Noticed(checks.last().map(Checked::at).orElse(null), now.overdue(), now.unnoticed(), cases);
    }
}
