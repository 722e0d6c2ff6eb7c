package vn.caunoi.ops.bench.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import vn.caunoi.ops.bench.WrongResult;

/** Eight people who take cases from hand-in to their end, with many of them in flight. */
public final class Crew {
    public static final int PEOPLE = 8;
    private static final int PAGE = 200;
    private static final long PAUSE_NANOS = 500_000;

    private final Desk desk;
    private final int cases;
    private final int inFlight;
    private final AtomicInteger handedIn = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Queue<Desk.Job> ready = new ConcurrentLinkedQueue<>();
    private final ReentrantLock looking = new ReentrantLock();

    private Crew(Desk desk, int cases, int inFlight) {
        this.desk = desk;
        this.cases = cases;
        this.inFlight = inFlight;
    }

    /** Takes so many cases from hand-in to closed and visible everywhere; answers the seconds it took. */
    static double work(Desk desk, int cases, int inFlight) {
        Crew crew = new Crew(desk, cases, inFlight);
        long before = desk.closed();
        long begun = System.nanoTime();
        crew.everybody(crew::work);
        desk.settle();
        double seconds = (System.nanoTime() - begun) / 1e9;
        WrongResult.unlessSame("closed cases", desk.closed() - before, (long) cases);
        return seconds;
    }

    private void everybody(java.util.function.Consumer<String> work) {
        List<Callable<Void>> all = new ArrayList<>();
        for (int n = 1; n <= PEOPLE; n++) {
            String name = "officer" + n;
            all.add(() -> {
                work.accept(name);
                return null;
            });
        }
        together(all);
    }

    /** Runs all of them at once, and waits for their end. */
    public static void together(List<Callable<Void>> all) {
        try (ExecutorService people = Executors.newFixedThreadPool(all.size())) {
            for (Future<Void> one : people.invokeAll(all)) one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void work(String name) {
        while (done.get() < cases * Model.STAGES) {
            if (mayHandIn()) {
                desk.handIn();
                continue;
            }
            Desk.Job job = next();
            if (job == null) {
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            desk.claim(job, name);
            desk.complete(job, name);
            done.incrementAndGet();
        }
    }

    /** As many as may be in flight at once, and then one for each that is through. */
    private boolean mayHandIn() {
        int now = handedIn.get();
        return now < Math.min(cases, inFlight + done.get() / Model.STAGES) && handedIn.compareAndSet(now, now + 1);
    }

    private Desk.@org.jspecify.annotations.Nullable Job next() {
        Desk.Job job = ready.poll();
        if (job != null || !looking.tryLock()) return job;
        try {
            desk.open(PAGE).stream().filter(open -> taken.add(open.task())).forEach(ready::add);
        } finally {
            looking.unlock();
        }
        return ready.poll();
    }
}
