package vn.caunoi.projections;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads of a rebuild, and waiting for them. */
final class Workers {
    private static final int TOLD_EVERY_MILLIS = 100;

    private Workers() {}

    static CompletableFuture<Void> start(String name, Runnable work) {
        return CompletableFuture.runAsync(
                work, run -> Thread.ofPlatform().daemon().name(name).start(run));
    }

    /** @param meanwhile run now and then, in the caller's thread, and once in the end */
    static void await(CompletableFuture<Void> work, Runnable meanwhile) throws InterruptedException {
        while (true) {
            try {
                work.get(TOLD_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                meanwhile.run();
                return;
            } catch (TimeoutException notYet) {
                meanwhile.run();
            } catch (ExecutionException failed) {
                throw new CompletionException(failed.getCause());
            }
        }
    }
}
