package vn.caunoi.api.designer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.designer.MigrationBatch.Case;
import vn.caunoi.api.designer.MigrationBatch.CaseState;
import vn.caunoi.api.designer.MigrationBatch.Counts;
import vn.caunoi.api.designer.MigrationBatch.State;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.driver.CaseMoves;
import vn.caunoi.processes.driver.CaseMoves.Judged;
import vn.caunoi.processes.driver.CaseMoves.Way;
import vn.caunoi.projections.casefile.CaseFiles;

/** Plans moves of many cases, has them carried out, and takes them back. For designers. */
@Component
public class BatchDesk {

    private static final int PAGE = 500;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LEAST = 1;
    private static final int MOST = 1_000;

    private final MigrationDesk migrations;
    private final MigrationBatches batches;
    private final MigrationRunner runner;
    private final CaseMoves moves;
    private final CaseFiles files;
    private final CurrentActor current;

    BatchDesk(
            MigrationDesk migrations,
            MigrationBatches batches,
            MigrationRunner runner,
            CaseMoves moves,
            CaseFiles files,
            CurrentActor current) {
        this.migrations = migrations;
        this.batches = batches;
        this.runner = runner;
        this.moves = moves;
        this.files = files;
        this.current = current;
    }

    /**
     * How a batch stands.
     *
     * @param interrupted it runs, and nobody works on it
     * @param undone another batch takes it back, or did
     */
    public record Standing(MigrationBatch batch, Counts counts, boolean interrupted, boolean undone) {

        public boolean isUnderWay() {
            return batch.state() == State.RUNNING && !interrupted;
        }

        public boolean canBeUndone() {
            boolean over = batch.state() == State.DONE || batch.state() == State.CANCELLED;
            return over && counts.moved() > 0 && !undone && batch.undoes() == null;
        }
    }

    /** A case as designers see it. */
    public record Named(
            String code,
            CaseState state,
            String steps,
            @Nullable String detail,
            String petition) {

        public boolean isStuck() {
            return state == CaseState.READY && Case.STUCK.equals(detail);
        }
    }

    /** Looks at every case of the old version; nothing is ordered. Answers the plan's id. */
    public String plan(String key, @Nullable Integer from, @Nullable Integer to, Map<String, String> chosen) {
        Actor by = designer();
        Way way = migrations.way(key, from, to, chosen);
        batches.forgetOldPlans();
        // all are looked at first: a plan that somebody can find is whole
        List<Case> cases = new ArrayList<>();
        moves.judge(way, page -> page.forEach(one -> cases.add(judged(one))));
        return batches.plan(key, way.from(), way.to(), way.steps(), null, by.id(), cases);
    }

    private static Case judged(Judged one) {
        return judged(one, null);
    }

    private static Case judged(Judged one, @Nullable Map<String, String> own) {
        String steps = String.join(" ", one.steps());
        if (!one.missing().isEmpty())
            return new Case(one.petition(), CaseState.BLOCKED, steps, String.join(" ", one.missing()), own);
        if (one.refused() != null) return new Case(one.petition(), CaseState.REFUSED, steps, one.refused(), own);
        return new Case(one.petition(), CaseState.READY, steps, one.stuck() ? Case.STUCK : null, own);
    }

    public List<Standing> all(@Nullable String key, int skip, int most) {
        designer();
        return batches.all(key, skip, most).stream().map(this::standing).toList();
    }

    public Standing find(String key, String id) {
        return standing(batch(key, id));
    }

    private Standing standing(MigrationBatch batch) {
        boolean interrupted = batch.state() == State.RUNNING && !runner.isAtWork(batch.id());
        return new Standing(batch, batches.counts(batch.id()), interrupted, batches.isUndone(batch.id()));
    }

    /** A page of the cases in the order of their ids; what is about the reader is counted and not named. */
    public List<Named> cases(String key, String id, @Nullable CaseState state, String after, int most) {
        MigrationBatch batch = batch(key, id);
        Set<PetitionId> own = files.about(designer().id());
        return batches.cases(batch.id(), state, after, most, own).stream()
                .map(one ->
                        new Named(moves.code(one.petition()), one.state(), one.steps(), one.detail(), one.petition()))
                .toList();
    }

    /** @param note why; @param portion how many are ordered at once */
    public void start(String key, String id, @Nullable String note, @Nullable Integer portion) {
        Actor by = designer();
        MigrationBatch batch = batch(key, id);
        Input input = new Input();
        String why = input.required("note", note, LONGEST_NOTE);
        int at = portion == null ? batch.portion() : portion;
        if (at < LEAST || at > MOST) input.wrong("portion", "out-of-range", "is between 1 and 1000");
        input.mustBeValid();
        if (!batches.start(batch.id(), why, at, by.id())) throw elsewhere();
        runner.begin(batches.find(batch.id()).orElseThrow(), by);
    }

    /** Those that were ordered are still followed. */
    public void pause(String key, String id) {
        if (!batches.turn(batch(key, id).id(), State.PAUSED, State.RUNNING)) throw elsewhere();
    }

    /** Goes on after a pause or an interruption with what is left. */
    public void resume(String key, String id) {
        Actor by = designer();
        MigrationBatch batch = batch(key, id);
        if (!batches.turn(batch.id(), State.RUNNING, State.PAUSED, State.RUNNING)) throw elsewhere();
        runner.begin(batch, by);
    }

    /** What is left stays where it is. */
    public void cancel(String key, String id) {
        if (!batches.turn(batch(key, id).id(), State.CANCELLED, State.PLANNED, State.RUNNING, State.PAUSED))
            throw elsewhere();
    }

    /** Plans the way back of those that were moved and stand where they came to. Answers the plan's id. */
    public String planUndo(String key, String id) {
        Actor by = designer();
        Standing done = find(key, id);
        // what was marked before it was cancelled may still be on its way
        boolean ending = done.batch().state() == State.CANCELLED
                && runner.isAtWork(done.batch().id());
        if (!done.canBeUndone() || ending) throw elsewhere();
        MigrationBatch batch = done.batch();
        if (done.counts().pending() > 0) runner.settle(batch);
        runner.lookAgain(batch);
        List<Case> cases = new ArrayList<>();
        Map<String, String> ways = moves.ways(new Way(key, batch.from(), batch.to(), batch.mapping()));
        String last = "";
        while (true) {
            List<Case> moved = batches.cases(batch.id(), CaseState.MOVED, last, PAGE);
            if (moved.isEmpty()) break;
            cases.addAll(back(batch, ways, moved));
            last = moved.getLast().petition();
        }
        return batches.plan(key, batch.to(), batch.from(), Map.of(), batch.id(), by.id(), cases);
    }

    private List<Case> back(MigrationBatch batch, Map<String, String> ways, List<Case> moved) {
        List<Case> back = new ArrayList<>();
        Map<String, List<Case>> bySteps = new LinkedHashMap<>();
        moved.forEach(one ->
                bySteps.computeIfAbsent(one.steps(), any -> new ArrayList<>()).add(one));
        bySteps.forEach((steps, cases) -> {
            Map<String, String> inverse = clearlyBack(batch.mapping(), ways);
            TreeSet<String> reached = new TreeSet<>();
            for (String step : steps.split(" ")) {
                String other = ways.getOrDefault(step, step);
                reached.add(other);
                if (other.equals(step)) inverse.remove(other);
                else inverse.put(other, step);
            }
            Way way = new Way(batch.process(), batch.to(), batch.from(), inverse);
            back.addAll(back(way, String.join(" ", reached), cases));
        });
        return back;
    }

    /** Steps that only one has become: what was done there before the case is told by its old name again. */
    private static Map<String, String> clearlyBack(Map<String, String> mapping, Map<String, String> ways) {
        Map<String, String> back = new TreeMap<>();
        mapping.forEach((old, other) -> {
            if (Collections.frequency(ways.values(), other) == 1) back.put(other, old);
        });
        return back;
    }

    private List<Case> back(Way way, String reached, List<Case> cases) {
        Map<String, Judged> now = new LinkedHashMap<>();
        moves.judge(way, cases.stream().map(Case::petition).toList()).forEach(one -> now.put(one.petition(), one));
        return cases.stream()
                .map(one -> back(one.petition(), way.steps(), reached, now.get(one.petition())))
                .toList();
    }

    private static Case back(String petition, Map<String, String> inverse, String reached, @Nullable Judged now) {
        if (now == null) return new Case(petition, CaseState.GONE, reached, null, inverse);
        String steps = String.join(" ", now.steps());
        if (!steps.equals(reached)) return new Case(petition, CaseState.WENT_ON, steps, steps, inverse);
        return judged(now, inverse);
    }

    private MigrationBatch batch(String key, String id) {
        designer();
        return batches.find(id.replace("\0", ""))
                .filter(batch -> batch.process().equals(key))
                .orElseThrow(NotFound::new);
    }

    /** Somebody else has turned it meanwhile. */
    private static Refusal elsewhere() {
        return Refusal.because(Reason.INVALID_INPUT, "state", "changed", "was changed by somebody else");
    }

    private Actor designer() {
        return current.with(Role.DESIGNER);
    }
}
