package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.PetitionOnTrial;
import vn.caunoi.core.petition.PetitionOnTrial.Fact;
import vn.caunoi.processes.engine.state.Subscription;
import vn.caunoi.processes.place.Places.Running;
import vn.caunoi.processes.sweeper.Falling;

/**
 * One go at a made-up case: what happened so far is followed again in memory, then what is ordered now, and all that comes of
 * it. Inside a unit of work and a move that are both thrown away.
 */
final class Scene implements Follower.Way {

    /** A year of news every week, and more; a diagram that goes on for ever stops here. */
    private static final int MOST_DUE = 200;

    private static final int MOST_FACTS = 3_000;
    private static final String TOO_LONG = "The case has gone on for too long";

    /** When a deadline is looked at again, if ever. */
    record Look(Instant due, @Nullable Instant next) {}

    private final TryingOut with;
    private final PetitionId petition;
    private final Rules rules;
    private final Ladder ladder;
    private final Mover mover;
    private final Follower follower;
    private final PetitionOnTrial judged;
    private final List<Fact> facts;
    private final Map<String, Look> looks;
    private final List<TryOut.Place> steps = new ArrayList<>();
    private final int past;
    private Instant now;
    private int followed;
    private @Nullable String stuck;

    Scene(TryingOut with, TryingOut.Played played, Deployed definitions, TryOut.Past past) {
        this.with = with;
        this.petition = past.petition();
        this.rules = played.rules();
        this.ladder = played.ladder();
        Past known = new Past(with.streams);
        this.mover = new Mover(
                with.engine,
                with.places,
                definitions,
                played.models(),
                known,
                played.actions(),
                with.superiors,
                with.forms);
        this.follower = new Follower(mover, known, with.places, with.due::follow);
        this.facts = new ArrayList<>(past.facts());
        this.past = facts.size();
        this.looks = new HashMap<>(past.looks());
        this.now = past.now();
        this.judged = with.court.open(facts);
        with.places.begin(petition.value());
        while (stuck == null && followed < past.followed()) step();
        if (past.stuck() != null) stuck = past.stuck();
    }

    /** @throws RuntimeException the refusal itself */
    void order(PetitionCommand order) {
        if (isTooLong()) return;
        take(order);
        drive();
    }

    private boolean isTooLong() {
        if (facts.size() > MOST_FACTS && stuck == null) stuck = TOO_LONG;
        return stuck != null;
    }

    /** Time passes, and what falls due by then happens. False when it was too much of it. */
    boolean until(Instant moment) {
        for (int times = 0; stuck == null; times++) {
            Falling next = next().orElse(null);
            if (next == null || !next.next().isBefore(moment)) break;
            if (times == MOST_DUE || isTooLong()) return false;
            fall(next);
        }
        if (now.isBefore(moment)) now = moment;
        return true;
    }

    /** The next thing that falls due happens; false when nothing does. */
    boolean untilNext() {
        Falling next = next().orElse(null);
        if (next == null || isTooLong()) return false;
        fall(next);
        return true;
    }

    private void fall(Falling next) {
        Instant moment = next.next().plusSeconds(1);
        if (now.isBefore(moment)) now = moment;
        Object said = take(next.order(ladder, with.superiors, rules));
        if (!next.timer()) looks.put(next.name(), new Look(next.due(), said instanceof Instant again ? again : null));
        drive();
    }

    private Optional<Falling> next() {
        return due().stream().filter(one -> !one.next().equals(Instant.MAX)).min(Comparator.comparing(Falling::next));
    }

    /** With what looking at them has said since. */
    private List<Falling> due() {
        return with.due.taken(petition.value()).stream().map(this::looked).toList();
    }

    private Falling looked(Falling one) {
        Look look = one.timer() ? null : looks.get(one.name());
        if (look == null || !look.due().equals(one.due())) return one;
        Instant next = look.next() == null ? Instant.MAX : look.next();
        return new Falling(one.petition(), false, one.name(), one.due(), next);
    }

    private @Nullable Object take(PetitionCommand order) {
        if (facts.size() > MOST_FACTS) throw new Stuck(TOO_LONG);
        PetitionOnTrial.Answer answer = judged.ask(order, now);
        facts.addAll(answer.facts());
        return answer.said();
    }

    private void drive() {
        while (stuck == null && followed < facts.size()) step();
    }

    private void step() {
        Fact fact = facts.get(followed);
        follower.take(new Happened(fact.event(), followed, fact.at()), this);
        if (stuck == null) followed++;
    }

    @Override
    public boolean follow(Happened happened) {
        int before = facts.size();
        try {
            Noted account = new Noted(mover.reporting(happened), steps);
            mover.carryOut(mover.begin(happened, account), happened);
            if (happened.sequence() >= past) account.reports().forEach(this::take);
            return true;
        } catch (StackOverflowError tooDeep) {
            stuck = "The diagram is nested too deep";
        } catch (RuntimeException failed) {
            stuck = PlainCause.of(failed);
        }
        facts.subList(before, facts.size()).clear();
        return false;
    }

    @Override
    public List<Happened> before(Happened order) {
        List<Happened> before = new ArrayList<>();
        for (int at = 0; at < order.sequence(); at++) {
            before.add(new Happened(facts.get(at).event(), at, facts.get(at).at()));
        }
        return before;
    }

    @Override
    public void resumed() {}

    TryOut.Past past() {
        return new TryOut.Past(petition, List.copyOf(facts), Map.copyOf(looks), now, followed, stuck);
    }

    TryOut.State state() {
        Set<String> awaited = new TreeSet<>();
        List<TryOut.Running> running = new ArrayList<>();
        for (Running one : with.places.running(petition.value())) {
            running.add(new TryOut.Running(one.process(), one.version()));
            if (stuck == null) {
                with.engine.instances().state(one.instance()).ifPresent(state -> state.subscriptions().stream()
                        .map(Subscription::event)
                        .forEach(awaited::add));
            }
        }
        List<TryOut.Due> due = due().stream()
                .map(one -> new TryOut.Due(
                        one.timer(), one.name(), one.due(), one.next().equals(Instant.MAX) ? null : one.next()))
                .toList();
        List<TryOut.Place> timers = with.places.timers(petition.value()).stream()
                .map(timer -> new TryOut.Place(timer.process(), timer.activity()))
                .toList();
        return new TryOut.State(
                now,
                List.copyOf(facts),
                TryOut.Work.of(facts),
                running,
                List.copyOf(steps),
                timers,
                awaited,
                due,
                stuck);
    }
}
