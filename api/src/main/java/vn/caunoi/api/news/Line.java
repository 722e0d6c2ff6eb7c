package vn.caunoi.api.news;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.caunoi.core.directory.Actor;

/**
 * One open connection. It is written to by a virtual thread of its own, so that a slow reader holds up nobody, and ends
 * after a while: the browser comes again, and with it the question who that is.
 */
final class Line implements Runnable {

    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final long LIFETIME_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int MOST_WAITING = 100;
    private static final long AGAIN_MILLIS = 3_000;
    private static final long MUCH_LATER_MILLIS = 60_000;
    private static final News GIVE_WAY = News.unknownBefore(-1);
    private static final News END = News.unknownBefore(-1);

    /** Ids of new tasks: those the reader holds, and those the reader may take. */
    record Told(List<String> mine, List<String> offered) {}

    private final Actor reader;
    private final String session;
    private final SseEmitter out = new SseEmitter(0L);
    private final BlockingQueue<News> waiting = new ArrayBlockingQueue<>(MOST_WAITING + 1);
    private final Consumer<Line> left;
    private volatile boolean ended;
    private long told;

    /** @param after position up to which the reader knows all */
    Line(Actor reader, String session, long after, Consumer<Line> left) {
        this.reader = reader;
        this.session = session;
        this.told = after;
        this.left = left;
        out.onCompletion(this::hangUp);
        out.onError(away -> hangUp());
    }

    SseEmitter out() {
        return out;
    }

    String account() {
        return reader.id().value();
    }

    boolean isOf(String someSession) {
        return session.equals(someSession);
    }

    /** Who cannot follow is hung up on; the browser comes again and says how far it knows. */
    void offer(News news) {
        if (waiting.size() >= MOST_WAITING || !waiting.offer(news)) hangUp();
    }

    /** To a newer line of the same account: should somebody still listen here, they come again later. */
    void giveWay() {
        waiting.clear();
        waiting.add(GIVE_WAY);
    }

    void hangUp() {
        ended = true;
        waiting.clear();
        waiting.add(END);
    }

    @Override
    public void run() {
        long began = System.nanoTime();
        try {
            out.send(SseEmitter.event().comment("here").reconnectTime(AGAIN_MILLIS));
            while (!ended && System.nanoTime() - began < LIFETIME_NANOS)
                tell(waiting.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException | IllegalStateException away) {
            ended = true; // whoever listened is gone, which is how most lines end
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            left.accept(this);
            out.complete();
        }
    }

    private void tell(@Nullable News news) throws IOException {
        if (ended) return;
        if (news == GIVE_WAY) {
            ended = true;
            out.send(SseEmitter.event().comment("elsewhere").reconnectTime(MUCH_LATER_MILLIS));
            return;
        }
        if (news == null) {
            out.send(SseEmitter.event().comment("beat"));
            return;
        }
        if (news.position() <= told && !news.stale()) return;
        told = news.position();
        Told what = new Told(news.heldBy(reader), news.offeredTo(reader));
        if (!news.stale() && what.mine().isEmpty() && what.offered().isEmpty()) return;
        out.send(SseEmitter.event()
                .id(Long.toString(news.position()))
                .name(news.stale() ? "stale" : "tasks")
                .data(what, MediaType.APPLICATION_JSON));
    }
}
