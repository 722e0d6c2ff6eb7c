package vn.caunoi.api.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.CaseFiles.Entry;

/**
 * Goes through a selection of cases in the background, for whoever started it: raises flags, or draws a sample. What was found is
 * kept in memory until the program stops, the last ten of each person.
 */
@Component
public class AuditRuns {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRuns.class);
    /** Cases of one run. */
    static final int MOST = 100_000;

    private static final int AT_ONCE = 200;
    private static final int KEPT = 10;
    private static final int LARGEST_SAMPLE = 1_000;

    private final CaseFiles files;
    private final Beside beside;
    private final Clock clock;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    AuditRuns(CaseFiles files, Beside beside, Clock clock) {
        this.files = files;
        this.beside = beside;
        this.clock = clock;
    }

    /**
     * How a sample is drawn.
     *
     * @param size of the whole, or of each unit
     * @param seed with it, the same selection gives the same cases
     */
    public record Draw(int size, boolean ofEachUnit, String seed) {}

    /** A case that was found, with its flags; of a sample, with those too. */
    public record Found(PetitionId id, String code, UnitId unit, Instant receivedAt, List<RedFlag.Raised> flags) {}

    /** A run, while it goes on and after. */
    public static final class Run {
        private final String id = UUID.randomUUID().toString();
        private final OfficerId by;
        private final Instant begun;
        private final @Nullable Draw draw;
        private final long cases;
        private final AtomicInteger done = new AtomicInteger();
        private final List<Found> found = new CopyOnWriteArrayList<>();
        private volatile boolean over;
        private volatile boolean failed;

        private Run(OfficerId by, Instant begun, @Nullable Draw draw, long cases) {
            this.by = by;
            this.begun = begun;
            this.draw = draw;
            this.cases = cases;
        }

        public String id() {
            return id;
        }

        public Instant begun() {
            return begun;
        }

        /** Null when flags are raised for all. */
        public @Nullable Draw draw() {
            return draw;
        }

        public long cases() {
            return cases;
        }

        public int done() {
            return done.get();
        }

        public boolean over() {
            return over;
        }

        public boolean failed() {
            return failed;
        }

        public List<Found> found() {
            return List.copyOf(found);
        }

        public long count(RedFlag flag) {
            return found.stream()
                    .filter(one -> one.flags().stream().anyMatch(raised -> raised.flag() == flag))
                    .count();
        }
    }

    /** Begins to raise flags, or to draw. */
    public Run start(CaseFiles.Filter filter, @Nullable Draw draw, Actor by) {
        EventLogs.mayTake(by);
        if (draw != null && (draw.size() < 1 || draw.size() > LARGEST_SAMPLE))
            throw Input.refusal("size", "out-of-bounds", "is between 1 and " + LARGEST_SAMPLE);
        Visibility sight = Visibility.of(by);
        Run run = new Run(by.id(), clock.instant(), draw, files.count(filter, sight));
        keep(run);
        Thread.ofVirtual().name("audit").start(() -> go(run, filter, sight));
        return run;
    }

    private void keep(Run run) {
        synchronized (runs) {
            runs.put(run.id(), run);
            List<String> own = runs.values().stream()
                    .filter(one -> one.by.equals(run.by))
                    .map(Run::id)
                    .toList();
            own.stream().limit(Math.max(0, own.size() - KEPT)).forEach(runs::remove);
        }
    }

    /** Of whoever started it. */
    public Optional<Run> find(String id, Actor by) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(id)).filter(run -> run.by.equals(by.id()));
        }
    }

    /** The newest first. */
    public List<Run> of(Actor by) {
        synchronized (runs) {
            return runs.values().stream()
                    .filter(run -> run.by.equals(by.id()))
                    .sorted(Comparator.comparing(Run::begun).reversed())
                    .toList();
        }
    }

    private void go(Run run, CaseFiles.Filter filter, Visibility sight) {
        try {
            Beside.Seen others = beside.by(sight);
            if (run.draw == null) each(filter, sight, entry -> look(run, entry, sight, others));
            else drawn(run.draw, filter, sight).forEach(entry -> look(run, entry, sight, others));
        } catch (RuntimeException failed) {
            LOG.warn("an audit could not go on", failed);
            run.failed = true;
        }
        run.over = true;
    }

    private void each(CaseFiles.Filter filter, Visibility sight, Consumer<Entry> then) {
        String cursor = null;
        int read = 0;
        do {
            Page<Entry> page = files.search(filter, sight, CaseFiles.Sort.NEWEST, cursor, AT_ONCE);
            page.items().forEach(then);
            read += page.items().size();
            cursor = page.next();
        } while (cursor != null && read < MOST);
    }

    private void look(Run run, Entry entry, Visibility sight, Beside.Seen others) {
        run.done.incrementAndGet();
        CaseFile file = files.byId(entry.id(), sight).orElse(null);
        if (file == null) return;
        List<RedFlag.Raised> flags = new ArrayList<>(
                RedFlag.of(file, files.history(entry.id(), sight).orElse(List.of()), clock.instant()));
        flags.addAll(others.flagsOf(entry.id()));
        if (run.draw != null || !flags.isEmpty())
            run.found.add(new Found(entry.id(), entry.code(), entry.unit(), entry.receivedAt(), List.copyOf(flags)));
    }

    /** Those whose keys hashed with the seed come first: nobody can choose, and anybody can check. */
    private List<Entry> drawn(Draw draw, CaseFiles.Filter filter, Visibility sight) {
        List<Entry> all = new ArrayList<>();
        each(filter, sight, all::add);
        Comparator<Entry> order = Comparator.comparing(entry -> hash(draw.seed(), entry.code()));
        if (!draw.ofEachUnit())
            return all.stream().sorted(order).limit(draw.size()).toList();
        return all.stream()
                .collect(Collectors.groupingBy(Entry::unit, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(of -> of.stream().sorted(order).limit(draw.size()))
                .toList();
    }

    private static String hash(String seed, String code) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((seed + "\n" + code).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
