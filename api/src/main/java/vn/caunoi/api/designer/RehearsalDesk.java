package vn.caunoi.api.designer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.processes.driver.Rehearsal.Wanted;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.Rehearsing;
import vn.caunoi.projections.casefile.CaseFiles;

/**
 * Rehearses drafts with past cases. For designers, who see codes and steps but no case; what is about themselves is not
 * among them.
 */
@Component
public class RehearsalDesk {

    /** What one rehearsal takes when nothing is said, and at most. */
    private static final int USUAL = 1_000;

    private static final int MOST = 10_000;
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    private final Rehearsing rehearsing;
    private final Library library;
    private final CaseFiles cases;
    private final CurrentActor current;
    private final Clock clock;

    RehearsalDesk(Rehearsing rehearsing, Library library, CaseFiles cases, CurrentActor current, Clock clock) {
        this.rehearsing = rehearsing;
        this.library = library;
        this.cases = cases;
        this.current = current;
        this.clock = clock;
    }

    /**
     * @param from first day of receipt, all from the first when nothing is said
     * @param to last day of receipt, today when nothing is said
     * @param sample 1 to 10000 cases, 1000 when nothing is said
     */
    public Rehearsing.Outcome rehearse(
            String key, byte[] xml, @Nullable String from, @Nullable String to, @Nullable String sample) {
        Actor by = current.with(Role.DESIGNER);
        mustBeKnown(key);
        LocalDate first = Asked.day("from", from);
        LocalDate last = Asked.day("to", to);
        if (last == null) last = DueDate.dayOf(clock.instant());
        if (first == null) first = BEGINNING;
        if (first.isAfter(last)) throw Input.refusal("from", "out-of-bounds", "is after the end of the period");
        return rehearsing.rehearse(
                key,
                xml,
                new Wanted(
                        first.atStartOfDay(DueDate.ZONE).toInstant(),
                        last.plusDays(1).atStartOfDay(DueDate.ZONE).toInstant(),
                        most(sample),
                        cases.about(by.id())));
    }

    /** @return the diagram of a published version */
    public byte[] published(String key, int version) {
        current.with(Role.DESIGNER);
        return library.xml(key, version).orElseThrow(NotFound::new).getBytes(StandardCharsets.UTF_8);
    }

    /** Only a process that was ever published has cases. */
    public void mustBeKnown(String key) {
        current.with(Role.DESIGNER);
        if (key.indexOf('\0') >= 0 || library.newest(key).isEmpty()) throw new NotFound();
    }

    private static int most(@Nullable String sample) {
        if (sample == null || sample.isBlank()) return USUAL;
        try {
            int most = Integer.parseInt(sample.strip());
            if (most >= 1 && most <= MOST) return most;
        } catch (NumberFormatException e) {
            throw Input.refusal("sample", "malformed", "is not a number");
        }
        throw Input.refusal("sample", "out-of-bounds", "is between 1 and " + MOST);
    }
}
