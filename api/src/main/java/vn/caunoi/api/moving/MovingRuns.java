package vn.caunoi.api.moving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.OfficerId;

/**
 * Files that an administrator uploads, one at a time, taken in while they look on. The upload lies in the data folder,
 * readable for its owner only, until its run has ended; after a stop of the program the same file is uploaded again.
 */
@Component
public class MovingRuns {

    private static final Logger LOG = LoggerFactory.getLogger(MovingRuns.class);
    private static final int SHOWN = 50;
    private static final String ERRORS = "errors.csv";

    private final MovingIn moving;
    private final MovingLog log;
    private final ProblemWords words;
    private final MovingFolder folder;
    private final AtomicReference<@Nullable State> last = new AtomicReference<>();

    MovingRuns(MovingIn moving, MovingLog log, ProblemWords words, MovingFolder folder) {
        this.moving = moving;
        this.log = log;
        this.words = words;
        this.folder = folder;
    }

    /**
     * The last run of this node.
     *
     * @param seconds since it began; {@code left} about how long it still takes
     * @param problems the first of them
     * @param refused why nothing of the file could be taken
     * @param failed stopped by an error of the program; what was taken by then stays
     */
    public record State(
            String file,
            boolean dryRun,
            boolean running,
            MovingIn.Count count,
            long seconds,
            long left,
            List<LineProblem> problems,
            @Nullable MovingRefused refused,
            boolean failed) {

        /** Of a hundred. */
        public long percent() {
            return count.lines() == 0 ? 0 : 100 * count.done() / count.lines();
        }
    }

    public Optional<State> last() {
        return Optional.ofNullable(last.get());
    }

    /** The list of all that was wrong with the last file. */
    public Optional<Path> errors() {
        Path list = folder.of(ERRORS);
        State state = last.get();
        return state == null || state.running() || !Files.exists(list) ? Optional.empty() : Optional.of(list);
    }

    /** @throws MovingRefused when another run goes on, or the mapping is none */
    public void start(
            InputStream file,
            String name,
            byte[] mapping,
            boolean dryRun,
            @Nullable Envelopes envelopes,
            OfficerId by,
            Locale locale)
            throws IOException {
        Mapping known = MappingFile.read(mapping);
        State begun =
                new State(name, dryRun, true, new MovingIn.Count(0, 0, 0, 0, 0, 0, 0), 0, 0, List.of(), null, false);
        State before = last.get();
        if (before != null && before.running() || !last.compareAndSet(before, begun)) throw new MovingRefused("busy");
        Path upload;
        try {
            upload = folder.kept(file);
        } catch (IOException | RuntimeException cannot) {
            last.set(before);
            throw cannot;
        }
        Thread.ofVirtual().name("moving in").start(() -> run(upload, known, begun, envelopes, by, locale));
    }

    private void run(
            Path upload, Mapping mapping, State begun, @Nullable Envelopes envelopes, OfficerId by, Locale locale) {
        Watching watching = new Watching(begun);
        MovingLog.What what = begun.dryRun() ? MovingLog.What.DRY_RUN : MovingLog.What.IN;
        MovingRefused refused = null;
        boolean done = false;
        try (ProblemList list = new ProblemList(folder.of(ERRORS), words, locale)) {
            String id = log.begin(by.value(), what, begun.file(), mapping.source());
            watching.list = list;
            try {
                watching.count = moving.run(upload, mapping, new MovingIn.Wish(begun.dryRun(), 0, envelopes), watching);
            } catch (MovingRefused cannot) {
                refused = cannot;
            }
            MovingIn.Count count = watching.count;
            log.end(id, count.done(), count.taken(), count.already(), count.wrong());
            done = true;
        } finally {
            if (!done) LOG.error("moving in of {} broke off", mapping.source());
            last.set(watching.state(false, refused, !done));
            remove(upload);
        }
    }

    private static void remove(Path upload) {
        try {
            Files.deleteIfExists(upload);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private final class Watching implements MovingIn.Watcher {
        private final State begun;
        private final long since = System.nanoTime();
        private final List<LineProblem> problems = new ArrayList<>();
        private MovingIn.Count count;
        private @Nullable ProblemList list;

        Watching(State begun) {
            this.begun = begun;
            this.count = begun.count();
        }

        @Override
        public void wrong(LineProblem problem) {
            if (list != null) list.add(problem);
            if (problems.size() < SHOWN) problems.add(problem);
        }

        @Override
        public void at(MovingIn.Count now) {
            count = now;
            last.set(state(true, null, false));
        }

        State state(boolean running, @Nullable MovingRefused refused, boolean failed) {
            double seconds = (System.nanoTime() - since) / 1e9;
            double left = count.done() == 0 ? 0 : seconds / count.done() * (count.lines() - count.done());
            return new State(
                    begun.file(),
                    begun.dryRun(),
                    running,
                    count,
                    Math.round(seconds),
                    Math.round(left),
                    List.copyOf(problems),
                    refused,
                    failed);
        }
    }
}
