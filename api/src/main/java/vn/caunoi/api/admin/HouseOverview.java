package vn.caunoi.api.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.caunoi.api.proof.IntegrityDesk;
import vn.caunoi.api.security.AdminAccounts;
import vn.caunoi.api.timekeeping.TimekeepingDesk;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.DeadLetters;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.incidents.Incidents;
import vn.caunoi.projections.message.Messages;
import vn.caunoi.projections.timekeeping.TimeChanges;

/** What an administrator should look at today, and how large the house is. */
@Component
public class HouseOverview {

    private static final int MONTHS_AHEAD = 2;
    private static final int CHANGES = 100;

    private final Incidents incidents;
    private final DeadLetters letters;
    private final Messages messages;
    private final AdminAccounts accounts;
    private final Directory directory;
    private final IntegrityDesk integrity;
    private final TimekeepingDesk time;

    HouseOverview(
            Incidents incidents,
            DeadLetters letters,
            Messages messages,
            AdminAccounts accounts,
            Directory directory,
            IntegrityDesk integrity,
            TimekeepingDesk time) {
        this.incidents = incidents;
        this.letters = letters;
        this.messages = messages;
        this.accounts = accounts;
        this.directory = directory;
        this.integrity = integrity;
        this.time = time;
    }

    /** A kind of thing that wants an administrator, the gravest first, and the page where it is dealt with. */
    public enum Concern {
        RECORD_BROKEN("/audit/integrity"),
        INCIDENTS("/admin/incidents"),
        SET_ASIDE("/admin/processors"),
        MESSAGES_FAILED("/messages?state=FAILED"),
        CHANGES_TO_CONFIRM("/processes/changes"),
        HOLIDAYS_UNKNOWN("/processes/calendar"),
        UNITS_WITHOUT_OFFICER("/admin/units"),
        ACCOUNTS_WITHOUT_APPOINTMENT("/admin/accounts");

        private final String page;

        Concern(String page) {
            this.page = page;
        }

        public String page() {
            return page;
        }
    }

    /** @param count how many; one where it is or is not */
    public record Finding(Concern concern, long count) {}

    /** How many there are of what an administrator keeps. */
    public record Size(long units, long officers, long accounts) {}

    /** Only what wants somebody, the gravest first; empty on a good day. */
    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        for (Concern concern : Concern.values()) {
            long count = count(concern);
            if (count > 0) found.add(new Finding(concern, count));
        }
        return found;
    }

    public Size size() {
        return new Size(
                directory.units().size(),
                directory.officers().size(),
                accounts.all().stream().filter(AdminAccounts.Listed::open).count());
    }

    private long count(Concern concern) {
        return switch (concern) {
            case RECORD_BROKEN -> broken();
            case INCIDENTS -> incidents.count();
            case SET_ASIDE ->
                letters.waiting().values().stream().mapToLong(Long::longValue).sum();
            case MESSAGES_FAILED -> messages.failed();
            case CHANGES_TO_CONFIRM -> toConfirm();
            case HOLIDAYS_UNKNOWN -> time.calendar().covers(time.today().plusMonths(MONTHS_AHEAD)) ? 0 : 1;
            case UNITS_WITHOUT_OFFICER -> withoutOfficer();
            case ACCOUNTS_WITHOUT_APPOINTMENT -> withoutAppointment();
        };
    }

    /** Breaks of the last check that came to its end. */
    private long broken() {
        return integrity.last(1).stream()
                .mapToLong(check -> check.breaks().size())
                .sum();
    }

    private long toConfirm() {
        return time.newest(Integer.MAX_VALUE, CHANGES).stream()
                .filter(change -> change.state() == TimeChanges.State.PROPOSED)
                .count();
    }

    private long withoutOfficer() {
        Set<UnitId> staffed =
                directory.officers().stream().map(Directory.Officer::unit).collect(Collectors.toSet());
        return directory.units().stream()
                .filter(unit -> !staffed.contains(unit.id()))
                .count();
    }

    private long withoutAppointment() {
        Set<OfficerId> appointed =
                directory.officers().stream().map(Directory.Officer::id).collect(Collectors.toSet());
        return accounts.all().stream()
                .filter(account -> account.open() && !appointed.contains(new OfficerId(account.name())))
                .count();
    }
}
