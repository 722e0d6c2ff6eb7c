package vn.caunoi.api.designer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.processes.driver.Rehearsal;
import vn.caunoi.processes.driver.Rehearsal.Assumption;
import vn.caunoi.processes.driver.Rehearsal.Draft;
import vn.caunoi.processes.driver.Rehearsal.Wanted;
import vn.caunoi.processes.driver.Rehearsed;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.Problem;
import vn.caunoi.processes.studio.Rehearsing;
import vn.caunoi.projections.casefile.CaseFiles;

/**
 * Rehearses drafts with past cases, and proves that cases followed their models. For designers, who see codes and steps
 * but no case; what is about themselves is not among them. A rehearsal is there for whoever began it.
 */
@Component
public class RehearsalDesk {

    /** What one rehearsal takes when nothing is said, and at most while somebody waits for it, and in the background. */
    private static final int USUAL = 1_000;

    private static final int MOST_AT_ONCE = 10_000;
    private static final int MOST = 100_000;
    private static final int SHOWN = 20;
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    /** Each takes threads and connections of the node for as long as it lasts. */
    private final Semaphore atOnce = new Semaphore(1);

    private final Rehearsing rehearsing;
    private final Rehearsal rehearsal;
    private final RehearsalRuns runs;
    private final RehearsalRows rows;
    private final Library library;
    private final CaseFiles cases;
    private final CurrentActor current;
    private final Clock clock;

    RehearsalDesk(
            Rehearsing rehearsing,
            Rehearsal rehearsal,
            RehearsalRuns runs,
            RehearsalRows rows,
            Library library,
            CaseFiles cases,
            CurrentActor current,
            Clock clock) {
        this.rehearsing = rehearsing;
        this.rehearsal = rehearsal;
        this.runs = runs;
        this.rows = rows;
        this.library = library;
        this.cases = cases;
        this.current = current;
        this.clock = clock;
    }

    /** Which cases somebody wants, as typed. */
    public record Period(
            @Nullable String from,
            @Nullable String to,
            @Nullable String sample) {}

    /** What became of an attempt to begin. */
    public sealed interface Beginning {}

    public record Begun(RehearsalRun run) implements Beginning {}

    /** One of theirs is under way. */
    public record Busy(RehearsalRun run) implements Beginning {}

    /** @param problems at least one error, and the warnings */
    public record Refused(List<Problem> problems) implements Beginning {}

    /**
     * While the caller waits.
     *
     * @param period from the first and to the last day of receipt, all when nothing is said; 1 to 10000 cases, 1000 when
     *     nothing is said
     */
    public Rehearsing.Outcome rehearse(String key, byte[] xml, Period period) {
        OfficerId by = designer();
        mustBeKnown(key);
        Wanted wanted = wanted(asked(period, MOST_AT_ONCE, ProposedRules.NONE), by);
        if (!atOnce.tryAcquire()) throw Input.refusal("sample", "busy", "has to wait: others rehearse just now");
        try {
            return rehearsing.rehearse(key, xml, wanted);
        } finally {
            atOnce.release();
        }
    }

    /**
     * In the background.
     *
     * @param name what it is, in the words of whoever begins it
     * @param proposed limits and tables that come with it
     */
    public Beginning begin(String key, byte[] xml, String name, Period period, ProposedRules proposed) {
        OfficerId by = designer();
        mustBeKnown(key);
        RehearsalRun.Asked asked = asked(period, MOST, proposed);
        return switch (rehearsing.prepare(key, xml, proposed)) {
            case Rehearsing.Refused refused -> new Refused(refused.problems());
            case Rehearsing.Ready ready -> begun(runs.rehearse(name, ready.draft(), wanted(asked, by), asked, by), by);
        };
    }

    /** The same draft and cases once more, with what is to be assumed of steps that history does not know. */
    public Beginning again(RehearsalRun run, List<Assumption> assumptions) {
        OfficerId by = designer();
        RehearsalRun.Asked asked = new RehearsalRun.Asked(
                run.asked().from(),
                run.asked().to(),
                run.asked().most(),
                assumptions,
                run.asked().proposed());
        return begun(runs.rehearse(run.name(), draft(run), wanted(asked, by), asked, by), by);
    }

    /** Proves in the background that cases followed their models. */
    public Beginning prove(String name, Period period) {
        OfficerId by = designer();
        RehearsalRun.Asked asked = asked(period, MOST, ProposedRules.NONE);
        return begun(runs.prove(name, wanted(asked, by), asked, by), by);
    }

    private Beginning begun(Optional<String> id, OfficerId by) {
        if (id.isPresent())
            return new Begun(id.flatMap(one -> rows.find(one, by)).orElseThrow(NotFound::new));
        return new Busy(rows.underWay(by).orElseThrow(NotFound::new));
    }

    /** The newest of this process, or of the proofs. @param key null for proofs */
    public List<RehearsalRun> recent(@Nullable String key) {
        return rows.of(designer(), key, SHOWN);
    }

    /** @param key null for proofs */
    public RehearsalRun find(@Nullable String key, String id) {
        OfficerId by = designer();
        return rows.find(id.replace("\0", ""), by)
                .filter(run -> Objects.equals(key, run.process()))
                .orElseThrow(NotFound::new);
    }

    public void cancel(RehearsalRun run) {
        rows.cancel(run.id(), designer());
    }

    /**
     * @param way null for all, as is {@code parting}
     * @param after place of the last one before
     */
    public List<RehearsalCase> cases(
            RehearsalRun run, Rehearsal.@Nullable Way way, @Nullable Integer parting, int after, int most) {
        Set<PetitionId> aboutThem = cases.about(designer());
        return rows.cases(run.id(), aboutThem, way == null ? null : way.name(), parting, after, most);
    }

    /** A case of the list with its two courses, as they are by what is recorded now. */
    public record Seen(RehearsalCase listed, Rehearsed courses) {}

    public Seen one(RehearsalRun run, int place) {
        OfficerId by = designer();
        RehearsalCase listed = rows.one(run.id(), place).orElseThrow(NotFound::new);
        PetitionId petition = new PetitionId(listed.petition());
        if (cases.about(by).contains(petition)) throw new NotFound();
        return rehearsal
                .one(draft(run), petition, run.asked().assumptions())
                .map(courses -> new Seen(listed, courses))
                .orElseThrow(NotFound::new);
    }

    /** The steps of the draft of which something may be assumed: those that history does not know, and those already assumed. */
    public List<Rehearsing.Task> assumable(RehearsalRun run) {
        designer();
        if (run.xml() == null) return List.of();
        return rehearsing.tasks(run.xml().getBytes(StandardCharsets.UTF_8)).stream()
                .filter(task -> run.result().steps().containsKey(task.step())
                        || run.asked().assumptions().stream()
                                .anyMatch(one -> one.step().equals(task.step())))
                .toList();
    }

    /** The steps of the version published last: those that the record may know. */
    public List<Rehearsing.Task> published(RehearsalRun run) {
        designer();
        String key = run.process();
        return key == null
                ? List.of()
                : library.newest(key).stream()
                        .flatMap(model -> rehearsing.tasks(model.xml().getBytes(StandardCharsets.UTF_8)).stream())
                        .toList();
    }

    private Draft draft(RehearsalRun run) {
        byte[] xml = Optional.ofNullable(run.xml()).orElseThrow(NotFound::new).getBytes(StandardCharsets.UTF_8);
        String key = Optional.ofNullable(run.process()).orElseThrow(NotFound::new);
        return switch (rehearsing.prepare(key, xml, run.asked().rules())) {
            case Rehearsing.Ready ready -> ready.draft();
            case Rehearsing.Refused otherRulesMeanwhile -> throw new NotFound();
        };
    }

    private RehearsalRun.Asked asked(Period period, int most, ProposedRules proposed) {
        LocalDate first = Asked.day("from", period.from());
        LocalDate last = Asked.day("to", period.to());
        if (last == null) last = DueDate.dayOf(clock.instant());
        if (first != null && first.isAfter(last))
            throw Input.refusal("from", "out-of-bounds", "is after the end of the period");
        return new RehearsalRun.Asked(
                first, last, most(period.sample(), most), List.of(), proposed.isNone() ? null : proposed);
    }

    private Wanted wanted(RehearsalRun.Asked asked, OfficerId by) {
        LocalDate first = asked.from() == null ? BEGINNING : asked.from();
        return new Wanted(
                first.atStartOfDay(DueDate.ZONE).toInstant(),
                asked.to().plusDays(1).atStartOfDay(DueDate.ZONE).toInstant(),
                asked.most(),
                cases.about(by));
    }

    /** @return the diagram of a published version */
    public byte[] published(String key, int version) {
        designer();
        return library.xml(key, version).orElseThrow(NotFound::new).getBytes(StandardCharsets.UTF_8);
    }

    /** Only a process that was ever published has cases. */
    public void mustBeKnown(String key) {
        designer();
        if (key.indexOf('\0') >= 0 || library.newest(key).isEmpty()) throw new NotFound();
    }

    private OfficerId designer() {
        Actor by = current.with(Role.DESIGNER);
        return by.id();
    }

    private static int most(@Nullable String sample, int limit) {
        if (sample == null || sample.isBlank()) return USUAL;
        try {
            int most = Integer.parseInt(sample.strip());
            if (most >= 1 && most <= limit) return most;
        } catch (NumberFormatException e) {
            throw Input.refusal("sample", "malformed", "is not a number");
        }
        throw Input.refusal("sample", "out-of-bounds", "is between 1 and " + limit);
    }
}
