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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.api.audit.AuditRun.Draw;
import vn.caunoi.api.audit.AuditRun.Selection;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.CaseFiles.Entry;

/**
 * Goes through a selection of cases in the background, for whoever started it: raises flags, or draws a sample. Every run is kept
 * with its seed and selection and can be opened again by its team.
 */
@Component
public class AuditRuns {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRuns.class);
    /** Cases of one run. */
    static final int MOST = 100_000;

    private static final int AT_ONCE = 200;
    private static final int LARGEST_SAMPLE = 1_000;
    private static final int LONGEST_SEED = 100;

    private final AuditRows rows;
    private final AuditTeam team;
    private final CaseFiles files;
    private final Beside beside;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AuditRuns(
            AuditRows rows,
            AuditTeam team,
            CaseFiles files,
            Beside beside,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.team = team;
        this.files = files;
        this.beside = beside;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A case that was found, with its flags; of a sample, with those too. */
    public record Found(PetitionId id, String code, UnitId unit, Instant receivedAt, List<RedFlag.Raised> flags) {}

    /** What a run found, as somebody sees it. */
    public record Counts(long cases, Map<RedFlag, Long> flags) {
        public long of(RedFlag flag) {
            return flags.getOrDefault(flag, 0L);
        }
    }

    /** Begins to raise flags, or to draw. @return id of the run */
    public String start(Selection selection, @Nullable Draw draw, Actor by) {
        EventLogs.mayTake(by);
        check(draw);
        Visibility sight = Visibility.of(by);
        UUID id = UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            rows.begin(id, by.id(), clock.instant(), selection, draw, files.count(selection.filter(), sight));
            team.begin(id, by.id());
        });
        Thread.ofVirtual().name("audit").start(() -> go(id, selection.filter(), draw, sight));
        return id.toString();
    }

    private static void check(@Nullable Draw draw) {
        if (draw == null) return;
        Input input = new Input();
        if (draw.size() < 1 || draw.size() > LARGEST_SAMPLE)
            input.wrong("size", "out-of-bounds", "is between 1 and " + LARGEST_SAMPLE);
        if (!draw.seed().isEmpty()) input.required("seed", draw.seed(), LONGEST_SEED);
        input.mustBeValid();
    }

    /** For its team. */
    public Optional<AuditRun> find(String id, Actor reader) {
        return id.indexOf('\0') >= 0 ? Optional.empty() : rows.find(id, reader.id());
    }

    /** Those whose team the reader belongs to, the newest first. */
    public Page<AuditRun> of(Actor reader, @Nullable String cursor, int limit) {
        return rows.of(reader.id(), cursor, limit);
    }

    /** What of it the reader may see now. @param flag null for all */
    public List<Found> found(AuditRun run, @Nullable RedFlag flag, Actor reader, int most) {
        return rows.found(run.id(), flag, Visibility.of(reader), most);
    }

    public Counts counts(AuditRun run, Actor reader) {
        Visibility sight = Visibility.of(reader);
        return new Counts(rows.count(run.id(), sight), rows.counts(run.id(), sight));
    }

    private void go(UUID run, CaseFiles.Filter filter, @Nullable Draw draw, Visibility sight) {
        boolean done = false;
        try {
            var looking = new Looking(run, draw != null, sight, beside.by(sight));
            if (draw == null) each(filter, sight, looking::take);
            else looking.takeAll(drawn(draw, filter, sight));
            done = true;
        } catch (RuntimeException failed) {
            LOG.warn("an audit could not go on", failed);
        } finally {
            rows.end(run, !done);
        }
    }

    private void each(CaseFiles.Filter filter, Visibility sight, Consumer<List<Entry>> then) {
        String cursor = null;
        int read = 0;
        do {
            Page<Entry> page = files.search(filter, sight, CaseFiles.Sort.NEWEST, cursor, AT_ONCE);
            then.accept(page.items());
            read += page.items().size();
            cursor = page.next();
        } while (cursor != null && read < MOST);
    }

    /** One run while it goes on; what it finds is written batch by batch. */
    private final class Looking {
        private final UUID run;
        private final boolean sample;
        private final Visibility sight;
        private final Beside.Seen others;
        private int found;

        Looking(UUID run, boolean sample, Visibility sight, Beside.Seen others) {
            this.run = run;
            this.sample = sample;
            this.sight = sight;
            this.others = others;
        }

        void takeAll(List<Entry> entries) {
            for (int from = 0; from < entries.size(); from += AT_ONCE)
                take(entries.subList(from, Math.min(from + AT_ONCE, entries.size())));
        }

        void take(List<Entry> entries) {
            List<AuditRows.Finding> findings = entries.stream()
                    .flatMap(entry -> look(entry).stream())
                    .filter(finding -> sample || !finding.flags().isEmpty())
                    .toList();
            transactions.executeWithoutResult(status -> {
                rows.found(run, found, findings);
                rows.went(run, entries.size());
            });
            found += findings.size();
        }

        private Optional<AuditRows.Finding> look(Entry entry) {
            return files.byId(entry.id(), sight).map(file -> new AuditRows.Finding(entry.id(), flags(file)));
        }

        private List<RedFlag.Raised> flags(CaseFile file) {
            List<RedFlag.Raised> flags = new ArrayList<>(
                    RedFlag.of(file, files.history(file.id(), sight).orElse(List.of()), clock.instant()));
            flags.addAll(others.flagsOf(file.id()));
            return flags;
        }
    }

    /** Those whose keys hashed with the seed come first: nobody can choose, and anybody can check. */
    private List<Entry> drawn(Draw draw, CaseFiles.Filter filter, Visibility sight) {
        List<Entry> all = new ArrayList<>();
        each(filter, sight, all::addAll);
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
