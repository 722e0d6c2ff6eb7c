package vn.caunoi.api.news;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.ledger.Listening;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.ReadingOn;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.petition.TaskEvent.TaskReassigned;
import vn.caunoi.core.petition.TaskEvent.TaskReleased;
import vn.caunoi.core.petition.TaskEvent.TaskWoken;
import vn.caunoi.projections.inbox.Inbox;

/**
 * Hears what is recorded, on this node or another, while anybody here listens, and tells each line what is new work for
 * its reader. One thread hears for all of them: the task list is asked once for what came, however many listen, and not
 * at all while nothing comes.
 */
@Component
public class NewsWire implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NewsWire.class);
    private static final Wanted NEW_WORK =
            Wanted.of(TaskOpened.class, TaskReleased.class, TaskReassigned.class, TaskWoken.class);
    private static final int MOST_OF_ONE = 6;
    private static final int MOST_LINES = 5_000;
    private static final int MOST_AT_ONCE = 500;
    private static final int REMEMBERED = 500;
    private static final long REACH = 2_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int IDLE_PAUSES = 30;

    private final ReadingOn record;
    private final Progress progress;
    private final Inbox inbox;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<News> recent = new ArrayDeque<>();
    private long knownFrom;
    private @Nullable Thread hearing;
    private boolean running;

    NewsWire(ReadingOn record, Progress progress, Inbox inbox) {
        this.record = record;
        this.progress = progress;
        this.inbox = inbox;
    }

    /**
     * A line for somebody; empty when this node has enough of them. Of one account the oldest gives way, for a browser that
     * was closed is noticed only when it is written to.
     *
     * @param since position up to which they know all; null: up to now
     */
    Optional<Line> open(Actor reader, String session, @Nullable Long since) {
        long head = record.head();
        long after = since == null ? head : Math.clamp(since, 0, head);
        Line line = new Line(reader, session, after, this::close);
        synchronized (this) {
            if (!running || lines.size() >= MOST_LINES) return Optional.empty();
            makeRoomFor(line);
            if (hearing == null) hearFrom(Math.max(after, head - REACH));
            lines.add(line);
            if (after < knownFrom) line.offer(News.unknownBefore(knownFrom));
            recent.stream().filter(news -> news.position() > after).forEach(line::offer);
        }
        Thread.ofVirtual().name("news-line").start(line);
        return Optional.of(line);
    }

    private void makeRoomFor(Line line) {
        List<Line> own = lines.stream()
                .filter(other -> other.account().equals(line.account()))
                .toList();
        if (own.size() < MOST_OF_ONE) return;
        lines.remove(own.getFirst());
        own.getFirst().giveWay();
    }

    private synchronized void close(Line line) {
        lines.remove(line);
    }

    /** Whoever leaves hears no more. */
    synchronized void hangUp(String session) {
        lines.stream().filter(line -> line.isOf(session)).forEach(Line::hangUp);
    }

    /** How many listen here. */
    public synchronized int listening() {
        return lines.size();
    }

    private void hearFrom(long position) {
        knownFrom = position;
        recent.clear();
        hearing = Thread.ofVirtual().name("news-wire").start(() -> hear(position));
    }

    private void hear(long position) {
        boolean done = false;
        try (Listening heard = record.listen(position)) {
            int idle = 0;
            while (idle < IDLE_PAUSES && isHearing()) {
                ReadingOn.Part part = heard.next(MOST_AT_ONCE, NEW_WORK, PAUSE);
                if (!part.events().isEmpty()) tell(part);
                idle = listening() == 0 ? idle + 1 : 0;
            }
            done = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (!done) LOG.warn("news are not heard any more; the browsers come again");
            stopHearing();
        }
    }

    private synchronized boolean isHearing() {
        return hearing == Thread.currentThread();
    }

    /** Who came meanwhile comes again, and is heard for anew. */
    private synchronized void stopHearing() {
        if (hearing == Thread.currentThread()) hearing = null;
        lines.forEach(Line::hangUp);
    }

    /** Told when the task list shows it, so that whoever looks finds it there. */
    private void tell(ReadingOn.Part part) {
        progress.awaitSettled(PATIENCE);
        Map<String, String> by = part.events().stream()
                .collect(Collectors.toMap(
                        event -> ((TaskEvent) event.payload()).task().value(), NewsWire::by, (first, last) -> last));
        List<News.Item> items = inbox.whose(by.keySet()).stream()
                .map(task -> new News.Item(
                        task, Objects.requireNonNull(by.get(task.task().value()))))
                .toList();
        tell(new News(part.position(), false, items));
    }

    private static String by(Recorded event) {
        return Objects.requireNonNullElse(event.by(), "");
    }

    private synchronized void tell(News news) {
        recent.addLast(news);
        while (recent.size() > REMEMBERED)
            knownFrom = Objects.requireNonNull(recent.pollFirst()).position();
        lines.forEach(line -> line.offer(news));
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Before the server waits for its open connections to end. */
    @Override
    public synchronized void stop() {
        running = false;
        Thread heard = hearing;
        hearing = null;
        lines.forEach(Line::hangUp);
        if (heard != null) heard.interrupt();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
