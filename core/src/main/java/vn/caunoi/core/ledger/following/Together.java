package vn.caunoi.core.ledger.following;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the record for many readers with one thread: a batch is read once, and what follows from it in all readers is
 * committed in one transaction with all their positions. A reader that fails, or is far behind, goes on alone until it
 * can keep step again, so that it holds up no other.
 */
public final class Together {

    private static final Logger LOG = LoggerFactory.getLogger(Together.class);
    private static final int MOST = 1_000;
    private static final int MOST_DRIVEN = 256;
    private static final int FAR_BEHIND = 2_000;
    private static final long NOWHERE = Long.MAX_VALUE;

    private final Tokens tokens;
    private final TransactionOperations transaction;
    private final String name;
    private final int most;
    private final Pace pace = new Pace();
    private final Reading record;
    private final Upkeep upkeep;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final List<Member> members = new ArrayList<>();
    private volatile @Nullable Thread follower;

    /** @param node the owner that the token store writes into claims */
    public Together(
            StreamableMessageSource<TrackedEventMessage<?>> record,
            TokenStore store,
            String node,
            Serializer serializer,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this(
                record,
                new Tokens(store, node, serializer, jdbc, new TransactionTemplate(transactions)),
                new TransactionTemplate(transactions),
                "read-models",
                MOST);
    }

    private Together(
            StreamableMessageSource<TrackedEventMessage<?>> record,
            Tokens tokens,
            TransactionOperations transaction,
            String name,
            int most) {
        this.transaction = transaction;
        this.tokens = tokens;
        this.record = new Reading(record, pace::wake);
        this.upkeep = new Upkeep(tokens, most);
        this.name = name;
        this.most = most;
    }

    /** For one that drives: its batches are smaller, for all petitions of one wait for it. */
    public static Together driving(
            String name,
            StreamableMessageSource<TrackedEventMessage<?>> record,
            TokenStore store,
            String node,
            Serializer serializer,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        Tokens tokens = new Tokens(store, node, serializer, jdbc, new TransactionTemplate(transactions));
        TransactionOperations batches = new InUnitOfWork(new SpringTransactionManager(transactions));
        return new Together(record, tokens, batches, "follower[" + name + "]", MOST_DRIVEN);
    }

    void start(Member member) {
        inTurn(() -> {
            if (member.state() != Member.State.STOPPED) return;
            member.join();
            if (!members.contains(member)) members.add(member);
            if (follower == null) begin();
        });
        pace.wake();
    }

    private void begin() {
        Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(this::follow);
        follower = thread;
        thread.start();
    }

    /** When it returns, nothing is being written for the member any more, and others may claim its place. */
    void stop(Member member) {
        inTurn(() -> {
            boolean holds = member.state() == Member.State.TOGETHER;
            member.stop();
            if (members.stream().allMatch(other -> other.state() == Member.State.STOPPED)) follower = null;
            if (holds) giveUp(member);
        });
        member.alone().shutDown();
        pace.wake();
    }

    private void giveUp(Member member) {
        tokens.release(member.places());
        member.dropAll();
    }

    /** Leaves a segment to others for a while. */
    void release(Member member, int segment, long nanos) {
        inTurn(() -> tokens.release(member.leave(segment, nanos)));
    }

    private void inTurn(Runnable change) {
        turn.lock();
        try {
            change.run();
        } finally {
            turn.unlock();
        }
    }

    private void follow() {
        while (follower == Thread.currentThread()) {
            pace.rest();
            inTurn(() -> {
                if (follower == Thread.currentThread()) takeTurn();
            });
        }
        if (follower == null) inTurn(record::close);
    }

    /** Whatever fails here is tried again: a database that is away, a claim that was lost. */
    private void takeTurn() {
        try {
            upkeep.of(members);
            pace.began();
            int taken = next();
            if (taken > 0) pace.tookABatch(taken >= most);
        } catch (RuntimeException | Error failure) {
            LOG.warn("following the record failed and is tried again", failure);
            record.anew();
            pace.failed();
        }
    }

    /** A batch for those that are furthest back, so far as the next ones have come. */
    private int next() {
        List<Place> all = members.stream()
                .filter(member -> member.state() == Member.State.TOGETHER)
                .flatMap(member -> member.places().stream())
                .toList();
        if (all.isEmpty()) return 0;
        long from = all.stream().mapToLong(Place::position).min().orElseThrow();
        List<Place> level =
                all.stream().filter(place -> place.position() == from).toList();
        long until = all.stream()
                .mapToLong(Place::position)
                .filter(position -> position > from)
                .min()
                .orElse(NOWHERE);
        if (until != NOWHERE
                && until - from > FAR_BEHIND
                && level.stream().noneMatch(place -> place.member().drives())) {
            membersOf(level).forEach(this::goAlone);
            return most;
        }
        List<TrackedEventMessage<?>> events = record.between(from, until, most);
        if (!events.isEmpty()) return take(level, events);
        return until == NOWHERE ? 0 : closeGap(from, until, level);
    }

    /** Others were there already, so what lies between and cannot be seen is nothing. */
    private int closeGap(long from, long until, List<Place> level) {
        record.anew();
        List<TrackedEventMessage<?>> events = record.between(from, until, most);
        if (!events.isEmpty()) return take(level, events);
        membersOf(level).forEach(member -> member.moved(from, until));
        return most;
    }

    private int take(List<Place> level, List<TrackedEventMessage<?>> events) {
        long from = level.getFirst().position();
        long to = Reading.position(events.getLast());
        try {
            write(level, events, to);
        } catch (NotTaken failure) {
            membersOf(level).forEach(Member::forget);
            LOG.warn("{} could not take a batch and goes on alone", failure.member.name(), failure.getCause());
            goAlone(failure.member);
            return most;
        } catch (ClaimLost lost) {
            membersOf(level).forEach(upkeep::mayHaveLost);
            return most;
        } catch (RuntimeException | Error unsure) {
            // the answer to a commit that was done may be what was lost: only the stored position can tell
            membersOf(level).forEach(Member::dropAll);
            throw unsure;
        }
        membersOf(level).forEach(member -> member.moved(from, to));
        return events.size();
    }

    private void write(List<Place> level, List<TrackedEventMessage<?>> events, long to) {
        try {
            transaction.executeWithoutResult(status -> write(level, events, to, false));
        } catch (NotTaken failure) {
            if (!failure.member.drives()) throw failure;
            failure.member.forget();
            transaction.executeWithoutResult(status -> write(level, events, to, true));
        }
    }

    private void write(List<Place> level, List<TrackedEventMessage<?>> events, long to, boolean oneByOne) {
        if (!tokens.move(level, to)) {
            throw new ClaimLost();
        }
        for (Member member : membersOf(level)) {
            try {
                member.take(events, level, oneByOne);
            } catch (RuntimeException failure) {
                if (oneByOne) throw failure;
                throw new NotTaken(member, failure);
            }
        }
    }

    private void goAlone(Member member) {
        giveUp(member);
        member.goAlone();
    }

    private static List<Member> membersOf(List<Place> places) {
        return places.stream().map(Place::member).distinct().toList();
    }

    /** Another node follows the record for one of them. */
    private static final class ClaimLost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Says whose failure it was. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Member member;

        NotTaken(Member member, Throwable cause) {
            super(member.name() + " could not take a batch", cause);
            this.member = member;
        }
    }
}
