package vn.caunoi.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.directory.Actor;

/** What files look like, small, for those who may see them. They are drawn one after the other: drawing takes memory. */
@Component
class Previews {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final FileDesk desk;
    private final ReentrantLock drawing = new ReentrantLock();

    Previews(FileDesk desk) {
        this.desk = desk;
    }

    Optional<Preview> of(String id, Actor actor) {
        FileDesk.Open open = desk.open(id, actor);
        if (!open.file().isPreviewed()) return Optional.empty();
        try (InputStream content = desk.content(open)) {
            return drawn(open.file().type(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Preview> drawn(String type, byte[] content) {
        waitForTheOthers();
        try {
            return Preview.of(type, content);
        } finally {
            drawing.unlock();
        }
    }

    private void waitForTheOthers() {
        try {
            if (drawing.tryLock(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Stopped(ProblemKind.UNAVAILABLE);
    }
}
